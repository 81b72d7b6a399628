import { hash, parseOptions, verify } from '@node-rs/argon2'
import { ProblemError } from '../routes/problem.ts'

/** Argon2id (the package's default), 46 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 47_104, timeCost: 2, parallelism: 1 } as const
const AT_ONCE = 2
/** About 10 s of work on a small machine: 500 desks that start a shift together still get in by Retry-After. */
const QUEUE_LIMIT = 200

/** Hashes and checks passwords: at most two at once, a bounded queue behind them, 503 `busy` beyond it. */
export class PasswordHasher {
  #running = 0
  readonly #waiting: (() => void)[] = []
  readonly #atOnce: number
  readonly #queueLimit: number
  #decoy: Promise<string> | null = null

  constructor(limits: { atOnce?: number, queueLimit?: number } = {}) {
    this.#atOnce = limits.atOnce ?? AT_ONCE
    this.#queueLimit = limits.queueLimit ?? QUEUE_LIMIT
  }

  /** In: the password as typed. Out: an argon2id hash in PHC text. Throws ProblemError 503 when too many wait. */
  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, PARAMETERS))
  }

  /** Makes the decoy that unknown accounts are checked against; at start, so that the first of them takes no longer. */
  prepare(): Promise<string> {
    this.#decoy ??= this.hash('no account has this password')
    return this.#decoy
  }

  /**
   * Checks a password. In: the stored hash, or null for an unknown account: then a decoy of the same cost is checked, so
   * that the answer takes as long. Out: true if it fits. Throws ProblemError 503 when too many wait.
   */
  async verify(stored: string | null, password: string): Promise<boolean> {
    const against = stored ?? await this.prepare()
    const fits = await this.inTurn(() => verify(against, password))
    return stored !== null && fits
  }

  /** True if a stored hash was made with other parameters than today's. */
  outdated(stored: string): boolean {
    const { memoryCost, timeCost, parallelism } = parseOptions(stored)
    return memoryCost !== PARAMETERS.memoryCost || timeCost !== PARAMETERS.timeCost || parallelism !== PARAMETERS.parallelism
  }

  /** Runs one piece of work when it is its turn. Throws ProblemError 503 when too many wait. */
  async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#atOnce) {
      if (this.#waiting.length >= this.#queueLimit) throw new ProblemError(503, 'busy', { retryAfterSec: 5 })
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    } else {
      this.#running += 1
    }
    try {
      return await work()
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#running -= 1
    }
  }
}
