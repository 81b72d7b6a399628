import { FIELDS, type Block } from './block.ts'

const BITS = 20
/** Spreads pairs evenly (Knuth's multiplicative hash). */
const SPREAD = 0x9e3779b1
const LEAST_WORD = 3

/** Which two numbers stood side by side. May say yes of one pair in some hundred that never did, never no of one that did. */
class Pairs {
  readonly #bits = new Uint32Array(1 << (BITS - 5))

  add(first: number, second: number): void {
    const key = Math.imul((first << 16) | second, SPREAD) >>> (32 - BITS)
    this.#bits[key >>> 5] = (this.#bits[key >>> 5] as number) | (1 << (key & 31))
  }

  has(first: number, second: number): boolean {
    const key = Math.imul((first << 16) | second, SPREAD) >>> (32 - BITS)
    return ((this.#bits[key >>> 5] as number) & (1 << (key & 31))) !== 0
  }
}

/**
 * What stands anywhere in the texts of an index, so that what stands nowhere is not looked for. It learns each new and changed entry and
 * forgets none: what went or changed costs a look in vain, and comes out right.
 */
export class Known {
  /** Units (syllables.ts) side by side. */
  readonly sounds = new Pairs()
  readonly #signs = new Pairs()
  /** Latin words of three letters or more: what a mistyped one may have meant. */
  readonly words = new Set<string>()

  /** Takes in one entry of a block. */
  learn({ codes, units, bounds }: Block, index: number): void {
    const end = bounds[(index + 1) * FIELDS] as number
    let sign = 0
    let unit = 0
    let word = ''
    for (let at = bounds[index * FIELDS] as number; at < end; at++) {
      const nextSign = codes[at] as number
      const nextUnit = units[at] as number
      this.#signs.add(sign, nextSign)
      if (unit !== 0 && nextUnit !== 0) this.sounds.add(unit, nextUnit)
      if (nextSign >= 0x61 && nextSign <= 0x7a) word += String.fromCharCode(nextSign)
      else if (word !== '') {
        if (word.length >= LEAST_WORD) this.words.add(word)
        word = ''
      }
      sign = nextSign
      unit = nextUnit
    }
  }

  /** @returns false when a word certainly stands in no text */
  mayStand(word: string): boolean {
    for (let at = 1; at < word.length; at++) if (!this.#signs.has(word.charCodeAt(at - 1), word.charCodeAt(at))) return false
    return true
  }
}
