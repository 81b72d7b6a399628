import type { Clock } from '../../domain/ports.ts'
import { ProblemError } from '../routes/problem.ts'

/** A bucket of `burst` that fills up again at `perMinute`. */
export interface Allowance {
  readonly burst: number
  readonly perMinute: number
}

const MAX_KEYS = 20_000

/** What strangers may do, per key, on this node. In memory: a limit against floods, not a count to rely on. */
export class Allowances {
  readonly #clock: Clock
  readonly #buckets = new Map<string, { left: number, atMs: number }>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Takes one of the key's allowance. Throws ProblemError 429 `too_many_requests` with a Retry-After. */
  take(key: string, { burst, perMinute }: Allowance): void {
    const nowMs = this.#clock.now()
    const bucket = this.#buckets.get(key) ?? { left: burst, atMs: nowMs }
    const left = Math.min(burst, bucket.left + Math.max(0, nowMs - bucket.atMs) * perMinute / 60_000)
    // Last used last: the oldest keys are the ones to forget.
    this.#buckets.delete(key)
    this.#buckets.set(key, { left: left >= 1 ? left - 1 : left, atMs: nowMs })
    if (this.#buckets.size > MAX_KEYS) this.#buckets.delete(this.#buckets.keys().next().value ?? key)
    if (left < 1) throw new ProblemError(429, 'too_many_requests', { retryAfterSec: Math.ceil((1 - left) * 60 / perMinute) })
  }
}
