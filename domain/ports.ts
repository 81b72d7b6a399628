/** What the rules and engines need from outside. Real ones live in `<room>/edge/`, virtual ones in tests. */
export interface Clock {
  /** Wall time, epoch milliseconds. */
  now(): number
  /** Milliseconds since an arbitrary start; never goes back, stops in sleep. */
  monotonic(): number
  /** Resolves after `ms`; rejects with the signal's reason when aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** Makes identifiers: UUIDv7 text. Never used for order. */
export interface Ids {
  next(): string
}

/** A source of numbers in [0, 1), seeded in tests. */
export type Random = () => number
