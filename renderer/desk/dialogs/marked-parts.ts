import { findPersonalData } from '../../../domain/personal-data/find.ts'
import { maskValue } from '../../../domain/personal-data/mask.ts'

type Part = { text: string; marked: boolean }

/**
 * An excerpt whose matches stand between U+0001 and U+0002, cut into marked and plain parts. Personal numbers are masked
 * (P4), also where a match lies inside one: the whole masked number is then marked.
 */
export function markedParts(excerpt: string): Part[] {
  let plain = ''
  const marks: boolean[] = []
  let marked = false
  for (const sign of excerpt.split('')) {
    if (sign === '\u0001' || sign === '\u0002') marked = sign === '\u0001'
    else {
      plain += sign
      marks.push(marked)
    }
  }
  const parts: Part[] = []
  const add = (text: string, isMarked: boolean) => {
    const last = parts.at(-1)
    if (last && last.marked === isMarked) last.text += text
    else if (text !== '') parts.push({ text, marked: isMarked })
  }
  let from = 0
  const addPlain = (to: number) => {
    for (; from < to; from++) add(plain[from] ?? '', marks[from] ?? false)
  }
  for (const { kind, start, end } of findPersonalData(plain)) {
    addPlain(start)
    add(maskValue(kind, plain.slice(start, end)), marks.slice(start, end).includes(true))
    from = end
  }
  addPlain(plain.length)
  return parts
}
