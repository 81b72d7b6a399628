import type { Audience, ScriptStage } from '../entities/script.ts'
import type { Language } from '../entities/scalars.ts'
import type { PaletteEntry } from './entry.ts'
import { fold, foldTable, isHan } from './fold.ts'
import { linesPinyin } from './pinyin.ts'
import type { Places } from './places.ts'
import { Syllables } from './syllables.ts'

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
  /** Has Chinese characters, so that it may be spelled. */
  han: boolean
}

/** Some hundred entries side by side: one folded text, and beside it what each unit is spelled by. */
export type Block = {
  cards: Card[]
  /** title ⏎ body ⏎ tags ⏎ code ⏎ of each entry. */
  text: string
  /** Number of the syllable, letter or digit at each place of `text` (syllables.ts). */
  units: Uint16Array
  /** The same as a text, and first letters alone (entries without Chinese left out): what native search can go through. */
  sounds: string
  initials: string
  /** Where each field begins, FIELDS for each entry, and the end of all. */
  bounds: Int32Array
  /** Of the blocks of an index: where each syllable stands. */
  places: Places | null
}

const NEWLINE = 10
const LETTERS = 96

/** Prepares one entry. */
export function blockOf(entry: PaletteEntry, syllables: Syllables): Block {
  const fields = [entry.title, entry.body, entry.tags.join(' '), entry.code ?? '']
  const bounds = new Int32Array(FIELDS + 1)
  for (let i = 0; i < FIELDS; i++) bounds[i + 1] = (bounds[i] as number) + (fields[i] as string).length + 1
  const raw = `${fields.join('\n')}\n`
  const codes = new Uint16Array(raw.length)
  const units = new Uint16Array(raw.length)
  // Stored readings that are not those of this text (made by an older program) are made again.
  let han = spell(raw, bounds, entry.pinyin, syllables, codes, units)
  if (han === null) han = spell(raw, bounds, linesPinyin(entry), syllables, codes, units)
  const { id, stage, scene, language, validFromMs, validToMs, audience, personal } = entry
  return {
    cards: [{ id, code: fold(entry.code ?? ''), stage, scene, language, validFromMs, validToMs, audience, personal, han: (han ?? 0) > 0 }],
    text: asText(codes), units, sounds: asText(units), initials: asText(initialsOf(units, syllables, (han ?? 0) > 0)), bounds, places: null,
  }
}

const BLANK = 0x20

function initialsOf(units: Uint16Array, syllables: Syllables, han: boolean): Uint16Array {
  const letters = new Uint16Array(units.length)
  for (let at = 0; at < units.length; at++) letters[at] = han ? syllables.initial(units[at] as number) || BLANK : BLANK
  return letters
}

const CHUNK = 8_192

function asText(codes: Uint16Array): string {
  let text = ''
  // By apply: spreading goes through an iterator, ten times slower.
  for (let at = 0; at < codes.length; at += CHUNK) text += Reflect.apply(String.fromCharCode, null, codes.subarray(at, at + CHUNK) as unknown as number[])
  return text
}

/** Writes folded units and their syllables. @returns how many characters were read; null when the readings do not fit the text */
function spell(raw: string, bounds: Int32Array, pinyin: string, syllables: Syllables, codes: Uint16Array, units: Uint16Array): number | null {
  const table = foldTable()
  let from = 0
  let read = 0
  for (let field = 0; field < FIELDS; field++) {
    const end = bounds[field + 1] as number
    for (let at = bounds[field] as number; at < end; at++) {
      const code = table[raw.charCodeAt(at)] as number
      codes[at] = code
      if (field === CODE || !isHan(code)) {
        units[at] = Syllables.ofSign(code)
        continue
      }
      let key = 0
      let letter = pinyin.charCodeAt(from)
      if (!(letter >= 0x61 && letter <= 0x7a) && letter !== 0x2d) return null
      while ((letter >= 0x61 && letter <= 0x7a) || letter === 0x2d) {
        key = letter === 0x2d ? 0 : key * 32 + (letter - LETTERS)
        letter = pinyin.charCodeAt(++from)
      }
      if (letter !== NEWLINE) from++
      units[at] = key === 0 ? 0 : syllables.of(key)
      read++
    }
    // Each field's readings end where the field ends.
    if (field < CODE) {
      if (pinyin.charCodeAt(from) === NEWLINE) from++
      else if (from < pinyin.length || field < TAGS) return null
    }
  }
  return read
}

/** Puts blocks together, in order. */
export function joinBlocks(blocks: readonly Block[]): Block {
  const length = blocks.reduce((sum, { units }) => sum + units.length, 0)
  const cards = blocks.flatMap(block => block.cards)
  const units = new Uint16Array(length)
  const bounds = new Int32Array(cards.length * FIELDS + 1)
  let at = 0
  let bound = 0
  for (const block of blocks) {
    units.set(block.units, at)
    for (let i = 0; i < block.bounds.length - 1; i++) bounds[bound++] = at + (block.bounds[i] as number)
    at += block.units.length
  }
  bounds[bound] = at
  const joined = (field: 'text' | 'sounds' | 'initials'): string => blocks.map(block => block[field]).join('')
  return { cards, text: joined('text'), units, sounds: joined('sounds'), initials: joined('initials'), bounds, places: null }
}

/** @returns one entry of a block as a block of its own */
export function sliceBlock(block: Block, index: number): Block {
  const from = block.bounds[index * FIELDS] as number
  const to = block.bounds[(index + 1) * FIELDS] as number
  return {
    cards: block.cards.slice(index, index + 1), text: block.text.slice(from, to), units: block.units.slice(from, to),
    sounds: block.sounds.slice(from, to), initials: block.initials.slice(from, to),
    bounds: block.bounds.slice(index * FIELDS, (index + 1) * FIELDS + 1).map(at => at - from), places: null,
  }
}
