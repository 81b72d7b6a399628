import type { Clock } from '../../domain/ports.ts'

type Sleeper = { at: number; wake: () => void; order: number }

/** For tests: time moves only when told to. Stops after too many wakes in one move: a loop without a wait. */
export class VirtualClock implements Clock {
  #wall: number
  #monotonic = 0
  #order = 0
  #sleepers: Sleeper[] = []

  constructor(wall = 1_800_000_000_000) {
    this.#wall = wall
  }

  now(): number {
    return this.#wall
  }

  monotonic(): number {
    return this.#monotonic
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error)
      const sleeper: Sleeper = { at: this.#monotonic + Math.max(0, ms), wake: resolve, order: this.#order++ }
      this.#sleepers.push(sleeper)
      signal?.addEventListener('abort', () => {
        this.#sleepers = this.#sleepers.filter(other => other !== sleeper)
        reject(signal.reason as Error)
      }, { once: true })
    })
  }

  /** Lets everything that is due until then happen, in order. */
  async advance(ms: number): Promise<void> {
    const end = this.#monotonic + ms
    await settle()
    for (let wakes = 0; ; wakes++) {
      if (wakes > 10_000) throw new RangeError('runaway: something wakes without end')
      const [next] = this.#sleepers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at || a.order - b.order)
      if (!next) break
      this.#sleepers = this.#sleepers.filter(other => other !== next)
      this.#wall += next.at - this.#monotonic
      this.#monotonic = next.at
      next.wake()
      await settle()
    }
    this.#wall += end - this.#monotonic
    this.#monotonic = end
  }

  /** The machine slept, or somebody set its clock: wall time jumps, monotonic time does not. */
  jumpWall(ms: number): void {
    this.#wall += ms
  }
}

/** Lets promises that are ready run. */
async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve()
}
