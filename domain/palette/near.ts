import type { Block } from './block.ts'
import { findersOf, Literal, type Finder, type Word } from './finders.ts'
import { isHan } from './fold.ts'
import type { PaletteIndex } from './palette-index.ts'
import { pinyinOf } from './pinyin.ts'
import { variantsOf, type Variant } from './typing-errors.ts'

const NEAR = 0.5
const CORRECTED = 0.6
/** Shorter input has too many neighbours. */
const LATIN_FROM = 5
const LATIN_TO = 24
const HAN_FROM = 4
const MOST_CORRECTIONS = 8
const MOST_SPLITS = 6
/** No unit has this number. */
const NOTHING = 0xffff

/**
 * What a query that finds nothing may have meant, one try after the other: one typing error in Latin words, a homophone, one wrong,
 * missing or doubled character in Chinese ones; then Chinese written together that stands apart.
 */
export function* nearFinders(index: PaletteIndex, words: readonly Word[]): Generator<Word[]> {
  const near = words.map((word): Word => ({ text: word.text, finders: [...word.finders, ...nearOf(index, word.text)] }))
  if (near.some(({ finders }, i) => finders.length > (words[i]?.finders.length ?? 0))) yield near
  const [only] = words
  if (!only || words.length > 1 || !isChinese(only.text)) return
  const { text } = only
  for (let at = 2; at <= text.length - 2 && at < 2 + MOST_SPLITS; at++) {
    yield [text.slice(0, at), text.slice(at)].map(part => ({ text: part, finders: findersOf(part, index.syllables) }))
  }
}

function isChinese(word: string): boolean {
  if (word.length < HAN_FROM) return false
  for (let i = 0; i < word.length; i++) if (!isHan(word.charCodeAt(i))) return false
  return true
}

function nearOf(index: PaletteIndex, word: string): Finder[] {
  if (isChinese(word)) return [new NearChinese(word, index)]
  if (!/^[a-z]+$/.test(word) || word.length < LATIN_FROM || word.length > LATIN_TO) return []
  const meant = [...index.words].filter(known => isOneOff(word, known))
    .sort((a, b) => Math.abs(a.length - word.length) - Math.abs(b.length - word.length)).slice(0, MOST_CORRECTIONS)
  const variants = variantsOf(word, index.syllables)
  return [...meant.map(known => new Literal(known, CORRECTED)), ...(variants.length > 0 ? [new NearSpelled(variants, index)] : [])]
}

/** @returns whether `typed` is the beginning of `word` but for one letter that is wrong, missing, too many, or two that changed places */
function isOneOff(typed: string, word: string): boolean {
  let at = 0
  while (at < typed.length && typed.charCodeAt(at) === word.charCodeAt(at)) at++
  const after = typed.slice(at + 1)
  return word.startsWith(after, at + 1) || word.startsWith(after, at) || word.startsWith(typed.slice(at), at + 1)
    || (typed[at] === word[at + 1] && typed[at + 1] === word[at] && word.startsWith(typed.slice(at + 2), at + 2))
}

/** Chinese by sound, and with one character wrong, missing or too many. */
class NearChinese implements Finder {
  readonly bySound = true
  at = 0
  end = 0
  quality = NEAR
  readonly #codes: number[]
  readonly #units: number[]
  /** Where the second half begins: one error leaves one half as it is. */
  readonly #half: number

  constructor(word: string, index: PaletteIndex) {
    this.#codes = [...word].map(character => character.charCodeAt(0))
    this.#units = pinyinOf(word).split(' ').map(syllable => index.syllables.find(syllable))
    this.#half = word.length >> 1
  }

  next(block: Block, from: number, to: number): boolean {
    const half = this.#half
    const { units } = block
    const [first, second, third, fourth] = [0, 1, half, half + 1].map(i => this.#units[i] || NOTHING) as [number, number, number, number]
    for (let at = from; at < to - 1; at++) {
      const unit = units[at]
      if (unit === first && units[at + 1] === second && this.#fits(block, at, to)) return true
      if (unit === third && units[at + 1] === fourth) {
        for (let start = Math.max(from, at - half - 1); start <= at - half + 1; start++) if (this.#fits(block, start, to)) return true
      }
    }
    return false
  }

  #is(block: Block, i: number, at: number): boolean {
    const unit = this.#units[i] as number
    return (unit !== 0 && block.units[at] === unit) || block.text.charCodeAt(at) === this.#codes[i]
  }

  #fits(block: Block, start: number, to: number): boolean {
    const same = this.#same(block, 0, start, to)
    const length = this.#codes.length
    const at = start + same
    let end = -1
    if (same === length) end = at
    else if (same + 1 + this.#same(block, same + 1, at + 1, to) === length && at < to) end = start + length
    else if (same + this.#same(block, same, at + 1, to) === length) end = start + length + 1
    else if (same + 1 + this.#same(block, same + 1, at, to) === length) end = start + length - 1
    if (end < 0 || end > to) return false
    this.at = start
    this.end = end
    this.quality = same === length ? CORRECTED : NEAR
    return true
  }

  /** @returns how many characters from `i` on are the same */
  #same(block: Block, i: number, at: number, to: number): number {
    let count = 0
    while (i + count < this.#codes.length && at + count < to && this.#is(block, i + count, at + count)) count++
    return count
  }
}

/** Spelled in full with one typing error. */
class NearSpelled implements Finder {
  readonly bySound = true
  at = 0
  end = 0
  readonly quality = NEAR
  readonly #byFirst: (Variant[] | undefined)[] = []
  /** 1 = some variant begins with this unit. */
  readonly #begins: Uint8Array
  readonly #index: PaletteIndex

  constructor(variants: readonly Variant[], index: PaletteIndex) {
    this.#index = index
    this.#begins = new Uint8Array(index.syllables.size)
    for (const { units } of variants) this.#begins[units[0] as number] = 1
    for (const variant of variants) (this.#byFirst[variant.units[0] as number] ??= []).push(variant)
  }

  next({ units }: Block, from: number, to: number): boolean {
    const begins = this.#begins
    for (let at = from; at < to; at++) {
      if (begins[units[at] as number] === 0) continue
      const variants = this.#byFirst[units[at] as number]
      const fitting = variants?.find(variant => this.#fits(units, variant, at, to))
      if (!fitting) continue
      this.at = at
      this.end = at + fitting.units.length + (fitting.rest === '' ? 0 : 1)
      return true
    }
    return false
  }

  #fits(units: Uint16Array, { units: wanted, rest }: Variant, at: number, to: number): boolean {
    for (let i = 1; i < wanted.length; i++) if (at + i >= to || units[at + i] !== wanted[i]) return false
    const next = at + wanted.length
    return rest === '' || (next < to && this.#index.syllables.text(units[next] as number).startsWith(rest))
  }
}
