import type { Block } from './block.ts'
import { isHan } from './fold.ts'
import type { Known } from './known.ts'
import type { Places } from './places.ts'
import { spellingsOf } from './spellings.ts'
import { Syllables } from './syllables.ts'

/** One way in which a word of the query may stand in a text. */
export interface Finder {
  /** By how it sounds, not as it is written: says less in a long text, and nothing of a code. */
  readonly bySound: boolean
  /** Goes on where places are `from` to `to` of the block's text. @returns whether something is there: then see `at`, `end`, `quality` */
  next(block: Block, from: number, to: number): boolean
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

/** The word as it is written. */
export class Literal implements Finder {
  readonly bySound = false
  at = 0
  end = 0
  quality = 1
  readonly #word: string
  readonly #quality: number
  readonly #latin: boolean

  constructor(word: string, quality = 1) {
    this.#word = word
    this.#quality = quality
    this.#latin = isLetter(word.charCodeAt(0))
  }

  next(block: Block, from: number, to: number): boolean {
    const at = block.text.indexOf(this.#word, from)
    if (at < 0 || at + this.#word.length > to) return false
    this.at = at
    this.end = at + this.#word.length
    this.quality = this.#quality
    if (this.#latin && at > 0 && isLetter(block.text.charCodeAt(at - 1))) this.quality *= INSIDE_WORD
    if (this.#latin && this.#word.length < 3 && isLetter(block.text.charCodeAt(this.end))) this.quality *= MERE_BEGINNING
    return true
  }
}

const MAX_SYLLABLE = 6
/** Shorter words may be read in too many ways. */
const SPELLED_FROM = 3

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
  /** Letters taken of each unit on the way to a match. */
  readonly #taken: number[] = []
  /** First Chinese character in the word and its place; -1 = letters alone. */
  readonly #hanAt: number
  readonly #han: string

  /** First letters of the first two syllables, in every way the word can be read; of one that may be a single syllable only its own. */
  readonly #beginnings: readonly string[]
  /** Where each of them stands next in the block gone through last. */
  readonly #ahead: number[]
  #block: Block | null = null
  /** The ways to read a longer word; null = too many, then it is looked for by its beginnings. */
  readonly #spellings: readonly number[][] | null
  /** Of the block gone through last: where one of them stands, in order. */
  #places: number[] = []
  #place = 0

  private constructor(word: string, { syllables, known }: Sounds) {
    this.#word = word
    this.#syllables = syllables
    this.#hanAt = [...word].findIndex(one => isHan(one.charCodeAt(0)))
    this.#han = this.#hanAt < 0 ? '' : word.charAt(this.#hanAt)
    this.#beginnings = this.#hanAt < 0 ? this.#waysToBegin() : []
    this.#ahead = this.#beginnings.map(() => -1)
    const long = this.#hanAt < 0 && word.length >= SPELLED_FROM
    this.#spellings = long ? spellingsOf(word.length, letter => this.#row(letter), known) : null
  }

  #waysToBegin(): string[] {
    const ways = new Set<string>()
    let all = 0
    for (const lengths of this.#row(0)) all |= lengths
    for (let length = 1; length <= MAX_SYLLABLE; length++) {
      if ((all & (1 << length)) === 0) continue
      if (length >= this.#word.length) return [this.#word.charAt(0)]
      ways.add(this.#word.charAt(0) + this.#word.charAt(length))
    }
    return [...ways]
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

  next(block: Block, from: number, to: number): boolean {
    if (this.#hanAt >= 0) return this.#nextAround(block, from, to)
    if (this.#spellings && block.places) return this.#nextPlace(block, block.places, this.#spellings, from, to)
    const beginnings = this.#beginnings
    if (this.#block !== block) {
      this.#block = block
      this.#ahead.fill(-1)
    }
    for (;;) {
      let at = to
      for (let i = 0; i < beginnings.length; i++) {
        let next = this.#ahead[i] as number
        if (next < from) {
          next = block.initials.indexOf(beginnings[i] as string, from)
          if (next < 0) next = block.initials.length
          this.#ahead[i] = next
        }
        if (next < at) at = next
      }
      if (at >= to) return false
      if (this.#matches(block, at, to)) return true
      from = at + 1
    }
  }

  #nextPlace(block: Block, places: Places, spellings: readonly number[][], from: number, to: number): boolean {
    if (this.#block !== block) {
      this.#block = block
      this.#places = []
      this.#place = 0
      for (const units of spellings) places.find(block.units, units, at => { this.#places.push(at) })
      this.#places.sort((a, b) => a - b)
    }
    while (this.#place > 0 && (this.#places[this.#place - 1] as number) >= from) this.#place--
    for (; this.#place < this.#places.length; this.#place++) {
      const at = this.#places[this.#place] as number
      if (at >= to) return false
      if (at >= from && this.#matches(block, at, to)) return true
    }
    return false
  }

  /** With a Chinese character in it: looks for that, then for what is spelled around it. */
  #nextAround(block: Block, from: number, to: number): boolean {
    for (let han = block.text.indexOf(this.#han, from); han >= 0 && han < to; han = block.text.indexOf(this.#han, han + 1)) {
      for (let at = Math.max(from, han - this.#hanAt); at <= han; at++) {
        if (this.#matches(block, at, to)) return true
      }
    }
    return false
  }

  #matches(block: Block, at: number, to: number): boolean {
    const end = this.#walk(block, at, 0, to, 0)
    if (end < 0) return false
    this.at = at
    this.end = end
    let whole = 0
    for (let i = at; i < end; i++) {
      if (this.#taken[i - at] === 0 || this.#taken[i - at] === this.#syllables.text(block.units[i] as number).length) whole++
    }
    const count = end - at
    const last = this.#taken[count - 1] ?? 0
    // The last syllable may still be in the writing.
    if (whole === count - 1 && last > 1) whole = count
    this.quality = whole === count ? 0.9 : (count <= 2 ? 0.5 : 0.6) + 0.25 * whole / count
    return true
  }

  #walk(block: Block, at: number, letter: number, to: number, depth: number): number {
    if (letter === this.#word.length) return at
    if (at >= to) return -1
    const code = this.#word.charCodeAt(letter)
    if (!isLetter(code) && code > 0x39) {
      if (block.text.charCodeAt(at) !== code) return -1
      this.#taken[depth] = 0
      return this.#walk(block, at + 1, letter + 1, to, depth + 1)
    }
    const lengths = this.#row(letter)[block.units[at] as number] as number
    for (let length = MAX_SYLLABLE; length > 0; length--) {
      if ((lengths & (1 << length)) === 0) continue
      this.#taken[depth] = length
      const end = this.#walk(block, at + 1, letter + length, to, depth + 1)
      if (end >= 0) return end
    }
    return -1
  }

  #row(letter: number): Uint8Array {
    let row = this.#rows[letter]
    if (row) return row
    row = new Uint8Array(this.#syllables.size)
    const rest = this.#word.slice(letter)
    const texts = this.#syllables.texts
    for (let id = 1; id < texts.length; id++) {
      const text = texts[id] as string
      if (text.charCodeAt(0) !== rest.charCodeAt(0)) continue
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

/** @returns how a word may stand in a text: as written, and as spelled; nothing for what certainly stands in none */
export function findersOf(word: string, sounds: Sounds): Finder[] {
  const spelled = Spelled.of(word, sounds)
  const literal = sounds.known.mayStand(word) ? [new Literal(word)] : []
  return spelled && !spelled.nowhere ? [...literal, spelled] : literal
}
