import { crc32, deflateSync } from 'node:zlib'

/** A picture as a file is chosen: a PNG of this size, with stripes so that one sees how it lies. */
export function pictureFile(name: string, width = 320, height = 200): { name: string; mimeType: string; buffer: Buffer } {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2], 8)
  const row = (y: number) => [0, ...Array.from({ length: width }, (_, x) => (Math.floor(x / 40) + Math.floor(y / 40)) % 2 ? [15, 118, 110] : [230, 244, 241]).flat()]
  const pixels = Buffer.from(Array.from({ length: height }, (_, y) => row(y)).flat())
  const chunk = (kind: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const buffer = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), chunk('IHDR', header), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0)),
  ])
  return { name, mimeType: 'image/png', buffer }
}
