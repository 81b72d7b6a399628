import type { Card } from './block.ts'

/** The best so many of what is offered, without sorting the rest: a heap with the worst on top. */
export class Best {
  readonly #limit: number
  /** Side by side: an object for each would be made and thrown away thousands of times a search. */
  readonly #scores: Float64Array
  readonly #orders: Float64Array
  readonly #cards: Card[] = []
  /** What has less than this is not taken any more. */
  least = -Infinity

  constructor(limit: number) {
    this.#limit = limit
    this.#scores = new Float64Array(limit)
    this.#orders = new Float64Array(limit)
    if (limit === 0) this.least = Infinity
  }

  /** @param order of its code (traits.ts): equals come in the order of their codes @returns whether it is among the best so far */
  offer(score: number, order: number, card: Card): boolean {
    const { length } = this.#cards
    if (length < this.#limit) {
      this.#set(length, score, order, card)
      this.#up(length)
      if (length + 1 === this.#limit) this.least = this.#scores[0] as number
      return true
    }
    if (length > 0 && (score > (this.#scores[0] as number) || (score === this.#scores[0] && this.#isBefore(order, card, 0)))) {
      this.#set(0, score, order, card)
      this.#down()
      this.least = this.#scores[0] as number
      return true
    }
    return false
  }

  /** @returns the best first */
  taken(): Card[] {
    return this.#cards.map((_, at) => at).sort((a, b) => this.#isWorse(a, b) ? 1 : -1).map(at => this.#cards[at] as Card)
  }

  #set(at: number, score: number, order: number, card: Card): void {
    this.#scores[at] = score
    this.#orders[at] = order
    this.#cards[at] = card
  }

  #up(from: number): void {
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1
      if (!this.#isWorse(at, parent)) return
      this.#swap(at, parent)
      at = parent
    }
  }

  #down(): void {
    const { length } = this.#cards
    for (let at = 0; ;) {
      let least = at
      for (let child = 2 * at + 1; child <= 2 * at + 2 && child < length; child++) if (this.#isWorse(child, least)) least = child
      if (least === at) return
      this.#swap(at, least)
      at = least
    }
  }

  #swap(a: number, b: number): void {
    const score = this.#scores[a] as number
    const order = this.#orders[a] as number
    const card = this.#cards[a] as Card
    this.#set(a, this.#scores[b] as number, this.#orders[b] as number, this.#cards[b] as Card)
    this.#set(b, score, order, card)
  }

  #isWorse(a: number, b: number): boolean {
    const difference = (this.#scores[a] as number) - (this.#scores[b] as number)
    return difference === 0 ? this.#isBefore(this.#orders[b] as number, this.#cards[b] as Card, a) : difference < 0
  }

  #isBefore(order: number, card: Card, at: number): boolean {
    const difference = order - (this.#orders[at] as number)
    if (difference !== 0) return difference < 0
    const other = this.#cards[at] as Card
    return card.code === other.code ? card.id < other.id : card.code < other.code
  }
}
