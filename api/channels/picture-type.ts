import type { Attachment } from '../../domain/entities/conversation.ts'

/** What the first bytes of a picture say; the name and the sender's word count for nothing. */
export interface PictureType {
  mime: Attachment['mime']
  width: number
  height: number
}

const MAX_SIDE = 20_000

function jpegSize(bytes: Buffer): { width: number, height: number } | null {
  let at = 2
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (frame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}

function webpSize(bytes: Buffer): { width: number, height: number } | null {
  const form = bytes.toString('latin1', 12, 16)
  if (form === 'VP8X') return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
  if (form === 'VP8 ') return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
  if (form !== 'VP8L') return null
  const bits = bytes.readUInt32LE(21)
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
}

function sniff(bytes: Buffer): { mime: Attachment['mime'], size: { width: number, height: number } | null } | null {
  const head = bytes.toString('latin1', 0, 12)
  if (head.startsWith('\x89PNG\r\n\x1a\n') && bytes.toString('latin1', 12, 16) === 'IHDR') {
    return { mime: 'image/png', size: { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } }
  }
  if (/^GIF8[79]a/.test(head)) return { mime: 'image/gif', size: { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) } }
  if (head.startsWith('\xff\xd8\xff')) return { mime: 'image/jpeg', size: jpegSize(bytes) }
  if (/^RIFF[^]{4}WEBP/.test(head)) return { mime: 'image/webp', size: webpSize(bytes) }
  return null
}

/** Type and size in pixels of a PNG, JPEG, WebP or GIF by its own bytes; null for anything else or anything broken. */
export function pictureType(bytes: Buffer): PictureType | null {
  if (bytes.length < 30) return null
  const found = sniff(bytes)
  if (!found?.size) return null
  const { width, height } = found.size
  return width > 0 && height > 0 && width <= MAX_SIDE && height <= MAX_SIDE ? { mime: found.mime, width, height } : null
}
