import type { Wish } from '../scripts/suggest.ts'
import { FIELDS, TAGS, TITLE, type Block, type Card } from './block.ts'
import { Hits } from './hits.ts'
import { isSeen, type PaletteIndex, type Sight } from './palette-index.ts'
import type { Bonus } from './ranking.ts'
import { sharingWords } from './terms.ts'
import { Wording } from './wording.ts'

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
  let at = 0
  for (const block of index.blocks) {
    const named = wishes.map(({ words }) => words ? entriesNamed(block, words) : null)
    block.cards.forEach((card, i) => {
      const found = candidateOf(card, i, wishes, named, answers?.[at++] ?? 0, bonus)
      if ((found.points > 0 || many.all) && isSeen(card, sight)) candidates.push(found)
    })
  }
  return choose(candidates, many.count)
}

function candidateOf(
  card: Card, i: number, wishes: readonly Wish[], named: readonly (Uint8Array | null)[], answer: number, bonus: Bonus,
): Candidate {
  let points = 0
  let reason: Reason | null = null
  for (const [n, wish] of wishes.entries()) {
    if (wish.points <= points) continue
    if (wish.stage !== undefined && wish.stage !== card.stage) continue
    if (wish.ids && !wish.ids.includes(card.id)) continue
    if (wish.campaign && card.validToMs === null) continue
    if (named[n]?.[i] === 0) continue
    points = wish.points
    reason = wish.reason
  }
  if (THEIR_WORDS * answer > points) {
    points = THEIR_WORDS * answer
    reason = 'their_words'
  }
  const used = bonus.byId.get(card.id) ?? 0
  const language = bonus.language === null || card.language === bonus.language || reason === 'incident' ? 1 : OTHER_LANGUAGE
  return { card, points: (points + used * (points > 0 ? 0.3 : 1)) * language, reason }
}

/** @returns for each entry of a block 1 when one of the words stands in its title or tags */
function entriesNamed(block: Block, words: readonly string[]): Uint8Array {
  const { cards, codes, bounds } = block
  const named = new Uint8Array(cards.length)
  const hits = new Hits()
  hits.clear(0, codes.length)
  for (const word of words) new Wording(word).find(block, hits)
  let bound = TITLE
  for (let at = hits.next(0); at >= 0; at = hits.next(bounds[bound + 1] as number)) {
    while ((bounds[bound + 1] as number) <= at) bound++
    const field = bound % FIELDS
    if (field === TITLE || field === TAGS) named[(bound - field) / FIELDS] = 1
  }
  return named
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
