import AhoCorasick from 'modern-ahocorasick'
import type { Folded } from './fold.ts'

/** Many phrases found in one pass. The only place that knows the library. */
export class PhraseFinder {
  readonly #automaton: AhoCorasick<number>
  readonly #empty: boolean

  /** @param phrases folded; an empty one is never found */
  constructor(phrases: readonly string[]) {
    const patterns = phrases.flatMap((pattern, data) => pattern === '' ? [] : [{ pattern, data }])
    this.#empty = patterns.length === 0
    // The library refuses an empty dictionary.
    this.#automaton = new AhoCorasick(this.#empty ? [{ pattern: '\u0000', data: -1 }] : patterns)
  }

  /** @returns which phrases stand where in the folded text, overlapping ones too */
  find({ units }: Folded): { phrase: number; start: number; end: number }[] {
    if (this.#empty || units === '') return []
    return this.#automaton.search(units).map(({ data, start, end }) => ({ phrase: data ?? -1, start, end }))
  }
}
