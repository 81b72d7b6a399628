import { FIELDS, type Block } from './block.ts'
import { UNITS } from './syllables.ts'

const LEAST_WORD = 3
const ROW = UNITS >> 5

/** Which two units (syllables.ts) stood side by side: a row of bits for each first one. The common ones lie close together. */
class Pairs {
  readonly #bits = new Int32Array(UNITS * ROW)

  add(first: number, second: number): void {
    const at = first * ROW + (second >>> 5)
    this.#bits[at] = (this.#bits[at] as number) | (1 << (second & 31))
  }

  has(first: number, second: number): boolean {
    return ((this.#bits[first * ROW + (second >>> 5)] as number) & (1 << (second & 31))) !== 0
  }
}

/**
 * What stands anywhere in the texts of an index, so that what stands nowhere is not looked for. It learns each new and changed entry and
 * forgets none: what went or changed costs a look in vain, and comes out right.
 */
export class Known {
  readonly sounds = new Pairs()
  /** Latin words of three letters or more: what a mistyped one may have meant. */
  readonly words = new Set<string>()

  /** Takes in one entry of a block. */
  learn({ codes, units, bounds }: Block, index: number): void {
    const end = bounds[(index + 1) * FIELDS] as number
    let unit = 0
    let word = ''
    for (let at = bounds[index * FIELDS] as number; at < end; at++) {
      const nextSign = codes[at] as number
      const nextUnit = units[at] as number
      if (unit !== 0 && nextUnit !== 0) this.sounds.add(unit, nextUnit)
      if (nextSign >= 0x61 && nextSign <= 0x7a) word += String.fromCharCode(nextSign)
      else if (word !== '') {
        if (word.length >= LEAST_WORD) this.words.add(word)
        word = ''
      }
      unit = nextUnit
    }
  }
}
