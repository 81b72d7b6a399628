import iconv from 'iconv-lite'

/** What a text file was written in; GB18030 counts as GBK, which it holds. */
export type TextEncoding = 'utf-8' | 'utf-16' | 'gbk'
export interface Decoded { readonly encoding: TextEncoding, readonly text: string }

const LOST = '\uFFFD'
/** A file may have a few broken characters, whose rows are then named; with more it is read in the wrong encoding, or no text. */
const MOST_LOST = 0.2
const LOOKED_AT = 65_536

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, at) => bytes[at] === byte)

/** UTF-16 without its mark: letters, commas and line ends have a 0 on one side; on the other it is rare (一 is 4E 00). */
function bareUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const looked = bytes.subarray(0, LOOKED_AT)
  let even = 0
  let odd = 0
  for (let at = 0; at < looked.length; at++) if (looked[at] === 0) { if (at % 2 === 0) even++; else odd++ }
  if (odd > looked.length / 50 && even < odd / 4) return 'utf-16le'
  return even > looked.length / 50 && odd < even / 4 ? 'utf-16be' : null
}

/** The share of what is not ASCII that could not be read. */
function lostShare(text: string): number {
  let other = 0
  let lost = 0
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < 0x80) continue
    other++
    if (text[at] === LOST) lost++
  }
  return other === 0 ? 0 : lost / other
}

/** Pictures, archives and programs are full of characters that no table has. */
function isText(text: string): boolean {
  const looked = text.slice(0, LOOKED_AT)
  let control = 0
  for (let at = 0; at < looked.length; at++) {
    const code = looked.charCodeAt(at)
    if (code < 0x20 && code !== 9 && code !== 10 && code !== 13) control++
  }
  return control <= looked.length / 1_000
}

function decodeAs(bytes: Uint8Array): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return { encoding: 'utf-8', text: buffer.toString('utf8', 3) }
  if (startsWith(bytes, 0xff, 0xfe)) return { encoding: 'utf-16', text: iconv.decode(buffer, 'utf-16le') }
  if (startsWith(bytes, 0xfe, 0xff)) return { encoding: 'utf-16', text: iconv.decode(buffer, 'utf-16be') }
  const bare = bareUtf16(bytes)
  if (bare) return { encoding: 'utf-16', text: iconv.decode(buffer, bare) }
  const utf8 = buffer.toString('utf8')
  if (lostShare(utf8) <= MOST_LOST) return { encoding: 'utf-8', text: utf8 }
  return { encoding: 'gbk', text: iconv.decode(buffer, 'gb18030') }
}

/**
 * The text of a file by its mark, or by what can be read without loss: UTF-8, UTF-16, GBK (GB18030). Characters that cannot be
 * read come as U+FFFD. @returns null for what is no text
 */
export function decodeText(bytes: Uint8Array): Decoded | null {
  const decoded = decodeAs(bytes)
  return isText(decoded.text) && lostShare(decoded.text) <= MOST_LOST ? decoded : null
}
