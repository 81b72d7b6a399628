import type { Clock, Random } from '../../domain/ports.ts'
import { WALL_EVENT } from '../../protocol/shift.ts'
import type { WallView } from '../../protocol/shift-views.ts'
import type { ApiClient } from './api-client.ts'
import { NetworkError, ProblemError } from './errors.ts'
import { readEvents } from './event-stream.ts'
import { Loop } from './loop.ts'

/** It speaks once a second. */
const SILENCE_MS = 6_000
/** Not one's team, or an older server: seldom asked again. */
const REFUSED_MS = 60_000

export type WallParts = {
  clock: Clock
  random: Random
  /** Of the desk that is open now; null = none, or it is locked. */
  client: () => ApiClient | null
  changed: () => void
}

/** The wall of one team, for as long as somebody looks at it (L1): nothing of it is stored. */
class WallStream {
  value: WallView | null = null
  readonly #loop: Loop
  #over = false

  constructor(teamId: string, parts: WallParts) {
    const put = (value: WallView | null): void => {
      if (value === null && this.value === null) return
      this.value = value
      parts.changed()
    }
    this.#loop = new Loop({
      clock: parts.clock, random: parts.random,
      step: async signal => {
        try {
          const client = parts.client()
          if (!client) throw new NetworkError('no desk is open')
          await readEvents(await client.wall(teamId, signal), { clock: parts.clock, silenceMs: SILENCE_MS, signal }, message => {
            const wall = message.event === WALL_EVENT ? wallOf(message.data) : null
            if (wall?.teamId === teamId) put(wall)
          })
          throw new NetworkError('the wall ended')
        } finally {
          put(null)
        }
      },
      failed: error => (error instanceof ProblemError ? Math.max(error.retryAfterMs ?? 0, error.status < 500 ? REFUSED_MS : 0) : 0),
    })
    this.#loop.start()
  }

  /** Lets go of the line there is, and opens one anew. */
  again(): void {
    void this.#loop.stop().then(() => {
      if (!this.#over) this.#loop.start()
    })
  }

  stop(): void {
    this.#over = true
    void this.#loop.stop()
  }
}

/** What the server makes for 200 people once a second is not looked through again field by field: a window only shows it. */
function wallOf(data: string): WallView | null {
  try {
    return JSON.parse(data) as WallView
  } catch {
    // A newer server may say things in another form.
    return null
  }
}

/** Walls that windows look at: each team's is one line to the server, however many look. */
export class WallStreams {
  readonly #parts: WallParts
  readonly #watched = new Map<string, { stream: WallStream; watchers: number }>()

  constructor(parts: WallParts) {
    this.#parts = parts
  }

  /** @returns ends the watching; with the last one the line ends */
  watch(teamId: string): () => void {
    const watched = this.#watched.get(teamId) ?? { stream: new WallStream(teamId, this.#parts), watchers: 0 }
    watched.watchers += 1
    this.#watched.set(teamId, watched)
    let over = false
    return () => {
      if (over) return
      over = true
      watched.watchers -= 1
      if (watched.watchers > 0) return
      this.#watched.delete(teamId)
      watched.stream.stop()
    }
  }

  /** @returns the newest second of a team's wall; null while it is not there */
  of(teamId: string): WallView | null {
    return this.#watched.get(teamId)?.stream.value ?? null
  }

  /** The network changed, a desk was opened or closed: what was seen of the one before goes. */
  again(): void {
    for (const { stream } of this.#watched.values()) stream.again()
  }

  stop(): void {
    for (const { stream } of this.#watched.values()) stream.stop()
    this.#watched.clear()
  }
}
