import { DateTime } from 'luxon'
import { instantsOf, UnknownTimeZone } from '../calendar/opening-hours.ts'

const DAY_MIN = 1_440

/**
 * The instant (epoch milliseconds) at which a wall clock of the zone shows that minute of that day (`YYYY-MM-DD`). From 1440 on it is the
 * next day's: a night shift from 22:00 to 30:00 ends at six. A minute that the clock skips is the first one after the jump; of one that it
 * shows twice it is the first. Throws UnknownTimeZone.
 */
export function zonedMs(date: string, minutesOfDay: number, timeZone: string): number {
  const day = DateTime.fromISO(date, { zone: timeZone }).plus({ days: Math.floor(minutesOfDay / DAY_MIN) })
  if (!day.isValid) throw new UnknownTimeZone(timeZone)
  return Math.min(...instantsOf(day, ((minutesOfDay % DAY_MIN) + DAY_MIN) % DAY_MIN))
}

/** The day (`YYYY-MM-DD`) a moment (epoch milliseconds) belongs to in the zone. Throws UnknownTimeZone. */
export function dateAt(atMs: number, timeZone: string): string {
  const time = DateTime.fromMillis(atMs, { zone: timeZone })
  if (!time.isValid) throw new UnknownTimeZone(timeZone)
  return time.toISODate()
}

/** The minute of the day (0–1439) that a wall clock of the zone shows at a moment (epoch milliseconds). Throws UnknownTimeZone. */
export function minuteAt(atMs: number, timeZone: string): number {
  const time = DateTime.fromMillis(atMs, { zone: timeZone })
  if (!time.isValid) throw new UnknownTimeZone(timeZone)
  return time.hour * 60 + time.minute
}

/** The day so many days later (`YYYY-MM-DD`), or earlier when negative. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** The days of the week that holds this one, Monday first (`YYYY-MM-DD`). */
export function weekOf(date: string): string[] {
  const sinceMonday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
  return [0, 1, 2, 3, 4, 5, 6].map((day) => addDays(date, day - sinceMonday))
}
