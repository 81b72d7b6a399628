import { inflateRawSync } from 'node:zlib'

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const END_SIZE = 22
const LONGEST_COMMENT = 65_535
const STORED = 0
const DEFLATED = 8
const MOST_ENTRIES = 2_000

/** Where the list of entries begins, and how many there are; null = no archive. */
function entryList(bytes: Buffer): { at: number, count: number } | null {
  for (let at = bytes.length - END_SIZE; at >= Math.max(0, bytes.length - END_SIZE - LONGEST_COMMENT); at--) {
    if (bytes.readUInt32LE(at) === END) return { at: bytes.readUInt32LE(at + 16), count: bytes.readUInt16LE(at + 10) }
  }
  return null
}

/**
 * Unpacks the entries of a ZIP archive one by one and forgets them, because what it claims of their size may be a lie.
 * Goes in: the archive, and the most bytes it may hold unpacked. @returns whether it is an archive within that size
 */
export function unpacksWithin(archive: Uint8Array, most: number): boolean {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength)
  let left = most
  try {
    const list = entryList(bytes)
    if (!list || list.count === 0 || list.count > MOST_ENTRIES) return false
    for (let at = list.at, count = 0; count < list.count; count++) {
      if (bytes.readUInt32LE(at) !== ENTRY) return false
      const packed = bytes.readUInt32LE(at + 20)
      const local = bytes.readUInt32LE(at + 42)
      if (bytes.readUInt32LE(local) !== LOCAL) return false
      const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
      const method = bytes.readUInt16LE(at + 10)
      if (method === DEFLATED) left -= inflateRawSync(bytes.subarray(from, from + packed), { maxOutputLength: Math.max(1, left) }).length
      else if (method === STORED) left -= packed
      else return false
      if (left < 0) return false
      at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    }
    return true
  } catch (error) {
    // Cut off, damaged, or larger than it may be: none of them is read.
    if (error instanceof RangeError || error instanceof Error && 'code' in error) return false
    throw error
  }
}
