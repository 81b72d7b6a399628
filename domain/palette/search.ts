import { FIELDS, TAGS, TITLE } from './block.ts'
import { findersOf, Spelled, type Word } from './finders.ts'
import { fold } from './fold.ts'
import { nearFinders } from './near.ts'
import type { Labels, PaletteIndex, Sight } from './palette-index.ts'
import { Ranking, type Bonus } from './ranking.ts'
import { Tally, WEIGHT } from './tally.ts'
import { sharingWords } from './terms.ts'
import { HAN } from './traits.ts'

export type Found = { ids: string[]; total: number; how: 'found' | 'near'; words: Word[] }

/** From this length on what was typed may be a question in the customer's words. */
const LEAST_SENTENCE = 4

/** @returns the words of a query as they are compared; none for an empty one */
export function wordsOf(text: string): string[] {
  return fold(text).split(/\s+/u).filter(word => word !== '')
}

/**
 * Finds entries by all words of the query, in any order (S1), best first. Only when nothing is found as typed: what is near it.
 * @param text the query as typed; an empty one finds nothing
 */
export function search(index: PaletteIndex, text: string, sight: Sight, bonus: Bonus, limit: number): Found {
  const texts = wordsOf(text)
  const none: Found = { ids: [], total: 0, how: 'found', words: [] }
  if (texts.length === 0) return none
  const run = new Search(index, new Ranking(index, sight, bonus, limit))
  const words = texts.map((word): Word => ({ text: word, finders: findersOf(word, index) }))
  const found = run.find(words)
  if (found.total > 0) return { ...found, how: 'found', words }
  for (const near of nearFinders(index, words)) {
    const close = run.find(near)
    if (close.total > 0) return { ...close, how: 'near', words: near }
  }
  if (text.length < LEAST_SENTENCE) return none
  const shares = sharingWords(index, text)
  const about = shares ? run.about(shares) : none
  return about.total > 0 ? { ...about, how: 'near', words: [] } : none
}

const tally = new Tally()

class Search {
  readonly #index: PaletteIndex
  readonly #ranking: Ranking

  constructor(index: PaletteIndex, ranking: Ranking) {
    this.#index = index
    this.#ranking = ranking
  }

  find(words: readonly Word[]): { ids: string[]; total: number } {
    const nothing = { ids: [], total: 0 }
    if (words.some(({ finders }) => finders.length === 0)) return nothing
    tally.clear(this.#index.size)
    let first = true
    for (const word of words) {
      if (!this.#score(word, first, words.length === 1)) return nothing
      first = false
    }
    return this.#ranking.best(tally.total)
  }

  /** @returns whether some entry has this word and all before it */
  #score(word: Word, first: boolean, alone: boolean): boolean {
    const named = { stages: labelScores(this.#index.stages, word, WEIGHT.stage), scenes: labelScores(this.#index.scenes, word, WEIGHT.scene) }
    let any = false
    let base = 0
    for (const block of this.#index.blocks) {
      const count = block.cards.length
      if ((first || tally.hasAny(base, count)) && tally.score(block, base, word, named, first, alone)) any = true
      base += count
    }
    return any
  }

  /** Entries that share words with what was typed: a whole question is seldom written as a script is. */
  about(shares: Float64Array): { ids: string[]; total: number } {
    return this.#ranking.best(shares.map(share => share * WEIGHT.title))
  }
}

/** @returns what a word is worth by the names of stages or scenes, by the number of each; null when it names none */
function labelScores({ block, numbers }: Labels, word: Word, weight: number): Float64Array | null {
  const scores = new Float64Array(Math.max(0, ...numbers) + 1)
  let named = false
  for (const finder of word.finders) {
    if (finder instanceof Spelled && finder.short) continue
    numbers.forEach((number, i) => {
      if (scores[number] !== 0 || (finder.bySound && ((block.traits[i] as number) & HAN) === 0)) return
      const from = block.bounds[i * FIELDS + TITLE] as number
      if (!finder.look(block, from, block.bounds[i * FIELDS + TAGS] as number) || !finder.next(from)) return
      scores[number] = weight * finder.quality
      named = true
    })
  }
  return named ? scores : null
}
