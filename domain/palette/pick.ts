import type { Wish } from '../scripts/suggest.ts'
import { BODY, CODE, FIELDS, TAGS, TITLE, type Block, type Card } from './block.ts'
import { fold, isHan } from './fold.ts'
import { isSeen, type PaletteIndex, type Sight } from './palette-index.ts'
import type { Bonus } from './search.ts'

export type Reason = Wish['reason'] | 'their_words'
export type Pick = { id: string; reason: Reason | null }

/** In another language than the conversation's: only when nothing else fits. */
const OTHER_LANGUAGE = 0.2
/** Each further one of the same stage and reason: five openings help less than two. */
const AGAIN = 0.8
const MOST_TERMS = 30
/** What the best match of the customer's own words is worth; the others in proportion. */
const THEIR_WORDS = 104
const LEAST_OF_BEST = 0.45
/** So many words of the customer have to be in it, weighed by how rare they are, before it counts as an answer. */
const LEAST_WORDS = 4
/** In most talks, and so saying nothing. */
const COMMON = /^(?:你好|您好|请问|可以|这个|那个|什么|怎么|一下|我的|你们|我们|多少|时候|现在|还是|已经|知道|没有|不是|有没|是不|能不|的话|谢谢|一个|the|and|you|are|have|this|that|with|for|can|what|when|your|please|hello)$/

type Candidate = { card: Card; points: number; reason: Reason | null }

/**
 * What is offered before anything was typed.
 * @param many how many at most; `all`: also what neither fits the moment nor was ever used, last
 * @returns the best of the moment, each with its reason; first those that fit, then what this agent uses
 */
export function pick(
  index: PaletteIndex, wishes: readonly Wish[], customerWords: string, sight: Sight, bonus: Bonus, many: { count: number; all: boolean },
): Pick[] {
  const answers = answersTo(index, customerWords)
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
  const answer = answers.get(card.id) ?? 0
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

/** Words of the customer's text to look for: pairs of Chinese characters, Latin words of three letters or more. */
function termsOf(text: string): string[] {
  const terms = new Set<string>()
  const folded = fold(text)
  for (let at = 0; at + 1 < folded.length; at++) {
    if (isHan(folded.charCodeAt(at)) && isHan(folded.charCodeAt(at + 1))) terms.add(folded.slice(at, at + 2))
  }
  for (const [word] of folded.matchAll(/[a-z]{3,}/g)) terms.add(word)
  return [...terms].filter(term => !COMMON.test(term)).slice(-MOST_TERMS)
}

const FIELD_SHARE = [3, 1, 2, 0]

/** @returns what scripts are worth as answers to the customer's words: rare words count more, titles more than bodies */
function answersTo(index: PaletteIndex, customerWords: string): Map<string, number> {
  const worth = new Map<string, number>()
  for (const term of termsOf(customerWords)) {
    const hits = new Map<string, number>()
    for (const block of index.blocks) findTerm(block, term, hits)
    const rare = Math.log(1 + index.size / Math.max(1, hits.size)) / Math.log(1 + index.size)
    for (const [id, share] of hits) worth.set(id, (worth.get(id) ?? 0) + share * rare)
  }
  let best = 0
  for (const value of worth.values()) best = Math.max(best, value)
  const points = new Map<string, number>()
  if (best < LEAST_WORDS) return points
  for (const [id, value] of worth) if (value >= best * LEAST_OF_BEST) points.set(id, THEIR_WORDS * value / best)
  return points
}

function findTerm(block: Block, term: string, hits: Map<string, number>): void {
  const { text, bounds, cards } = block
  let field = TITLE
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, bounds[field + 1])) {
    while ((bounds[field + 1] as number) <= at) field++
    const card = cards[Math.floor(field / FIELDS)]
    const share = FIELD_SHARE[field % FIELDS] ?? 0
    if (card && share > 0) hits.set(card.id, (hits.get(card.id) ?? 0) + share)
  }
}
