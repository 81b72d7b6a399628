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
const MOST_ANCHORS = 12
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
  /** The first two sounds of each half. */
  readonly #pairs: readonly [string, string]

  constructor(word: string, index: PaletteIndex) {
    this.#codes = [...word].map(character => character.charCodeAt(0))
    this.#units = pinyinOf(word).split(' ').map(syllable => index.syllables.find(syllable))
    this.#half = word.length >> 1
    const pair = (at: number): string => String.fromCharCode(this.#units[at] || NOTHING, this.#units[at + 1] || NOTHING)
    this.#pairs = [pair(0), pair(this.#half)]
  }

  next(block: Block, from: number, to: number): boolean {
    const half = this.#half
    const { sounds } = block
    const [first, second] = this.#pairs
    let head = sounds.indexOf(first, from)
    let tail = sounds.indexOf(second, from)
    for (;;) {
      if (head < 0 || head >= to) head = to
      if (tail < 0 || tail >= to) tail = to
      if (head === to && tail === to) return false
      if (head <= tail) {
        if (this.#fits(block, head, to)) return true
        head = sounds.indexOf(first, head + 1)
      } else {
        for (let start = Math.max(from, tail - half - 1); start <= tail - half + 1; start++) if (this.#fits(block, start, to)) return true
        tail = sounds.indexOf(second, tail + 1)
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

/** A syllable that variants share at the same place: native search finds it, then they are compared. */
type Anchor = { sound: string; offset: number; variants: Variant[] }

/** @returns few anchors that nearly all variants have one of: an error lies in one syllable, so the others are shared */
function anchorsOf(variants: readonly Variant[]): Anchor[] {
  const anchors: Anchor[] = []
  let left = [...variants]
  while (left.length > 0 && anchors.length < MOST_ANCHORS) {
    const having = new Map<string, Variant[]>()
    for (const variant of left) {
      variant.units.forEach((unit, offset) => {
        const key = `${unit} ${offset}`
        const known = having.get(key)
        if (known) known.push(variant)
        else having.set(key, [variant])
      })
    }
    const [key, most] = [...having].reduce((best, one) => one[1].length > best[1].length ? one : best)
    const [unit = 0, offset = 0] = key.split(' ').map(Number)
    anchors.push({ sound: String.fromCharCode(unit), offset, variants: most })
    const covered = new Set(most)
    left = left.filter(variant => !covered.has(variant))
  }
  return anchors
}

/** Spelled in full with one typing error. */
class NearSpelled implements Finder {
  readonly bySound = true
  at = 0
  end = 0
  readonly quality = NEAR
  readonly #anchors: readonly Anchor[]
  /** Where each anchor stands next in the block gone through last. */
  readonly #ahead: number[]
  #block: Block | null = null
  readonly #index: PaletteIndex

  constructor(variants: readonly Variant[], index: PaletteIndex) {
    this.#index = index
    this.#anchors = anchorsOf(variants)
    this.#ahead = this.#anchors.map(() => -1)
  }

  next(block: Block, from: number, to: number): boolean {
    if (this.#block !== block) {
      this.#block = block
      this.#ahead.fill(-1)
    }
    const { sounds, units } = block
    for (;;) {
      let at = to
      let nearest: Anchor | null = null
      for (const [i, anchor] of this.#anchors.entries()) {
        if ((this.#ahead[i] as number) < from) {
          const next = sounds.indexOf(anchor.sound, from + anchor.offset)
          this.#ahead[i] = next < 0 ? sounds.length : next - anchor.offset
        }
        if ((this.#ahead[i] as number) >= at) continue
        at = this.#ahead[i] as number
        nearest = anchor
      }
      if (nearest === null) return false
      const fitting = this.#anchors.flatMap((anchor, i) => this.#ahead[i] === at ? anchor.variants : []).find(variant => this.#fits(units, variant, at, to))
      if (fitting) {
        this.at = at
        this.end = at + fitting.units.length + (fitting.rest === '' ? 0 : 1)
        return true
      }
      from = at + 1
    }
  }

  #fits(units: Uint16Array, { units: wanted, rest }: Variant, at: number, to: number): boolean {
    for (let i = 0; i < wanted.length; i++) if (at + i >= to || units[at + i] !== wanted[i]) return false
    const next = at + wanted.length
    return rest === '' || (next < to && this.#index.syllables.text(units[next] as number).startsWith(rest))
  }
}
