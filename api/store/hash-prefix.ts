const LOW_32 = 0x1_0000_0000

/**
 * FNV-1a state of protocol/hash64.ts after `entity \n id \n`: the database adds the digits of the seq (hash64_finish), which is
 * known there first. A test holds the two together. @returns the two 32-bit halves
 */
export function hashPrefix(entity: string, id: string): { high: number, low: number } {
  const text = `${entity}\n${id}\n`
  let high = 0xcbf29ce4
  let low = 0x84222325
  for (let i = 0; i < text.length; i++) {
    low = (low ^ (text.charCodeAt(i) & 0xff)) >>> 0
    const product = low * 0x1b3
    high = (high * 0x1b3 + Math.floor(product / LOW_32) + ((low << 8) >>> 0)) % LOW_32
    low = product % LOW_32
  }
  return { high, low }
}
