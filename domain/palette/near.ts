import type { Block } from './block.ts'
import { findersOf, Literal, type Finder, type Word } from './finders.ts'
import { isHan } from './fold.ts'
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
  readonly #pairs: readonly [string | null, string | null]

  constructor(word: string, index: PaletteIndex) {
    this.#codes = [...word].map(character => character.charCodeAt(0))
    this.#units = pinyinOf(word).split(' ').map(syllable => index.syllables.find(syllable))
    this.#half = word.length >> 1
    const pair = (at: number): string | null => {
      const [first = 0, second = 0] = this.#units.slice(at, at + 2)
      return first > 0 && second > 0 && index.known.sounds.has(first, second) ? String.fromCharCode(first, second) : null
    }
    this.#pairs = [pair(0), pair(this.#half)]
  }

  get nowhere(): boolean {
    return this.#pairs.every(pair => pair === null)
  }

  next(block: Block, from: number, to: number): boolean {
    const half = this.#half
    const { sounds } = block
    const [first, second] = this.#pairs
    let head = first === null ? to : sounds.indexOf(first, from)
    let tail = second === null ? to : sounds.indexOf(second, from)
    for (;;) {
      if (head < 0 || head >= to) head = to
      if (tail < 0 || tail >= to) tail = to
      if (head === to && tail === to) return false
      if (head <= tail) {
        if (this.#fits(block, head, to)) return true
        head = sounds.indexOf(first as string, head + 1)
      } else {
        for (let start = Math.max(from, tail - half - 1); start <= tail - half + 1; start++) if (this.#fits(block, start, to)) return true
        tail = sounds.indexOf(second as string, tail + 1)
      }
    }
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
  readonly #variants: readonly number[][]
  readonly #sounds: readonly string[]
  /** All places in the block gone through last, in order; what begins at the same place: the longest first. */
  #hits: number[] = []
  #next = 0
  #block: Block | null = null

  constructor(variants: readonly number[][]) {
    this.#variants = variants
    this.#sounds = variants.map(units => String.fromCharCode(...units))
  }

  next(block: Block, from: number, to: number): boolean {
    if (this.#block !== block) {
      this.#block = block
      this.#hits = this.#all(block)
      this.#next = 0
    }
    while (this.#next > 0 && atOf(this.#hits[this.#next - 1]) >= from) this.#next--
    while (this.#next < this.#hits.length && atOf(this.#hits[this.#next]) < from) this.#next++
    const hit = this.#hits[this.#next]
    if (hit === undefined || atOf(hit) >= to) return false
    this.at = atOf(hit)
    this.end = this.at + LATIN_TO - hit % (LATIN_TO + 1)
    return this.end <= to
  }

  #all(block: Block): number[] {
    const hits: number[] = []
    this.#variants.forEach((units, i) => {
      const note = (at: number): void => { hits.push(at * (LATIN_TO + 1) + LATIN_TO - units.length) }
      if (block.places) block.places.find(block.units, units, note)
      else {
        const sound = this.#sounds[i] as string
        for (let at = block.sounds.indexOf(sound); at >= 0; at = block.sounds.indexOf(sound, at + 1)) note(at)
      }
    })
    return hits.sort((a, b) => a - b)
  }
}

/** A place and how much shorter than the longest a find is, in one number. */
function atOf(hit = Infinity): number {
  return Math.floor(hit / (LATIN_TO + 1))
}
