import { findUnits, type Block } from './block.ts'
import { findersOf, Literal, type Finder, type Word } from './finders.ts'
import { isHan } from './fold.ts'
import { Hits } from './hits.ts'
import type { PaletteIndex } from './palette-index.ts'
import { pinyinOf } from './pinyin.ts'
import { variantsOf } from './typing-errors.ts'

const NEAR = 0.5
const CORRECTED = 0.6
/** Shorter input has too many neighbours. */
const LATIN_FROM = 5
const LATIN_TO = 24
const HAN_FROM = 4
const MOST_CORRECTIONS = 8
const MOST_SPLITS = 6

/**
 * What a query that finds nothing may have meant, one try after the other: one typing error in Latin words, a homophone, one wrong,
 * missing or doubled character in Chinese ones; then Chinese written together that stands apart.
 */
export function* nearFinders(index: PaletteIndex, words: readonly Word[]): Generator<Word[]> {
  const added = words.map(({ text }) => nearOf(index, text))
  // A single word was found nowhere as it is; of several, some may have been found.
  const asTyped = (word: Word): Finder[] => words.length > 1 ? word.finders : []
  if (added.some(finders => finders.length > 0)) {
    yield words.map((word, i) => ({ text: word.text, finders: [...asTyped(word), ...added[i] ?? []] }))
  }
  const [only] = words
  if (!only || words.length > 1 || !isChinese(only.text)) return
  const { text } = only
  for (let at = 2; at <= text.length - 2 && at < 2 + MOST_SPLITS; at++) {
    yield [text.slice(0, at), text.slice(at)].map(part => ({ text: part, finders: findersOf(part, index) }))
  }
}

function isChinese(word: string): boolean {
  if (word.length < HAN_FROM) return false
  for (let i = 0; i < word.length; i++) if (!isHan(word.charCodeAt(i))) return false
  return true
}

function nearOf(index: PaletteIndex, word: string): Finder[] {
  if (isChinese(word)) {
    const finder = new NearChinese(word, index)
    return finder.nowhere ? [] : [finder]
  }
  if (!/^[a-z]+$/.test(word) || word.length < LATIN_FROM || word.length > LATIN_TO) return []
  const meant = [...index.known.words].filter(known => isOneOff(word, known))
    .sort((a, b) => Math.abs(a.length - word.length) - Math.abs(b.length - word.length)).slice(0, MOST_CORRECTIONS)
  const variants = variantsOf(word, index.syllables, index.known)
  return [...meant.map(known => new Literal(known, CORRECTED)), ...(variants.length > 0 ? [new NearSpelled(variants)] : [])]
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
  /** The first two sounds of each half; null when no text has them. */
  readonly #pairs: readonly [Uint16Array | null, Uint16Array | null]
  /** Where they stand, of what was looked through. */
  readonly #heads = new Hits()
  readonly #tails = new Hits()
  #block: Block | null = null

  constructor(word: string, index: PaletteIndex) {
    this.#codes = [...word].map(character => character.charCodeAt(0))
    this.#units = pinyinOf(word).split(' ').map(syllable => index.syllables.find(syllable))
    this.#half = word.length >> 1
    const pair = (at: number): Uint16Array | null => {
      const [first = 0, second = 0] = this.#units.slice(at, at + 2)
      return first > 0 && second > 0 && index.known.sounds.has(first, second) ? Uint16Array.of(first, second) : null
    }
    this.#pairs = [pair(0), pair(this.#half)]
  }

  get nowhere(): boolean {
    return this.#pairs.every(pair => pair === null)
  }

  look(block: Block, from: number, to: number): boolean {
    this.#block = block
    const [first, second] = this.#pairs
    this.#heads.clear(from, to)
    if (first) findUnits(block, first, this.#heads)
    this.#tails.clear(from, to)
    if (second) findUnits(block, second, this.#tails)
    return !this.#heads.empty || !this.#tails.empty
  }

  next(from: number): boolean {
    const half = this.#half
    const block = this.#block
    const { to } = this.#heads
    let head = this.#heads.next(from)
    let tail = this.#tails.next(from)
    while (block && (head >= 0 || tail >= 0)) {
      if (head >= 0 && (head <= tail || tail < 0)) {
        if (this.#fits(block, head, to)) return true
        head = this.#heads.next(head + 1)
      } else {
        for (let start = Math.max(from, tail - half - 1); start <= tail - half + 1; start++) if (this.#fits(block, start, to)) return true
        tail = this.#tails.next(tail + 1)
      }
    }
    return false
  }

  #is(block: Block, i: number, at: number): boolean {
    const unit = this.#units[i] as number
    return (unit !== 0 && block.units[at] === unit) || block.codes[at] === this.#codes[i]
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
  /** The longest first. */
  readonly #variants: readonly Uint16Array[]
  readonly #hits = new Hits()
  #units: Uint16Array = new Uint16Array(0)

  constructor(variants: readonly number[][]) {
    this.#variants = variants.map(units => Uint16Array.from(units)).sort((a, b) => b.length - a.length)
  }

  look(block: Block, from: number, to: number): boolean {
    this.#units = block.units
    this.#hits.clear(from, to)
    for (const units of this.#variants) findUnits(block, units, this.#hits)
    return !this.#hits.empty
  }

  next(from: number): boolean {
    const at = this.#hits.next(from)
    if (at < 0) return false
    const there = this.#variants.find(units => units.every((unit, i) => this.#units[at + i] === unit))
    this.at = at
    this.end = at + (there?.length ?? 0)
    return true
  }
}
