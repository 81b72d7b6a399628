/** What happens at a time of the day; of two at the same time the one that was put in first. */
interface Event {
  atMs: number
  order: number
  run: () => void
}

const before = (a: Event, b: Event): boolean => a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order)

/** A binary heap: the earliest event is at its top. */
export class EventQueue {
  #heap: Event[] = []
  #order = 0

  put(atMs: number, run: () => void): void {
    const event = { atMs, order: this.#order++, run }
    let at = this.#heap.push(event) - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      const above = this.#heap[parent]
      if (!above || before(above, event)) break
      this.#heap[at] = above
      at = parent
    }
    this.#heap[at] = event
  }

  take(): Event | undefined {
    const first = this.#heap[0]
    const last = this.#heap.pop()
    if (!first || !last || this.#heap.length === 0) return first
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      const right = this.#heap[child + 1]
      let below = this.#heap[child]
      if (below && right && before(right, below)) {
        child += 1
        below = right
      }
      if (!below || before(last, below)) break
      this.#heap[at] = below
      at = child
    }
    this.#heap[at] = last
    return first
  }
}
