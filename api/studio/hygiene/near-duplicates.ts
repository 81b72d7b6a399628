/** Two texts that say nearly the same. `similarity`: shared pairs of characters, 0 to 1. */
export interface NearPair { readonly id: string, readonly otherId: string, readonly similarity: number }

interface Entry { readonly id: string, readonly grams: Uint32Array }

const VARIABLE = /\{\{[^}]*\}\}/g
const NOT_LETTERS = /[^\p{Letter}\p{Number}]+/gu
/** Shorter texts are alike by chance. */
const SHORTEST = 6
/** In a library where everything is alike, one that is alike enough will do. */
const MOST_COMPARED = 300
const CLOSE_ENOUGH = 0.97

/** What counts of a text: letters and digits in one width and case, without variables. */
function plain(text: string): string {
  return text.replace(VARIABLE, '').normalize('NFKC').toLowerCase().replace(NOT_LETTERS, '')
}

/** Pairs of characters of a text, the n-th repetition apart from the first. */
function gramsOf(text: string): string[] {
  const seen = new Map<string, number>()
  const grams: string[] = []
  for (let at = 0; at + 1 < text.length; at++) {
    const gram = text.slice(at, at + 2)
    const times = seen.get(gram) ?? 0
    seen.set(gram, times + 1)
    grams.push(times === 0 ? gram : `${gram}${times}`)
  }
  return grams
}

/** Grams as numbers, the rarest the lowest: texts that are alike share one of their rarest. */
function entriesOf(texts: readonly { id: string, text: string }[]): Entry[] {
  const grams = texts.map(({ id, text }) => ({ id, grams: gramsOf(plain(text)) })).filter((one) => one.grams.length + 1 >= SHORTEST)
  const counts = new Map<string, number>()
  for (const one of grams) for (const gram of one.grams) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  const ranks = new Map([...counts].sort((a, b) => a[1] - b[1]).map(([gram], rank) => [gram, rank]))
  return grams.map((one) => ({ id: one.id, grams: Uint32Array.from(one.grams, (gram) => ranks.get(gram) ?? 0).sort() }))
    .sort((a, b) => a.grams.length - b.grams.length)
}

/** @returns shared / all, or 0 as soon as `least` is out of reach; both are sorted */
function similarityOf(a: Uint32Array, b: Uint32Array, least: number): number {
  const needed = Math.ceil(least / (1 + least) * (a.length + b.length))
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (shared + Math.min(a.length - i, b.length - j) < needed) return 0
    const left = a[i] ?? 0
    const right = b[j] ?? 0
    if (left === right) { shared++; i++; j++ } else if (left < right) i++
    else j++
  }
  return shared / (a.length + b.length - shared)
}

class Index {
  readonly #entries: readonly Entry[]
  readonly #holders = new Map<number, number[]>()
  constructor(entries: readonly Entry[]) { this.#entries = entries }

  /** Those seen before that share one of its rarest pairs and are long enough; then it is one of them. */
  candidates(index: number, least: number): Set<number> {
    const grams = this.#entries[index]?.grams ?? new Uint32Array()
    const found = new Set<number>()
    for (const gram of grams.subarray(0, grams.length - Math.ceil(least * grams.length) + 1)) {
      const held = this.#holders.get(gram) ?? []
      if (held.length === 0) this.#holders.set(gram, held)
      for (let at = held.length - 1; at >= 0 && found.size < MOST_COMPARED; at--) {
        const other = held[at] ?? 0
        if ((this.#entries[other]?.grams.length ?? 0) < least * grams.length) break
        found.add(other)
      }
      held.push(index)
    }
    return found
  }
}

/**
 * For each text one before it that it is most alike, if by at least `least` (Jaccard of character pairs); each pair once. Two texts
 * that are alike share one of their few rarest pairs, so only those are compared.
 */
export function nearPairs(texts: readonly { id: string, text: string }[], least: number): NearPair[] {
  const entries = entriesOf(texts)
  const index = new Index(entries)
  return entries.flatMap((entry, at) => {
    let best: NearPair | null = null
    for (const candidate of index.candidates(at, least)) {
      const other = entries[candidate]
      if (!other || (best?.similarity ?? 0) > CLOSE_ENOUGH) continue
      const similarity = similarityOf(entry.grams, other.grams, Math.max(least, best?.similarity ?? 0))
      if (similarity >= least && similarity > (best?.similarity ?? 0)) best = { id: entry.id, otherId: other.id, similarity }
    }
    return best ? [best] : []
  })
}
