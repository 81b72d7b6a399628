import type { Clock } from '../../domain/ports.ts'
import { ProblemError } from '../routes/problem.ts'
import type { Sql } from '../store/sql.ts'
import { secretDigest } from './secrets.ts'

/** So many tries in a window, then a pause. */
export interface Limit {
  readonly tries: number
  readonly windowMs: number
  readonly pauseMs: number
}

const MINUTE_MS = 60_000
/** One account from one address: a person who mistypes gets by, a guesser does not. */
export const SIGN_IN_FROM_ADDRESS: Limit = { tries: 10, windowMs: 15 * MINUTE_MS, pauseMs: 5 * MINUTE_MS }
/** One account from anywhere. Higher, so that a stranger cannot easily lock an agent out. Never per address alone: 500
 * desks stand behind one. */
export const SIGN_IN_TO_ACCOUNT: Limit = { tries: 60, windowMs: 15 * MINUTE_MS, pauseMs: 2 * MINUTE_MS }

/** Who tries, as it was typed: unknown shops and accounts count alike. */
export interface Attempt {
  readonly shop: string
  readonly account: string
  readonly address: string
}

function buckets(attempt: Attempt): { key: string, limit: Limit }[] {
  const account = attempt.account.trim().toLowerCase()
  return [
    { key: secretDigest(`address\n${account}\n${attempt.address}`), limit: SIGN_IN_FROM_ADDRESS },
    { key: secretDigest(`account\n${account}`), limit: SIGN_IN_TO_ACCOUNT },
  ]
}

/** Rows of shops that do not exist stand under the digest of what was typed, never under the text itself. */
const shopKey = (shop: string): string => secretDigest(`shop\n${shop.trim().toLowerCase()}`)

async function charge(sql: Sql, tenant: string, key: string, limit: Limit, nowMs: number): Promise<void> {
  const [row] = await sql<{ count: number, blocked_until_ms: number | null }[]>`
    insert into rate_bucket as b (tenant, key, count, window_start_ms, blocked_until_ms)
    values (${tenant}, ${key}, 1, ${nowMs}, null)
    on conflict (tenant, key) do update set
      count = case when b.blocked_until_ms > ${nowMs} then b.count
        when b.window_start_ms <= ${nowMs - limit.windowMs} or b.blocked_until_ms is not null then 1 else b.count + 1 end,
      window_start_ms = case when b.blocked_until_ms > ${nowMs} then b.window_start_ms
        when b.window_start_ms <= ${nowMs - limit.windowMs} or b.blocked_until_ms is not null then ${nowMs}
        else b.window_start_ms end,
      blocked_until_ms = case when b.blocked_until_ms > ${nowMs} then b.blocked_until_ms
        when b.window_start_ms > ${nowMs - limit.windowMs} and b.blocked_until_ms is null and b.count >= ${limit.tries}
          then ${nowMs + limit.pauseMs} else null end
    returning count, blocked_until_ms`
  if (row?.blocked_until_ms != null) {
    throw new ProblemError(429, 'too_many_attempts', { retryAfterSec: Math.ceil((row.blocked_until_ms - nowMs) / 1000) })
  }
}

/** Sign-in limits, kept in the database so that they hold over all nodes. */
export class SignInLimits {
  readonly #sql: Sql
  readonly #clock: Clock

  constructor(sql: Sql, clock: Clock) {
    this.#sql = sql
    this.#clock = clock
  }

  /** Counts a try before the password is looked at. Throws ProblemError 429 `too_many_attempts` with a Retry-After. */
  async charge(attempt: Attempt): Promise<void> {
    for (const { key, limit } of buckets(attempt)) {
      await charge(this.#sql, shopKey(attempt.shop), key, limit, this.#clock.now())
    }
  }

  /** A sign-in that succeeded takes back what it counted, and forgets buckets that ran out an hour ago. */
  async forgive(attempt: Attempt): Promise<void> {
    const [fromAddress, toAccount] = buckets(attempt).map(({ key }) => key)
    const tenant = shopKey(attempt.shop)
    await this.#sql`delete from rate_bucket where tenant = ${tenant} and key = ${fromAddress ?? ''}`
    await this.#sql`update rate_bucket set count = greatest(0, count - 1) where tenant = ${tenant} and key = ${toAccount ?? ''}`
    await this.#sql`delete from rate_bucket where tenant = ${tenant} and window_start_ms < ${this.#clock.now() - 60 * MINUTE_MS}`
  }
}
