import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UnknownTimeZone } from '../calendar/opening-hours.ts'
import { addDays, dateAt, minuteAt, weekOf, zonedMs } from './zoned.ts'

describe('a time of the roster', () => {
  test.each([
    ['Asia/Shanghai', '2026-10-05', 9 * 60, '2026-10-05T01:00:00.000Z'],
    ['Asia/Shanghai, a night shift ends the next day', '2026-10-05', 30 * 60, '2026-10-05T22:00:00.000Z'],
    ['Europe/Berlin, summer', '2026-07-01', 8 * 60, '2026-07-01T06:00:00.000Z'],
    ['Europe/Berlin, winter', '2026-12-01', 8 * 60, '2026-12-01T07:00:00.000Z'],
    ['Europe/Berlin, an hour that the clock skips begins after the jump', '2026-03-29', 2 * 60 + 30, '2026-03-29T01:00:00.000Z'],
    ['Europe/Berlin, an hour that comes twice is the first one', '2026-10-25', 2 * 60 + 30, '2026-10-25T00:30:00.000Z'],
    ['Europe/Berlin, over the night of the change', '2026-10-24', 30 * 60, '2026-10-25T05:00:00.000Z'],
  ])('%s', (place, date, minute, expected) => {
    expect(new Date(zonedMs(date, minute, place.split(',')[0] ?? '')).toISOString()).toBe(expected)
  })

  test('an unknown zone is told as such', () => {
    expect(() => zonedMs('2026-10-05', 0, 'Asia/Nowhere')).toThrow(UnknownTimeZone)
    expect(() => dateAt(0, 'Asia/Nowhere')).toThrow(UnknownTimeZone)
    expect(() => minuteAt(0, 'Asia/Nowhere')).toThrow(UnknownTimeZone)
  })

  test('read back it is the same wall clock, but in the hour that is skipped', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 800 }), fc.nat(1439), fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'), (day, minute, zone) => {
      const date = addDays('2026-01-01', day)
      const ms = zonedMs(date, minute, zone)
      expect(dateAt(ms, zone)).toBe(date)
      const shown = minuteAt(ms, zone)
      expect(shown).toBeGreaterThanOrEqual(minute)
      if (shown > minute) expect(minuteAt(ms - 60_000, zone)).toBeLessThan(minute + 1)
    }), { numRuns: 300 })
  })
})

test.each([
  ['2026-10-05', '2026-10-05', '2026-10-11'],
  ['2026-10-11', '2026-10-05', '2026-10-11'],
  ['2026-01-01', '2025-12-29', '2026-01-04'],
  ['2028-02-29', '2028-02-28', '2028-03-05'],
])('the week of %s runs from Monday %s to %s', (date, monday, sunday) => {
  const week = weekOf(date)
  expect([week.length, week[0], week[6]]).toEqual([7, monday, sunday])
})
