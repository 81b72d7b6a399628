import { FIELDS, TITLE } from './block.ts'
import { fold, isHan } from './fold.ts'
import { Hits } from './hits.ts'
import type { PaletteIndex } from './palette-index.ts'
import { Wording } from './wording.ts'

const MOST_TERMS = 30
const LEAST_OF_BEST = 0.45
/** So much has to be shared, weighed by how rare it is, before it counts as being about the same. */
const LEAST = 2.5
/** In most talks, and so saying nothing. */
const COMMON = /^(?:你好|您好|请问|可以|这个|那个|什么|怎么|一下|我的|你们|我们|多少|时候|现在|还是|已经|知道|没有|不是|有没|是不|能不|的话|谢谢|一个|the|and|you|are|have|this|that|with|for|can|what|when|your|please|hello)$/

/** What a text is about: pairs of Chinese characters, Latin words of three letters or more. */
function termsOf(text: string): string[] {
  const terms = new Set<string>()
  const folded = fold(text)
  for (let at = 0; at + 1 < folded.length; at++) {
    if (isHan(folded.charCodeAt(at)) && isHan(folded.charCodeAt(at + 1))) terms.add(folded.slice(at, at + 2))
  }
  for (const [word] of folded.matchAll(/[a-z]{3,}/g)) terms.add(word)
  return [...terms].filter(term => !COMMON.test(term)).slice(-MOST_TERMS)
}

const FIELD_SHARE = [3, 1, 2, 0]

/**
 * Entries that are about the same as a text, by the words they share: rare ones count more, titles more than bodies.
 * @returns for each in the order of the index how near it is, 1 = the nearest; null when too little is shared
 */
export function sharingWords(index: PaletteIndex, text: string): Float64Array | null {
  const worth = new Float64Array(index.size)
  const shares = new Uint8Array(index.size)
  let best = 0
  for (const term of termsOf(text)) {
    const hits = findTerm(index, term, shares)
    const rare = Math.log(1 + index.size / Math.max(1, hits.length)) / Math.log(1 + index.size)
    for (const at of hits) {
      const value = (worth[at] as number) + (shares[at] as number) * rare
      worth[at] = value
      best = Math.max(best, value)
      shares[at] = 0
    }
  }
  if (best < LEAST) return null
  return worth.map(value => value >= best * LEAST_OF_BEST ? value / best : 0)
}

/** Adds up by field where a term stands. @returns the entries that have it, by their order */
function findTerm(index: PaletteIndex, term: string, shares: Uint8Array): number[] {
  const entries: number[] = []
  const wording = new Wording(term)
  const hits = new Hits()
  let base = 0
  for (const block of index.blocks) {
    const { codes, bounds, cards } = block
    hits.clear(0, codes.length)
    wording.find(block, hits)
    let field = TITLE
    for (let at = hits.next(0); at >= 0; at = hits.next(bounds[field + 1] as number)) {
      while ((bounds[field + 1] as number) <= at) field++
      const share = FIELD_SHARE[field % FIELDS] ?? 0
      const entry = base + Math.floor(field / FIELDS)
      if (share === 0) continue
      if (shares[entry] === 0) entries.push(entry)
      shares[entry] = (shares[entry] as number) + share
    }
    base += cards.length
  }
  return entries
}
