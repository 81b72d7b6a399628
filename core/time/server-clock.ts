import type { Clock } from '../../domain/ports.ts'

/** A jump of the wall clock against the monotonic one beyond this was sleep. */
const SLEEP_GAP_MS = 2_000
/** How much the estimate loses per second without a round trip. */
const DRIFT_MS_PER_S = 0.5

/** The server's time as this desk estimates it: from round trips, by monotonic time between, by wall time over a sleep. */
export class ServerClock {
  readonly #clock: Clock
  #anchorServerMs: number
  #anchorMonotonic: number
  #uncertaintyMs = Number.POSITIVE_INFINITY
  #lastWall: number
  #lastMonotonic: number

  /** @param offsetMs last known server minus wall time, 0 when never heard */
  constructor(clock: Clock, offsetMs: number) {
    this.#clock = clock
    this.#lastWall = clock.now()
    this.#lastMonotonic = clock.monotonic()
    this.#anchorMonotonic = this.#lastMonotonic
    this.#anchorServerMs = this.#lastWall + offsetMs
  }

  /** @returns estimated server time, epoch ms, whole */
  now(): number {
    return Math.round(this.#anchorServerMs + this.#clock.monotonic() - this.#anchorMonotonic)
  }

  /** @returns server time minus this machine's wall time */
  offsetMs(): number {
    return this.now() - this.#clock.now()
  }

  /** One round trip: `sentAt` is monotonic; the server's time is taken to be that of its middle. Worse samples are ignored. */
  sample(serverNowMs: number, sentAt: number): void {
    const receivedAt = this.#clock.monotonic()
    const halfMs = (receivedAt - sentAt) / 2
    const grown = this.#uncertaintyMs + ((receivedAt - this.#anchorMonotonic) / 1000) * DRIFT_MS_PER_S
    if (halfMs > grown) return
    this.#anchorServerMs = serverNowMs + halfMs
    this.#anchorMonotonic = receivedAt
    this.#uncertaintyMs = halfMs
  }

  /** Each second, and on resume. @returns milliseconds slept since the last look, 0 when none */
  checkSleep(): number {
    const wall = this.#clock.now()
    const monotonic = this.#clock.monotonic()
    const gap = wall - this.#lastWall - (monotonic - this.#lastMonotonic)
    this.#lastWall = wall
    this.#lastMonotonic = monotonic
    if (gap <= SLEEP_GAP_MS) return 0
    this.#anchorServerMs += gap
    // By wall time only until the next round trip, whichever it is.
    this.#uncertaintyMs = Number.POSITIVE_INFINITY
    return gap
  }
}
