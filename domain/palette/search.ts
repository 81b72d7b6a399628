import type { Language } from '../entities/scalars.ts'
import type { ScriptStage } from '../entities/script.ts'
import { Best } from './best.ts'
import { BODY, CODE, FIELDS, TAGS, TITLE, type Block } from './block.ts'
import { findersOf, Spelled, type Finder, type Word } from './finders.ts'
import { fold } from './fold.ts'
import { nearFinders } from './near.ts'
import { isSeen, type Labels, type PaletteIndex, type Sight } from './palette-index.ts'
import { sharingWords } from './terms.ts'

export type Bonus = { byId: ReadonlyMap<string, number>; byStage: ReadonlyMap<ScriptStage, number>; language: Language | null }
export type Found = { ids: string[]; total: number; how: 'found' | 'near'; words: Word[] }

/** Weights of the fields, in the order of S1: title, body, tags, stage, scene, code. */
const WEIGHT = { [TITLE]: 100, [BODY]: 60, [TAGS]: 50, stage: 40, scene: 35, [CODE]: 30 } as const
/** A word that stands in several fields of an entry: the best one counts, the others a little. */
const OTHER_FIELDS = 0.25
const EXACT_CODE = 10_000
/** Of a title: all of it, its beginning, how much of it. */
const WHOLE_TITLE = 25
const BEGINS_TITLE = 12
const SHARE_OF_TITLE = 15
const WHOLE_TAG = 10
const BEGINS_CODE = 8
/** Initials of two letters are in every other long text. */
const SHORT_SPELLING_IN_BODY = 0.4
/** In a long text many things sound alike. */
const SPELLING_IN_BODY = 0.8
const SAME_LANGUAGE = 18
/** From this length on what was typed may be a question in the customer's words. */
const LEAST_SENTENCE = 4

/** @returns the words of a query as they are compared; none for an empty one */
export function wordsOf(text: string): string[] {
  return fold(text).split(/\s+/u).filter(word => word !== '')
}

/** What a search counts in: one number for each entry, kept between searches. */
class Tally {
  total = new Float64Array(0)
  /** Of the word at hand: its best field, and all of them. */
  best = new Float64Array(0)
  sum = new Float64Array(0)
  fields = new Uint8Array(0)

  add(at: number, score: number): void {
    this.sum[at] = (this.sum[at] as number) + score
    if (score > (this.best[at] as number)) this.best[at] = score
  }

  /** Room for so many entries, all at nothing. */
  clear(size: number): void {
    if (this.total.length < size) {
      this.total = new Float64Array(size)
      this.best = new Float64Array(size)
      this.sum = new Float64Array(size)
      this.fields = new Uint8Array(size)
    } else this.total.fill(0, 0, size)
  }
}

/**
 * Finds entries by all words of the query, in any order (S1), best first. Only when nothing is found as typed: what is near it.
 * @param text the query as typed; an empty one finds nothing
 */
export function search(index: PaletteIndex, text: string, sight: Sight, bonus: Bonus, limit: number): Found {
  const texts = wordsOf(text)
  const none: Found = { ids: [], total: 0, how: 'found', words: [] }
  if (texts.length === 0) return none
  const run = new Search(index, sight, bonus, limit)
  const words = texts.map((word): Word => ({ text: word, finders: findersOf(word, index) }))
  const found = run.find(words)
  if (found.total > 0) return { ...found, how: 'found', words }
  for (const near of nearFinders(index, words)) {
    const close = run.find(near)
    if (close.total > 0) return { ...close, how: 'near', words: near }
  }
  if (text.length < LEAST_SENTENCE) return none
  const about = run.about(sharingWords(index, text))
  return about.total > 0 ? { ...about, how: 'near', words: [] } : none
}

const tally = new Tally()

type Scoring = { first: boolean; alone: boolean; stages: ReadonlyMap<string, number>; scenes: ReadonlyMap<string, number> }

class Search {
  readonly #index: PaletteIndex
  readonly #sight: Sight
  readonly #bonus: Bonus
  readonly #limit: number

  constructor(index: PaletteIndex, sight: Sight, bonus: Bonus, limit: number) {
    this.#index = index
    this.#sight = sight
    this.#bonus = bonus
    this.#limit = limit
  }

  find(words: readonly Word[]): { ids: string[]; total: number } {
    const { blocks } = this.#index
    if (words.some(({ finders }) => finders.length === 0)) return { ids: [], total: 0 }
    tally.clear(blocks.reduce((sum, { cards }) => sum + cards.length, 0))
    let first = true
    for (const word of words) {
      this.#score(word, first, words.length === 1)
      first = false
    }
    return this.#best()
  }

  /** Adds up what one word brings; what it is not in falls out. */
  #score(word: Word, first: boolean, alone: boolean): void {
    const stages = labelScores(this.#index.stages, word, WEIGHT.stage)
    const scenes = labelScores(this.#index.scenes, word, WEIGHT.scene)
    let base = 0
    for (const block of this.#index.blocks) {
      const count = block.cards.length
      if (first || hasAny(base, count)) this.#scoreBlock(block, base, word, { first, alone, stages, scenes })
      base += count
    }
  }

  #scoreBlock(block: Block, base: number, word: Word, { first, alone, stages, scenes }: Scoring): void {
    const count = block.cards.length
    const named = stages.size + scenes.size > 0
    tally.best.fill(0, base, base + count)
    tally.sum.fill(0, base, base + count)
    tally.fields.fill(0, base, base + count)
    let touched = named
    for (const finder of word.finders) if (scan(block, base, finder, word, alone)) touched = true
    if (!touched) {
      tally.total.fill(0, base, base + count)
      return
    }
    for (let i = 0; i < count; i++) {
      const at = base + i
      if (named) {
        const { stage, scene } = block.cards[i] as { stage: string | null; scene: string | null }
        if (stages.size > 0 && stage !== null) tally.add(at, stages.get(stage) ?? 0)
        if (scenes.size > 0 && scene !== null) tally.add(at, scenes.get(scene) ?? 0)
      }
      const brought = (tally.best[at] as number) * (1 - OTHER_FIELDS) + (tally.sum[at] as number) * OTHER_FIELDS
      const before = tally.total[at] as number
      tally.total[at] = brought > 0 && (first || before > 0) ? before + brought : 0
    }
  }

  /** Entries that share words with what was typed: a whole question is seldom written as a script is. */
  about(near: ReadonlyMap<string, number>): { ids: string[]; total: number } {
    if (near.size === 0) return { ids: [], total: 0 }
    let at = 0
    for (const { cards } of this.#index.blocks) for (const { id } of cards) tally.total[at++] = (near.get(id) ?? 0) * WEIGHT[TITLE]
    return this.#best()
  }

  #best(): { ids: string[]; total: number } {
    const best = new Best(this.#limit)
    const { byId, byStage, language } = this.#bonus
    let total = 0
    let base = 0
    for (const block of this.#index.blocks) {
      for (let i = 0; i < block.cards.length; i++) {
        const score = tally.total[base + i] as number
        if (score === 0) continue
        const card = block.cards[i]
        if (!card || !isSeen(card, this.#sight)) continue
        total++
        const used = byId.size === 0 ? 0 : byId.get(card.id) ?? 0
        const fitting = card.stage === null || byStage.size === 0 ? 0 : byStage.get(card.stage) ?? 0
        const extra = used + fitting + (card.language === language ? SAME_LANGUAGE : 0)
        best.offer(score + extra, card)
      }
      base += block.cards.length
    }
    return { ids: best.taken().map(({ id }) => id), total }
  }
}

function hasAny(base: number, count: number): boolean {
  for (let at = base; at < base + count; at++) if ((tally.total[at] as number) > 0) return true
  return false
}

/** @returns what a word is worth by the names of stages or scenes, for each that it names */
function labelScores({ block, keys }: Labels, word: Word, weight: number): Map<string, number> {
  const scores = new Map<string, number>()
  for (const finder of word.finders) {
    if (finder instanceof Spelled && finder.short) continue
    keys.forEach((key, i) => {
      const end = block.bounds[i * FIELDS + TAGS] as number
      if (!scores.has(key) && finder.next(block, block.bounds[i * FIELDS] as number, end)) scores.set(key, weight * finder.quality)
    })
  }
  return scores
}

/** Goes through a whole block, a field at most once. @returns whether something was there */
function scan(block: Block, base: number, finder: Finder, word: Word, alone: boolean): boolean {
  const { bounds, text } = block
  const end = text.length
  const short = finder instanceof Spelled && finder.short
  let from = 0
  let bound = 0
  let found = false
  while (from < end && finder.next(block, from, end)) {
    while ((bounds[bound + 1] as number) <= finder.at) bound++
    const field = bound % FIELDS
    from = bounds[bound + 1] as number
    if (finder.bySound && (field === CODE || (short && field !== TITLE))) continue
    found = true
    take(block, base, bound, finder)
    const at = (bound - field) / FIELDS
    if (alone && field === CODE && word.text === block.cards[at]?.code) tally.add(base + at, EXACT_CODE)
  }
  return found
}

/** Notes that a word stands in a field. */
function take(block: Block, base: number, bound: number, finder: Finder): void {
  const { bounds, text } = block
  const field = bound % FIELDS
  const at = base + (bound - field) / FIELDS
  const bit = 1 << field
  if (((tally.fields[at] as number) & bit) !== 0) return
  tally.fields[at] = (tally.fields[at] as number) | bit
  const from = bounds[bound] as number
  const to = (bounds[bound + 1] as number) - 1
  const { quality } = finder
  let score = WEIGHT[field as keyof typeof WEIGHT] * quality
  if (field === TITLE) {
    score += SHARE_OF_TITLE * (finder.end - finder.at) / (to - from)
    if (finder.at === from) score += (finder.end === to ? WHOLE_TITLE : BEGINS_TITLE) * quality
  } else if (field === TAGS) {
    const begins = finder.at === from || text.charCodeAt(finder.at - 1) === SPACE
    if (begins && (finder.end === to || text.charCodeAt(finder.end) === SPACE)) score += WHOLE_TAG * quality
  } else if (field === CODE) {
    if (finder.at === from) score += BEGINS_CODE
  } else if (finder.bySound) score *= quality < 0.9 && finder.end - finder.at <= 2 ? SHORT_SPELLING_IN_BODY : SPELLING_IN_BODY
  tally.add(at, score)
}

const SPACE = 32
