import { base, Faker, zh_CN } from '@faker-js/faker'

export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000
/** China keeps one time all year. */
const SHANGHAI_OFFSET_MS = 8 * HOUR_MS

/** Goes in: a seed. Comes out: a faker of Chinese data that gives the same values in the same order each time. */
export function seededFaker(seed: number): Faker {
  return new Faker({ locale: [zh_CN, base], seed })
}

/** Minutes since midnight in the shop's time zone. */
export function minuteOfDay(atMs: number): number {
  return Math.floor(((atMs + SHANGHAI_OFFSET_MS) % DAY_MS) / MINUTE_MS)
}

/** The shop's day as `YYYYMMDD`. */
export function shopDate(atMs: number): string {
  return new Date(atMs + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10).replaceAll('-', '')
}
