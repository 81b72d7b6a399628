import type { Block } from './block.ts'
import type { Hits } from './hits.ts'
import { initialOf, pairOf } from './syllables.ts'

/** Some signs in a row, as they are looked for in blocks. */
export class Wording {
  readonly codes: Uint16Array
  /** Of each sign and the next one their pair of letters (syllables.ts); 0 = they are none. */
  readonly #pairs: Uint16Array

  /** @param folded at least one sign */
  constructor(folded: string) {
    this.codes = Uint16Array.from({ length: folded.length }, (_, i) => folded.charCodeAt(i))
    this.#pairs = this.codes.map((code, i) => pairOf(initialOf(code), initialOf(this.codes[i + 1] ?? 0)))
  }

  /** Adds every place where it stands, by the sign or pair in it that stands in the fewest places. */
  find({ codes, signs, pairs }: Block, hits: Hits): void {
    let places = signs
    let key = 0
    let after = 0
    let least = Infinity
    for (let i = 0; i < this.codes.length; i++) {
      const pair = this.#pairs[i] as number
      const of = pair === 0 ? signs : pairs
      const count = of.count(pair === 0 ? this.codes[i] as number : pair)
      if (count === 0) return
      if (count >= least) continue
      least = count
      places = of
      key = pair === 0 ? this.codes[i] as number : pair
      after = i
    }
    places.addWhere(key, after, this.codes, codes, hits)
  }
}
