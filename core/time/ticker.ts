import type { Clock } from '../../domain/ports.ts'

const LONGEST_MS = 1_000

/** A turn at least once a second, sooner when the turn before asked for it. */
export class Ticker {
  readonly #clock: Clock
  readonly #turn: () => number
  #stop: AbortController | null = null
  #nap: AbortController | null = null
  #last = new Map<number, number>()

  /** @param turn returns milliseconds until it wants the next one */
  constructor(clock: Clock, turn: () => number) {
    this.#clock = clock
    this.#turn = turn
  }

  start(): void {
    if (this.#stop) return
    this.#stop = new AbortController()
    void this.#run(this.#stop.signal)
  }

  stop(): void {
    this.#stop?.abort()
    this.#nap?.abort()
    this.#stop = null
  }

  /** The next turn's time has to be found anew. */
  wake(): void {
    this.#nap?.abort()
  }

  /** @returns true once in so many seconds */
  every(seconds: number): boolean {
    const now = this.#clock.monotonic()
    const last = this.#last.get(seconds)
    if (last !== undefined && now - last < seconds * 1_000) return false
    this.#last.set(seconds, now)
    return last !== undefined
  }

  async #run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const waitMs = Math.min(LONGEST_MS, this.#turn())
      this.#nap = new AbortController()
      // Woken early is no error.
      await this.#clock.sleep(waitMs, this.#nap.signal).catch(() => undefined)
    }
  }
}
