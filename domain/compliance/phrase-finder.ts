import AhoCorasick from 'modern-ahocorasick'
import type { Folded } from './fold.ts'

/** Units of a phrase's beginning that are looked at first. */
const BEGINNING = 3
/** Bits, a power of two: with 3,000 phrases one place in 300 looks like a beginning and is none. */
const BITS = 1 << 20

/** The first units of phrases as a set of bits, which may claim too much and never too little. */
class Beginnings {
  readonly #bits = new Uint32Array(BITS / 32)
  /** How many units of a beginning are looked at: all phrases have as many. */
  readonly #length: number

  constructor(phrases: readonly string[]) {
    this.#length = Math.min(BEGINNING, ...phrases.map(({ length }) => length))
    for (const phrase of phrases) {
      const bit = this.#bitOf(phrase, 0)
      this.#bits[bit >>> 5] = (this.#bits[bit >>> 5] ?? 0) | 1 << (bit & 31)
    }
  }

  #bitOf(units: string, at: number): number {
    let hash = 0
    for (let i = 0; i < this.#length; i++) hash = Math.imul(hash ^ units.charCodeAt(at + i), 0x9e3779b1)
    return hash >>> 12
  }

  /** May a phrase stand in the text? */
  isIn(units: string): boolean {
    for (let at = 0; at <= units.length - this.#length; at++) {
      const bit = this.#bitOf(units, at)
      if ((this.#bits[bit >>> 5] ?? 0) & 1 << (bit & 31)) return true
    }
    return false
  }
}

/** Many phrases found in one pass. The only place that knows the library. */
export class PhraseFinder {
  readonly #automaton: AhoCorasick<number>
  /** By the length of the beginning: one short phrase would else shorten those of all others, and let nearly every text pass. */
  readonly #beginnings: readonly Beginnings[]
  readonly #empty: boolean

  /** @param phrases folded; an empty one is never found */
  constructor(phrases: readonly string[]) {
    const patterns = phrases.flatMap((pattern, data) => pattern === '' ? [] : [{ pattern, data }])
    this.#empty = patterns.length === 0
    // The library refuses an empty dictionary.
    this.#automaton = new AhoCorasick(this.#empty ? [{ pattern: '\u0000', data: -1 }] : patterns)
    const byLength = [1, 2, BEGINNING].map((length) => patterns.filter(({ pattern }) => Math.min(pattern.length, BEGINNING) === length))
    this.#beginnings = byLength.filter(({ length }) => length > 0).map((together) => new Beginnings(together.map(({ pattern }) => pattern)))
  }

  /** @returns which phrases stand where in the folded text, overlapping ones too */
  find({ units }: Folded): { phrase: number; start: number; end: number }[] {
    // Most texts hold no phrase, and parting a text into characters is what costs.
    if (this.#empty || !this.#beginnings.some((beginnings) => beginnings.isIn(units))) return []
    return this.#automaton.search(units).map(({ data, start, end }) => ({ phrase: data ?? -1, start, end }))
  }
}
