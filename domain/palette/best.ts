import type { Card } from './block.ts'

type Taken = { score: number; card: Card }

/** The best so many of what is offered, without sorting the rest: a heap with the worst on top. */
export class Best {
  readonly #heap: Taken[] = []
  readonly #limit: number

  constructor(limit: number) {
    this.#limit = limit
  }

  offer(score: number, card: Card): void {
    const heap = this.#heap
    if (heap.length < this.#limit) {
      heap.push({ score, card })
      this.#up(heap.length - 1)
    } else if (heap[0] && (score > heap[0].score || (score === heap[0].score && before(card, heap[0].card)))) {
      heap[0] = { score, card }
      this.#down()
    }
  }

  /** @returns the best first; equals in the order of their codes */
  taken(): Card[] {
    return [...this.#heap].sort((a, b) => worse(a, b) ? 1 : -1).map(({ card }) => card)
  }

  #up(from: number): void {
    const heap = this.#heap
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1
      if (!worse(heap[at] as Taken, heap[parent] as Taken)) return
      const moved = heap[at] as Taken
      heap[at] = heap[parent] as Taken
      heap[parent] = moved
      at = parent
    }
  }

  #down(): void {
    const heap = this.#heap
    for (let at = 0; ;) {
      let least = at
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heap.length && worse(heap[child] as Taken, heap[least] as Taken)) least = child
      }
      if (least === at) return
      const moved = heap[at] as Taken
      heap[at] = heap[least] as Taken
      heap[least] = moved
      at = least
    }
  }
}

function before(a: Card, b: Card): boolean {
  return a.code === b.code ? a.id < b.id : a.code < b.code
}

function worse(a: Taken, b: Taken): boolean {
  return a.score === b.score ? before(b.card, a.card) : a.score < b.score
}
