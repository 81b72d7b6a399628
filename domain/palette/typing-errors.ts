import type { Known } from './known.ts'
import type { Syllables } from './syllables.ts'

const LONGEST = 6
/** Of a short word nearly everything is one letter off. */
const MOST_VARIANTS = 200

/**
 * What may have been meant by a word that is spelled one letter off: wrong, missing, too many, or two that changed places.
 * @returns syllables by number, two or more; only such as stand side by side in some text
 */
export function variantsOf(word: string, syllables: Syllables, known: Known): number[][] {
  const variants = new Variants(word, syllables, known)
  variants.walk(0, false)
  // Two letters that changed places may lie in two syllables.
  for (let at = 0; at + 1 < word.length; at++) {
    const swapped = word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
    if (swapped !== word) new Variants(swapped, syllables, known, variants.found).walk(0, true)
  }
  return [...variants.found.values()]
}

class Variants {
  readonly found: Map<string, number[]>
  readonly #word: string
  readonly #syllables: Syllables
  readonly #known: Known
  readonly #units: number[] = []
  /** Whether the word can be spelled as it is from each place on. */
  readonly #ends: boolean[]

  constructor(word: string, syllables: Syllables, known: Known, found = new Map<string, number[]>()) {
    this.#word = word
    this.#syllables = syllables
    this.#known = known
    this.found = found
    this.#ends = Array.from({ length: word.length + 1 }, () => false)
    for (let from = word.length; from >= 0; from--) this.#ends[from] = from === word.length || this.#begins(word.slice(from)) || this.#goesOn(from)
  }

  #begins(rest: string): boolean {
    return this.#syllables.texts.some(text => text.startsWith(rest))
  }

  #goesOn(from: number): boolean {
    for (let end = Math.min(this.#word.length, from + LONGEST); end > from; end--) {
      if (this.#ends[end] && this.#syllables.find(this.#word.slice(from, end)) !== 0) return true
    }
    return false
  }

  /** Spells the word from a place on. @param mended the error lies before */
  walk(from: number, mended: boolean): void {
    const word = this.#word
    if (this.found.size >= MOST_VARIANTS || (mended && !this.#ends[from])) return
    if (from === word.length) {
      if (mended) this.#note()
      return
    }
    for (let end = Math.min(word.length, from + LONGEST); end > from; end--) {
      const unit = this.#syllables.find(word.slice(from, end))
      if (unit !== 0) this.#step(unit, end, mended)
    }
    const { texts } = this.#syllables
    for (let unit = 1; unit < texts.length; unit++) {
      if (!this.#follows(unit)) continue
      const text = texts[unit] as string
      if (mended) {
        if (text.length > word.length - from && text.startsWith(word.slice(from))) this.#last(unit, word.length - from)
      } else this.#mend(unit, text, from)
    }
  }

  /** Every way in which a syllable may stand here with an error in it. */
  #mend(unit: number, text: string, from: number): void {
    const word = this.#word
    const left = word.length - from
    let same = 0
    while (same < text.length && same < left && text.charCodeAt(same) === word.charCodeAt(from + same)) same++
    const { length } = text
    if (same >= length - 1) this.#step(unit, from + length - 1, true)
    else if (word.startsWith(text.slice(same + 1), from + same)) this.#step(unit, from + length - 1, true)
    if (same < length && left >= length && word.startsWith(text.slice(same + 1), from + same + 1)) this.#step(unit, from + length, true)
    if (left > length && word.startsWith(text.slice(same), from + same + 1)) this.#step(unit, from + length + 1, true)
    this.#mendLast(unit, text, word.slice(from), same)
  }

  /** The beginning of the last syllable, with an error in it. */
  #mendLast(unit: number, text: string, rest: string, same: number): void {
    const { length } = rest
    const tooMany = same >= length - 1 || text.startsWith(rest.slice(same + 1), same)
    if (length > 1 && length <= text.length && tooMany) this.#last(unit, length - 1)
    if (same >= length) return
    if (length < text.length && text.startsWith(rest.slice(same + 1), same + 1)) this.#last(unit, length)
    if (length + 1 < text.length && text.startsWith(rest.slice(same), same + 1)) this.#last(unit, length + 1)
  }

  #follows(unit: number): boolean {
    const before = this.#units.at(-1)
    return before === undefined || this.#known.sounds.has(before, unit)
  }

  #step(unit: number, end: number, mended: boolean): void {
    if (!this.#follows(unit)) return
    this.#units.push(unit)
    this.walk(end, mended)
    this.#units.pop()
  }

  /** The last syllable, of which so many letters were meant: one letter says too little after a single syllable. */
  #last(unit: number, letters: number): void {
    if (this.#units.length < (letters > 1 ? 1 : 2)) return
    this.#units.push(unit)
    this.#note()
    this.#units.pop()
  }

  #note(): void {
    if (this.#units.length > 1) this.found.set(this.#units.join(' '), [...this.#units])
  }
}
