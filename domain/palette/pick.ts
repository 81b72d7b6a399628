import type { Wish } from '../scripts/suggest.ts'
import { BODY, CODE, FIELDS, TAGS, type Block, type Card } from './block.ts'
import { isSeen, type PaletteIndex, type Sight } from './palette-index.ts'
import type { Bonus } from './search.ts'
import { sharingWords } from './terms.ts'

export type Reason = Wish['reason'] | 'their_words'
export type Pick = { id: string; reason: Reason | null }

/** In another language than the conversation's: only when nothing else fits. */
const OTHER_LANGUAGE = 0.2
/** Each further one of the same stage and reason: five openings help less than two. */
const AGAIN = 0.8
/** What the best answer to the customer's own words is worth; the others in proportion. */
const THEIR_WORDS = 104

type Candidate = { card: Card; points: number; reason: Reason | null }

/**
 * What is offered before anything was typed.
 * @param many how many at most; `all`: also what neither fits the moment nor was ever used, last
 * @returns the best of the moment, each with its reason; first those that fit, then what this agent uses
 */
export function pick(
  index: PaletteIndex, wishes: readonly Wish[], customerWords: string, sight: Sight, bonus: Bonus, many: { count: number; all: boolean },
): Pick[] {
  const answers = sharingWords(index, customerWords)
  const candidates: Candidate[] = []
  for (const block of index.blocks) {
    block.cards.forEach((card, i) => {
      const found = candidateOf(block, card, i, wishes, answers, bonus)
      if ((found.points > 0 || many.all) && isSeen(card, sight)) candidates.push(found)
    })
  }
  return choose(candidates, many.count)
}

function candidateOf(block: Block, card: Card, i: number, wishes: readonly Wish[], answers: ReadonlyMap<string, number>, bonus: Bonus): Candidate {
  let points = 0
  let reason: Reason | null = null
  let told: string | null = null
  for (const wish of wishes) {
    if (wish.points <= points) continue
    if (wish.stage !== undefined && wish.stage !== card.stage) continue
    if (wish.ids && !wish.ids.includes(card.id)) continue
    if (wish.campaign && card.validToMs === null) continue
    if (wish.words) {
      told ??= titleAndTags(block, i)
      const text = told
      if (!wish.words.some(word => text.includes(word))) continue
    }
    points = wish.points
    reason = wish.reason
  }
  const answer = THEIR_WORDS * (answers.get(card.id) ?? 0)
  if (answer > points) {
    points = answer
    reason = 'their_words'
  }
  const used = bonus.byId.get(card.id) ?? 0
  const language = bonus.language === null || card.language === bonus.language || reason === 'incident' ? 1 : OTHER_LANGUAGE
  return { card, points: (points + used * (points > 0 ? 0.3 : 1)) * language, reason }
}

function titleAndTags(block: Block, i: number): string {
  const bounds = block.bounds
  const at = i * FIELDS
  return `${block.text.slice(bounds[at], bounds[at + BODY])}${block.text.slice(bounds[at + TAGS], bounds[at + CODE])}`
}

function choose(candidates: Candidate[], count: number): Pick[] {
  const left = candidates.sort((a, b) => b.points - a.points || (a.card.code < b.card.code ? -1 : 1)).slice(0, 200)
  const taken: Pick[] = []
  while (taken.length < count && left.length > 0) {
    let best = 0
    for (let i = 1; i < left.length; i++) if ((left[i] as Candidate).points > (left[best] as Candidate).points) best = i
    const [one] = left.splice(best, 1) as [Candidate]
    taken.push({ id: one.card.id, reason: one.reason })
    for (const other of left) if (other.reason === one.reason && other.card.stage === one.card.stage) other.points *= AGAIN
  }
  return taken
}
