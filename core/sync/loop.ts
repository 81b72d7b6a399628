import type { Clock, Random } from '../../domain/ports.ts'

const FIRST_MS = 500
const LAST_MS = 5_000

/** @returns full jitter over 0.5 s × 2 to `longestMs`; `floorMs` is what the server asked for (Retry-After) */
export function backoffMs(failures: number, random: Random, floorMs = 0, longestMs = LAST_MS): number {
  return Math.max(floorMs, random() * Math.min(longestMs, FIRST_MS * 2 ** Math.max(0, failures - 1)))
}

export type LoopParts = {
  clock: Clock
  random: Random
  /** One turn. @returns milliseconds to wait for the next, null = until kicked */
  step: (signal: AbortSignal) => Promise<number | null>
  /** @returns the least milliseconds to wait after a failure; null ends the loop */
  failed: (error: unknown) => number | null
  /** @returns the longest back-off now; 5 s where not given */
  longestMs?: () => number
}

/** A turn after another, never two at once; a kick during a turn means one more, whatever the number of kicks. */
export class Loop {
  readonly #parts: LoopParts
  #stop: AbortController | null = null
  #nap: AbortController | null = null
  #kicked = false
  #failures = 0
  /** Before this the server wants no more requests, monotonic. */
  #notBefore = Number.NEGATIVE_INFINITY
  #ended: Promise<void> = Promise.resolve()

  constructor(parts: LoopParts) {
    this.#parts = parts
  }

  get running(): boolean {
    return this.#stop !== null
  }

  start(): void {
    if (this.#stop) return
    const stop = new AbortController()
    this.#stop = stop
    this.#ended = this.#run(stop).finally(() => {
      // Ended by itself: it can be started again.
      if (this.#stop === stop) this.#stop = null
    })
  }

  /** Now instead of later. `fresh` forgets the failures before: the network changed, the agent asked. */
  kick(fresh = false): void {
    if (fresh) {
      this.#failures = 0
      this.#notBefore = Number.NEGATIVE_INFINITY
    } else if (this.#parts.clock.monotonic() < this.#notBefore) return
    this.#kicked = true
    this.#nap?.abort()
  }

  async stop(): Promise<void> {
    this.#stop?.abort()
    this.#nap?.abort()
    this.#stop = null
    await this.#ended
  }

  async #run(stop: AbortController): Promise<void> {
    while (!stop.signal.aborted) {
      this.#kicked = false
      let waitMs: number | null
      try {
        waitMs = await this.#parts.step(stop.signal)
        this.#failures = 0
      } catch (error) {
        if (stop.signal.aborted) return
        this.#failures += 1
        const floorMs = this.#report(error)
        if (floorMs === null) return
        const { clock, random, longestMs } = this.#parts
        if (floorMs > 0) this.#notBefore = clock.monotonic() + floorMs
        waitMs = backoffMs(this.#failures, random, floorMs, longestMs?.())
      }
      if (!this.#kicked) await this.#wait(waitMs, stop.signal)
    }
  }

  /** What is noted of a failure may fail itself, on a full disk: the loop goes on all the same. */
  #report(error: unknown): number | null {
    try {
      return this.#parts.failed(error)
    } catch (second) {
      if (!(second instanceof Error)) throw second
      return 0
    }
  }

  async #wait(ms: number | null, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return
    const nap = new AbortController()
    this.#nap = nap
    const rouse = (): void => nap.abort()
    signal.addEventListener('abort', rouse, { once: true })
    // A rejected sleep was a kick or the end.
    await this.#parts.clock.sleep(ms ?? 1_000_000_000, nap.signal).catch(() => undefined)
    signal.removeEventListener('abort', rouse)
    this.#nap = null
  }
}
