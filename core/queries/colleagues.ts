import type { Clock } from '../../domain/ports.ts'

const LIVE_MS = 5_000

export type Colleague = { personId: string; doing: 'viewing' | 'typing' }
type Noticed = { viewingUntil: number; typingUntil: number }

/** Colleagues who look at a conversation or write in it: in memory only, five seconds to live. */
export class ColleagueNotices {
  readonly #clock: Clock
  readonly #changed: () => void
  readonly #noticed = new Map<string, Map<string, Noticed>>()

  constructor(clock: Clock, changed: () => void) {
    this.#clock = clock
    this.#changed = changed
  }

  heard(conversationId: string, personId: string, topic: 'viewing' | 'typing'): void {
    const now = this.#clock.monotonic()
    const people = this.#noticed.get(conversationId) ?? new Map<string, Noticed>()
    const before = people.get(personId) ?? { viewingUntil: 0, typingUntil: 0 }
    const shown = doing(before, now)
    const after = topic === 'typing' ? { ...before, typingUntil: now + LIVE_MS } : { ...before, viewingUntil: now + LIVE_MS }
    this.#noticed.set(conversationId, people.set(personId, after))
    if (shown !== doing(after, now)) this.#changed()
  }

  /** Once a second. */
  expire(): void {
    const now = this.#clock.monotonic()
    let over = false
    for (const [conversationId, people] of this.#noticed) {
      for (const [personId, noticed] of people) {
        const endsTyping = noticed.typingUntil > 0 && noticed.typingUntil <= now
        if (endsTyping) people.set(personId, { ...noticed, typingUntil: 0 })
        if (doing(noticed, now) === null) people.delete(personId)
        over ||= endsTyping || doing(noticed, now) === null
      }
      if (people.size === 0) this.#noticed.delete(conversationId)
    }
    if (over) this.#changed()
  }

  of(conversationId: string): Colleague[] {
    const now = this.#clock.monotonic()
    return [...this.#noticed.get(conversationId) ?? []].flatMap(([personId, noticed]) => {
      const shown = doing(noticed, now)
      return shown === null ? [] : [{ personId, doing: shown }]
    })
  }
}

/** Who writes looks at it, too. */
function doing({ viewingUntil, typingUntil }: Noticed, now: number): Colleague['doing'] | null {
  return typingUntil > now ? 'typing' : viewingUntil > now ? 'viewing' : null
}
