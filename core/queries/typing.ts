import type { Clock } from '../../domain/ports.ts'

const LIVE_MS = 5_000

/** Who is writing: in memory only, five seconds to live. */
export class TypingNotices {
  readonly #clock: Clock
  readonly #changed: () => void
  readonly #until = new Map<string, number>()

  constructor(clock: Clock, changed: () => void) {
    this.#clock = clock
    this.#changed = changed
  }

  heard(conversationId: string): void {
    const fresh = !this.#until.has(conversationId)
    this.#until.set(conversationId, this.#clock.monotonic() + LIVE_MS)
    if (fresh) this.#changed()
  }

  expire(): void {
    const now = this.#clock.monotonic()
    const over = [...this.#until].filter(([, until]) => until <= now)
    for (const [id] of over) this.#until.delete(id)
    if (over.length > 0) this.#changed()
  }

  conversations(): ReadonlySet<string> {
    return new Set(this.#until.keys())
  }
}
