import type { Ids } from '../../domain/ports.ts'

/** The window's real ids: UUIDv7 text, so that what is made twice by a second try is the same thing. */
export const systemIds: Ids = {
  next() {
    const bytes = crypto.getRandomValues(new Uint8Array(16))
    const time = Date.now().toString(16).padStart(12, '0')
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
    const hex = time + [...bytes.subarray(6)].map(byte => byte.toString(16).padStart(2, '0')).join('')
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  },
}
