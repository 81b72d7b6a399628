import { findUnits, type Block } from './block.ts'
import { isHan } from './fold.ts'
import { Hits } from './hits.ts'
import type { Known } from './known.ts'
import { candidates, spellingsOf } from './spellings.ts'
import { initialOf, LONGEST_SYLLABLE, pairOf, Syllables, UNITS } from './syllables.ts'
import { Wording } from './wording.ts'

/** One way in which a word of the query may stand in a text. */
export interface Finder {
  /** By how it sounds, not as it is written: says less in a long text, and nothing of a code. */
  readonly bySound: boolean
  /** Looks through places `from` to `to` of a block. @returns false when nothing is there */
  look(block: Block, from: number, to: number): boolean
  /** Goes on in what was looked through. @returns whether something is there at `from` or after it: then see `at`, `end`, `quality` */
  next(from: number): boolean
  at: number
  end: number
  /** 1 = as written. */
  quality: number
}

/** The syllables of an index, and what is known of its texts. */
type Sounds = { readonly syllables: Syllables; readonly known: Known }

const isLetter = (code: number): boolean => code >= 0x61 && code <= 0x7a
/** A word that begins inside another one says less: "or" in "for". */
const INSIDE_WORD = 0.7
/** One or two letters that begin a longer word are more often initials: "th" in "the". */
const MERE_BEGINNING = 0.5

/** How a word may begin: units that may stand for all of it, and the initials of its first two units. */
type Beginnings = { units: readonly number[]; pairs: readonly number[] }

/** The word as it is written. */
export class Literal implements Finder {
  readonly bySound = false
  at = 0
  end = 0
  quality = 1
  readonly #wording: Wording
  readonly #quality: number
  readonly #latin: boolean
  readonly #hits = new Hits()
  #text: Uint16Array = new Uint16Array(0)

  constructor(word: string, quality = 1) {
    this.#wording = new Wording(word)
    this.#quality = quality
    this.#latin = isLetter(word.charCodeAt(0))
  }

  look(block: Block, from: number, to: number): boolean {
    this.#text = block.codes
    this.#hits.clear(from, to)
    this.#wording.find(block, this.#hits)
    return !this.#hits.empty
  }

  next(from: number): boolean {
    const at = this.#hits.next(from)
    if (at < 0) return false
    const { length } = this.#wording.codes
    this.at = at
    this.end = at + length
    this.quality = this.#quality
    if (!this.#latin) return true
    if (at > 0 && isLetter(this.#text[at - 1] as number)) this.quality *= INSIDE_WORD
    if (length < 3 && isLetter(this.#text[this.end] as number)) this.quality *= MERE_BEGINNING
    return true
  }
}

/** Shorter words may be read in too many ways. */
const SPELLED_FROM = 3
/** Every syllable in full. */
const WHOLE = 0.9

/**
 * The word as it is spelled: each character by its whole syllable, its first letter (of zh, ch, sh also both), the last one by any
 * beginning of it, or by itself: `tk`, `tuikuan`, `tuik`, `退kuan`. (S1)
 */
export class Spelled implements Finder {
  readonly bySound = true
  at = 0
  end = 0
  quality = 1
  readonly #word: string
  readonly #syllables: Syllables
  /** For each place in the word and each syllable: bit n = n letters of it may stand for the syllable. */
  readonly #rows: (Uint8Array | undefined)[] = []
  /** The bit for all letters of the word; 0 = more than any syllable has. */
  readonly #whole: number
  /** Letters taken of each unit on the way to a match. */
  readonly #taken: Uint8Array
  /** First Chinese character in the word and its place; -1 = letters alone. */
  readonly #hanAt: number
  /** The ways to read a longer word; null = too many, or a short word: then it is looked for by its first two syllables. */
  readonly #spellings: readonly Uint16Array[] | null
  /** Where it may stand, of what was looked through. */
  readonly #hits = new Hits()
  #block: Block | null = null
  #ways: Beginnings | null = null

  private constructor(word: string, { syllables, known }: Sounds) {
    this.#word = word
    this.#whole = word.length <= LONGEST_SYLLABLE ? 1 << word.length : 0
    this.#taken = new Uint8Array(word.length)
    this.#syllables = syllables
    this.#hanAt = [...word].findIndex(one => isHan(one.charCodeAt(0)))
    this.#spellings = this.#hanAt < 0 && word.length >= SPELLED_FROM ? spellingsOf(word.length, letter => this.#row(letter), known) : null
  }

  /** @returns null for a word that cannot be spelled: without letters, or with other signs */
  static of(word: string, sounds: Sounds): Spelled | null {
    const plain = word.replace(/['’]/g, '')
    if (!/[a-z]/.test(plain)) return null
    for (let i = 0; i < plain.length; i++) if (!/[a-z0-9]/.test(plain.charAt(i)) && !isHan(plain.charCodeAt(i))) return null
    return new Spelled(plain, sounds)
  }

  /** No text has it. */
  get nowhere(): boolean {
    return this.#spellings?.length === 0
  }

  /** One letter alone: told apart because it says little. */
  get short(): boolean {
    return this.#word.length === 1
  }

  look(block: Block, from: number, to: number): boolean {
    this.#block = block
    this.#hits.clear(from, to)
    if (this.#hanAt >= 0) this.#lookAround(block, from, to)
    else if (to - from < block.codes.length) this.#lookThrough(block, from, to)
    else if (this.#spellings) for (const units of this.#spellings) findUnits(block, units, this.#hits)
    else this.#lookForBeginnings(block)
    return !this.#hits.empty
  }

  /** A stretch of a block: unit by unit. */
  #lookThrough({ units }: Block, from: number, to: number): void {
    const row = this.#row(0)
    for (let at = from; at < to; at++) if (row[units[at] as number] !== 0) this.#hits.add(at)
  }

  /** With a Chinese character in it: looks for that, then for what is spelled around it. */
  #lookAround(block: Block, from: number, to: number): void {
    const around = new Hits()
    around.clear(from, to)
    new Wording(this.#word.charAt(this.#hanAt)).find(block, around)
    for (let han = around.next(from); han >= 0; han = around.next(han + 1)) {
      for (let at = Math.max(from, han - this.#hanAt); at <= han; at++) this.#hits.add(at)
    }
  }

  #lookForBeginnings({ sounds, pairs }: Block): void {
    this.#ways ??= this.#waysToBegin()
    for (const unit of this.#ways.units) sounds.add(unit, this.#hits)
    for (const pair of this.#ways.pairs) pairs.add(pair, this.#hits)
  }

  #waysToBegin(): Beginnings {
    const units: number[] = []
    const pairs = new Set<number>()
    const initial = (letter: number): number => initialOf(this.#word.charCodeAt(letter))
    for (const { unit, lengths } of candidates(this.#row(0))) {
      if ((lengths & this.#whole) !== 0) units.push(unit)
      for (let rest = lengths & ~this.#whole; rest !== 0; rest &= rest - 1) pairs.add(pairOf(initial(0), initial(31 - Math.clz32(rest & -rest))))
    }
    return { units, pairs: [...pairs] }
  }

  next(from: number): boolean {
    const block = this.#block
    if (!block) return false
    for (let at = this.#hits.next(from); at >= 0; at = this.#hits.next(at + 1)) if (this.#matches(block, at, this.#hits.to)) return true
    return false
  }

  #matches(block: Block, at: number, to: number): boolean {
    const { units } = block
    this.at = at
    // One unit stands for all of a short word: thousands of times.
    if (((this.#row(0)[units[at] as number] as number) & this.#whole) !== 0) {
      this.end = at + 1
      this.quality = this.#word.length > 1 || this.#syllables.length(units[at] as number) === 1 ? WHOLE : 0.5
      return true
    }
    const end = this.#walk(block, at, 0, to, 0)
    if (end < 0) return false
    this.end = end
    let whole = 0
    const taken = this.#taken
    for (let i = at; i < end; i++) if (taken[i - at] === 0 || taken[i - at] === this.#syllables.length(units[i] as number)) whole++
    const count = end - at
    // The last syllable may still be in the writing.
    if (whole === count - 1 && (taken[count - 1] as number) > 1) whole = count
    this.quality = whole === count ? WHOLE : (count <= 2 ? 0.5 : 0.6) + 0.25 * whole / count
    return true
  }

  #walk(block: Block, at: number, letter: number, to: number, depth: number): number {
    if (letter === this.#word.length) return at
    if (at >= to) return -1
    const code = this.#word.charCodeAt(letter)
    if (!isLetter(code) && code > 0x39) {
      if (block.codes[at] !== code) return -1
      this.#taken[depth] = 0
      return this.#walk(block, at + 1, letter + 1, to, depth + 1)
    }
    // The most letters first.
    for (let lengths = this.#row(letter)[block.units[at] as number] as number; lengths !== 0;) {
      const length = 31 - Math.clz32(lengths)
      lengths &= ~(1 << length)
      this.#taken[depth] = length
      const end = this.#walk(block, at + 1, letter + length, to, depth + 1)
      if (end >= 0) return end
    }
    return -1
  }

  #row(letter: number): Uint8Array {
    let row = this.#rows[letter]
    if (row) return row
    row = new Uint8Array(UNITS)
    const rest = this.#word.slice(letter)
    const texts = this.#syllables.texts
    for (const id of this.#syllables.beginningWith(rest.charCodeAt(0))) {
      const text = texts[id] as string
      let lengths = 1 << 1
      if (text.charCodeAt(1) === 0x68 && rest.charCodeAt(1) === 0x68) lengths |= 1 << 2
      if (rest.startsWith(text)) lengths |= 1 << text.length
      else if (text.startsWith(rest)) lengths |= 1 << rest.length
      row[id] = lengths
    }
    const sign = rest.charCodeAt(0)
    const own = Syllables.ofSign(sign)
    if (own > 0) row[own] = 1 << 1
    this.#rows[letter] = row
    return row
  }
}

/** A word of the query with the ways in which it may stand in a text. */
export type Word = { text: string; finders: Finder[] }

/** @returns how a word may stand in a text: as written, and as spelled */
export function findersOf(word: string, sounds: Sounds): Finder[] {
  const spelled = Spelled.of(word, sounds)
  return spelled && !spelled.nowhere ? [new Literal(word), spelled] : [new Literal(word)]
}
