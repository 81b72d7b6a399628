import pairs from 'opencc-js/dict/TSCharacters'

/**
 * What each UTF-16 unit is found by: small letters, half width, simplified. One unit stays one unit, so that a place in the folded
 * text is the place in the text as written. Made once, at first use (3 ms).
 */
let table: Uint16Array | null = null

/** Letters with a small form: Latin, Greek, Cyrillic. */
const CASED: readonly (readonly [number, number])[] = [[0x41, 0x5a], [0xc0, 0x24f], [0x370, 0x52f]]
const FULL_WIDTH = 0xfee0
const ALIKE = { '　': ' ', '。': '.', '、': ',', '“': '"', '”': '"', '‘': "'", '’': "'" }

function made(): Uint16Array {
  const to = new Uint16Array(0x10000)
  for (let code = 0; code < to.length; code++) to[code] = code
  for (const pair of pairs.split('|')) {
    const [from = '', simplified = ''] = pair.split(' ')
    if (from.length === 1 && simplified.length === 1) to[from.charCodeAt(0)] = simplified.charCodeAt(0)
  }
  for (const [first, last] of CASED) {
    for (let code = first; code <= last; code++) {
      const small = String.fromCharCode(code).toLowerCase()
      if (small.length === 1) to[code] = small.charCodeAt(0)
    }
  }
  for (let code = 0x21; code <= 0x7e; code++) to[code + FULL_WIDTH] = to[code] ?? code
  for (const [from, plain] of Object.entries(ALIKE)) to[from.charCodeAt(0)] = plain.charCodeAt(0)
  return to
}

/** @returns the table of folded units, by unit */
export function foldTable(): Uint16Array {
  table ??= made()
  return table
}

/** @returns the text as it is compared: small letters, half width, simplified characters; as long as the text itself */
export function fold(text: string): string {
  const to = foldTable()
  let at = 0
  while (at < text.length && to[text.charCodeAt(at)] === text.charCodeAt(at)) at++
  if (at === text.length) return text
  const parts = [text.slice(0, at)]
  for (; at < text.length; at++) parts.push(String.fromCharCode(to[text.charCodeAt(at)] ?? 0))
  return parts.join('')
}

/** Has a reading of its own: one unit, one syllable. Rare characters beyond the first plane have none here. */
export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007
}
