import type { Audience, ScriptStage } from '../entities/script.ts'
import type { Language } from '../entities/scalars.ts'
import type { PaletteEntry } from './entry.ts'
import { fold, foldTable, isHan } from './fold.ts'
import { linesPinyin } from './pinyin.ts'
import type { Hits } from './hits.ts'
import { Places } from './places.ts'
import { LONGEST_SYLLABLE, Syllables } from './syllables.ts'
import { orderOf, traitsOf } from './traits.ts'

/** Fields of an entry in the order they stand in its text. */
export const TITLE = 0
export const BODY = 1
export const TAGS = 2
export const CODE = 3
export const FIELDS = 4

/** What is asked of an entry that was found; its text is in the block. */
export type Card = {
  id: string
  code: string
  stage: ScriptStage | null
  scene: string | null
  language: Language
  validFromMs: number | null
  validToMs: number | null
  audience: Audience
  personal: boolean
}

/** Some hundred entries side by side: one folded text, and beside it what each unit is spelled by. */
export type Block = {
  cards: Card[]
  /** Of each entry: what is asked at every search (traits.ts), the number of its scene, and where its code comes among others. */
  traits: Uint8Array
  scenes: Uint16Array
  orders: Float64Array
  /** title ⏎ body ⏎ tags ⏎ code ⏎ of each entry, folded (fold.ts). */
  codes: Uint16Array
  /** Number of the syllable, letter or digit at each place of the text (syllables.ts). */
  units: Uint16Array
  /** Where each field begins, FIELDS for each entry, and the end of all. */
  bounds: Int32Array
  /** Where each sign of the text stands, each unit, and each pair of initials side by side. */
  signs: Places
  sounds: Places
  pairs: Places
}

/** An entry where it stands. */
export type Place = { block: Block; index: number }

const NEWLINE = 10
const LETTERS = 96
/** Stands for a character without a reading: "-". */
const UNREAD = 0x2d

/** Numbers of what the entries of an index have in common. */
export type Numbers = {
  syllables: Syllables
  /** From 1 on. */
  scenes: Map<string, number>
}

/** Prepares entries, and takes over what stands in older blocks, as one block. */
export function blockOf(parts: readonly (PaletteEntry | Place)[], numbers: Numbers): Block {
  const texts = parts.map(part => 'block' in part ? null : [part.title, part.body, part.tags.join(' '), part.code ?? ''])
  const bounds = new Int32Array(parts.length * FIELDS + 1)
  texts.forEach((fields, i) => {
    for (let field = 0; field < FIELDS; field++) {
      const bound = i * FIELDS + field
      bounds[bound + 1] = (bounds[bound] as number) + (fields ? (fields[field] as string).length + 1 : lengthOf(parts[i] as Place, field))
    }
  })
  const writer = new Writer(bounds, numbers)
  parts.forEach((part, i) => { if ('block' in part) writer.copy(i, part); else writer.write(i, part, texts[i] as string[]) })
  const { cards, traits, scenes, orders, codes, units } = writer
  return {
    cards, traits, scenes, orders, codes, units, bounds,
    signs: new Places(codes, 0), sounds: new Places(units, 1), pairs: new Places(numbers.syllables.pairsOf(units), 1),
  }
}

function lengthOf({ block: { bounds }, index }: Place, field: number): number {
  const bound = index * FIELDS + field
  return (bounds[bound + 1] as number) - (bounds[bound] as number)
}

class Writer {
  readonly cards: Card[] = []
  readonly traits: Uint8Array
  readonly scenes: Uint16Array
  readonly orders: Float64Array
  readonly codes: Uint16Array
  readonly units: Uint16Array
  readonly #bounds: Int32Array
  readonly #numbers: Numbers

  constructor(bounds: Int32Array, numbers: Numbers) {
    const count = (bounds.length - 1) / FIELDS
    this.traits = new Uint8Array(count)
    this.scenes = new Uint16Array(count)
    this.orders = new Float64Array(count)
    this.codes = new Uint16Array(bounds.at(-1) ?? 0)
    this.units = new Uint16Array(this.codes.length)
    this.#bounds = bounds
    this.#numbers = numbers
  }

  copy(index: number, { block, index: from }: Place): void {
    const at = this.#bounds[index * FIELDS] as number
    const begin = block.bounds[from * FIELDS] as number
    const end = block.bounds[(from + 1) * FIELDS] as number
    this.codes.set(block.codes.subarray(begin, end), at)
    this.units.set(block.units.subarray(begin, end), at)
    this.traits[index] = block.traits[from] as number
    this.scenes[index] = block.scenes[from] as number
    this.orders[index] = block.orders[from] as number
    this.cards.push(block.cards[from] as Card)
  }

  write(index: number, entry: PaletteEntry, texts: readonly string[]): void {
    // Stored readings that are not those of this text (made by an older program) are made again.
    const read = this.#spell(index, texts, entry.pinyin) ?? this.#spell(index, texts, linesPinyin(entry)) ?? 0
    const { id, stage, scene, language, validFromMs, validToMs, audience, personal } = entry
    const code = fold(entry.code ?? '')
    this.cards.push({ id, code, stage, scene, language, validFromMs, validToMs, audience, personal })
    this.traits[index] = traitsOf(entry, read > 0)
    this.scenes[index] = scene === null ? 0 : numberOf(scene, this.#numbers.scenes)
    this.orders[index] = orderOf(code)
  }

  /** Writes folded units and their syllables. @returns how many characters were read; null when the readings do not fit the text */
  #spell(index: number, texts: readonly string[], pinyin: string): number | null {
    const { codes, units } = this
    const { syllables } = this.#numbers
    const table = foldTable()
    let from = 0
    let read = 0
    for (let field = 0; field < FIELDS; field++) {
      const text = texts[field] as string
      const begin = this.#bounds[index * FIELDS + field] as number
      for (let i = 0; i < text.length; i++) {
        const code = table[text.charCodeAt(i)] as number
        codes[begin + i] = code
        if (field === CODE || !isHan(code)) {
          units[begin + i] = Syllables.ofSign(code)
          continue
        }
        const start = from
        let key = 0
        let letter = pinyin.charCodeAt(from)
        while (letter >= 0x61 && letter <= 0x7a) {
          key = (key << 5) | (letter - LETTERS)
          letter = pinyin.charCodeAt(++from)
        }
        units[begin + i] = from > start && from - start <= LONGEST_SYLLABLE ? syllables.of(key) : 0
        if (from === start && letter === UNREAD) letter = pinyin.charCodeAt(++from)
        if (from === start) return null
        if (letter !== NEWLINE) from++
        read++
      }
      codes[begin + text.length] = NEWLINE
      units[begin + text.length] = 0
      // Each field's readings end where the field ends.
      if (field < CODE) {
        if (pinyin.charCodeAt(from) === NEWLINE) from++
        else if (from < pinyin.length || field < TAGS) return null
      }
    }
    return read
  }
}

function numberOf(text: string, numbers: Map<string, number>): number {
  const known = numbers.get(text)
  if (known !== undefined) return known
  numbers.set(text, numbers.size + 1)
  return numbers.size
}

/** Adds every place where units stand side by side, by the one that stands in the fewest places. */
export function findUnits({ units, sounds }: Block, wanted: Uint16Array, hits: Hits): void {
  let rarest = 0
  for (let i = 1; i < wanted.length; i++) if (sounds.count(wanted[i] as number) < sounds.count(wanted[rarest] as number)) rarest = i
  sounds.addWhere(wanted[rarest] as number, rarest, wanted, units, hits)
}
