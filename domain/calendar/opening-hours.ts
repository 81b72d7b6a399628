import { DateTime } from 'luxon'
import type { z } from 'zod'
import type { OpeningHours } from '../entities/team.ts'

type Hours = z.infer<typeof OpeningHours>

/** The channel names a time zone that does not exist; a supervisor corrects the channel. */
export class UnknownTimeZone extends Error {
  constructor(timeZone: string) {
    super(`Unknown time zone: ${timeZone}`)
    this.name = 'UnknownTimeZone'
  }
}

/** How far ahead an opening is looked for: two years of holidays is a closed shop. */
const HORIZON_DAYS = 731

function local(hours: Hours, atMs: number): DateTime<true> {
  const time = DateTime.fromMillis(atMs, { zone: hours.timeZone, locale: 'en' })
  if (!time.isValid) throw new UnknownTimeZone(hours.timeZone)
  return time
}

const minuteOfDay = (time: DateTime): number => time.hour * 60 + time.minute

/**
 * Whether the channel is open at `atMs` (epoch milliseconds), by the wall clock of its time zone. No periods = always
 * open but on holidays. A period holds its first minute and not its last. Throws UnknownTimeZone. (D11, T)
 */
export function isOpen(hours: Hours, atMs: number): boolean {
  const time = local(hours, atMs)
  if (hours.holidays.includes(time.toISODate())) return false
  if (hours.periods.length === 0) return true
  const minute = minuteOfDay(time)
  return hours.periods.some(period =>
    period.weekday === time.weekday && period.fromMin <= minute && minute < period.toMin)
}

/** The instants of a day at which its wall clock first shows `minute` (0–1439) or later: two when the clock is put back over it. */
export function instantsOf(day: DateTime, minute: number): number[] {
  let start = day.set({ hour: Math.floor(minute / 60), minute: minute % 60 })
  // In the hour that the clock skips, luxon moves on by the gap: go back to the minute after the jump.
  while (minuteOfDay(start) > minute && minuteOfDay(start.minus({ minutes: 1 })) >= minute) start = start.minus({ minutes: 1 })
  return start.getPossibleOffsets().map(time => time.toMillis()).sort((a, b) => a - b)
}

/**
 * The first moment at or after `atMs` (epoch milliseconds) at which the channel is open; null when there is none within
 * two years. Throws UnknownTimeZone.
 */
export function nextOpening(hours: Hours, atMs: number): number | null {
  if (isOpen(hours, atMs)) return atMs
  const today = local(hours, atMs).startOf('day')
  const starts = hours.periods.length === 0
    ? [1, 2, 3, 4, 5, 6, 7].map(weekday => ({ weekday, fromMin: 0 }))
    : [...hours.periods].sort((a, b) => a.fromMin - b.fromMin)
  for (let ahead = 0; ahead <= HORIZON_DAYS; ahead++) {
    const day = today.plus({ days: ahead })
    const found = starts
      .filter(period => period.weekday === day.weekday && period.fromMin < 1440)
      .flatMap(period => instantsOf(day, period.fromMin))
      .filter(startMs => startMs >= atMs && isOpen(hours, startMs))
      .sort((a, b) => a - b)[0]
    if (found !== undefined) return found
  }
  return null
}
