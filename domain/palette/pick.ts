import type { Wish } from '../scripts/suggest.ts'
import { Best } from './best.ts'
import { FIELDS, TAGS, TITLE, type Block, type Card } from './block.ts'
import { Hits } from './hits.ts'
import { isSeen, type PaletteIndex, type Sight } from './palette-index.ts'
import type { Bonus } from './ranking.ts'
import { sharingWords } from './terms.ts'
import { KIND, STAGES, stageOf, worthOfKinds } from './traits.ts'
import { Wording } from './wording.ts'

export type Reason = Wish['reason'] | 'their_words'
export type Pick = { id: string; reason: Reason | null }

/** In another language than the conversation's: only when nothing else fits. */
const OTHER_LANGUAGE = 0.2
/** Each further one of the same stage and reason: five openings help less than two. */
const AGAIN = 0.8
/** What the best answer to the customer's own words is worth; the others in proportion. */
const THEIR_WORDS = 104

/** Of more than the best so many none is taken, whatever comes twice. */
const CONSIDERED = 200

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
  const wordings = wishes.map(({ words }) => words ? words.map(word => new Wording(word)) : null)
  const best = new Best(CONSIDERED)
  const candidates = new Map<Card, Candidate>()
  const byStage = wishesByStage(wishes)
  const languages = worthOfKinds((_, language) => bonus.language === null || language === bonus.language ? 1 : OTHER_LANGUAGE)
  let at = 0
  for (const block of index.blocks) {
    const { cards, orders, traits } = block
    const named = wordings.map(words => words && entriesNamed(block, words))
    for (let i = 0; i < cards.length; i++) {
      const trait = traits[i] as number
      const answer = THEIR_WORDS * (answers?.[at++] ?? 0)
      const wish = wishFor(block, i, wishes, byStage[stageOf(trait)] ?? [], named)
      const fits = Math.max(answer, wish?.points ?? 0)
      const reason = answer > 0 && fits === answer && answer !== wish?.points ? 'their_words' : wish?.reason ?? null
      // The entry itself is looked at last: most have nothing for this moment.
      const used = bonus.byId.size > 0 ? bonus.byId.get((cards[i] as Card).id) ?? 0 : 0
      const points = (fits + used * (fits > 0 ? 0.3 : 1)) * (reason === 'incident' ? 1 : languages[trait >> KIND] as number)
      if (points < best.least || (points === 0 && !many.all)) continue
      const card = cards[i] as Card
      if (isSeen(card, sight) && best.offer(points, orders[i] as number, card)) candidates.set(card, { card, points, reason })
    }
  }
  return choose(best.taken().flatMap(card => candidates.get(card) ?? []), many.count)
}

/** @returns which wishes are for entries of each stage, by the stage's number */
function wishesByStage(wishes: readonly Wish[]): number[][] {
  return STAGES.map(stage =>
    wishes.flatMap((wish, n) => wish.stage === undefined || wish.stage === stage ? [n] : []))
}

/** @param of those for the entry's stage @returns the wish that says most for an entry; of equals the first */
function wishFor({ cards }: Block, i: number, wishes: readonly Wish[], of: readonly number[], named: readonly (Uint8Array | null)[]): Wish | null {
  let best: Wish | null = null
  for (const n of of) {
    const wish = wishes[n] as Wish
    if (wish.points <= (best?.points ?? 0) || named[n]?.[i] === 0) continue
    if (wish.ids && !wish.ids.includes((cards[i] as Card).id)) continue
    if (!wish.campaign || (cards[i] as Card).validToMs !== null) best = wish
  }
  return best
}

/** @returns for each entry of a block 1 when one of the words stands in its title or tags */
function entriesNamed(block: Block, words: readonly Wording[]): Uint8Array {
  const { cards, codes, bounds } = block
  const named = new Uint8Array(cards.length)
  const hits = new Hits()
  hits.clear(0, codes.length)
  for (const word of words) word.find(block, hits)
  if (hits.empty) return named
  let bound = TITLE
  for (let at = hits.next(0); at >= 0; at = hits.next(bounds[bound + 1] as number)) {
    while ((bounds[bound + 1] as number) <= at) bound++
    const field = bound % FIELDS
    if (field === TITLE || field === TAGS) named[(bound - field) / FIELDS] = 1
  }
  return named
}

/** @param left the best first */
function choose(left: Candidate[], count: number): Pick[] {
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
