import { DateTime } from 'luxon'
import { expect, test } from 'vitest'
import { isOpen, nextOpening, UnknownTimeZone } from './opening-hours.ts'

const at = (text: string, zone = 'Asia/Shanghai') => DateTime.fromISO(text, { zone }).toMillis()
const week = (fromMin: number, toMin: number) => [1, 2, 3, 4, 5, 6, 7].map(weekday => ({ weekday, fromMin, toMin }))
const day = { timeZone: 'Asia/Shanghai', periods: week(8 * 60, 24 * 60), holidays: ['2026-10-01', '2026-10-02'] }
const always = { timeZone: 'Asia/Shanghai', periods: [], holidays: ['2026-10-01'] }
// 22:00 to 02:00: two periods.
const night = { timeZone: 'Asia/Shanghai', periods: [...week(22 * 60, 1440), ...week(0, 120)], holidays: ['2026-10-01'] }
const weekdays = { timeZone: 'Asia/Shanghai', periods: week(540, 1080).filter(p => p.weekday < 6), holidays: [] }
const newYork = { timeZone: 'America/New_York', periods: week(9 * 60, 17 * 60), holidays: [] }
// On 2026-03-08 New York has no 02:00–03:00; on 2026-11-01 it has 01:00–02:00 twice.
const small = { timeZone: 'America/New_York', periods: week(150, 240), holidays: [] }
const twice = { timeZone: 'America/New_York', periods: week(90, 120), holidays: [] }

test.each([
  ['the first minute is open', day, '2026-11-21T08:00', true],
  ['the minute before is not', day, '2026-11-21T07:59:59', false],
  ['the last second of the day is open', day, '2026-11-21T23:59:59', true],
  ['midnight is not', day, '2026-11-22T00:00', false],
  ['a holiday is closed all day', day, '2026-10-01T12:00', false],
  ['no periods: always open', always, '2026-11-21T03:00', true],
  ['no periods: closed on a holiday', always, '2026-10-01T03:00', false],
  ['before midnight in a night shift', night, '2026-11-21T23:30', true],
  ['after midnight in a night shift', night, '2026-11-22T01:59', true],
  ['the end of a night shift', night, '2026-11-22T02:00', false],
  ['after midnight into a holiday', night, '2026-10-01T00:30', false],
  ['a Saturday', weekdays, '2026-11-21T12:00', false],
  ['a Friday', weekdays, '2026-11-20T12:00', true],
])('isOpen: %s', (_name, hours, time, expected) => {
  expect(isOpen(hours, at(time))).toBe(expected)
})

test.each([
  ['winter', '2026-01-15T09:00', true],
  ['summer', '2026-07-15T09:00', true],
  ['the day the clock goes forward', '2026-03-08T09:00', true],
  ['the day the clock goes back', '2026-11-01T16:59', true],
  ['after hours on that day', '2026-11-01T17:00', false],
])('isOpen follows the wall clock of New York: %s', (_name, time, expected) => {
  expect(isOpen(newYork, at(time, 'America/New_York'))).toBe(expected)
})

test.each([
  ['open now', day, '2026-11-21T12:00', '2026-11-21T12:00'],
  ['before opening', day, '2026-11-21T03:00', '2026-11-21T08:00'],
  ['over a holiday', day, '2026-10-01T09:00', '2026-10-03T08:00'],
  ['over a weekend', weekdays, '2026-11-20T18:00', '2026-11-23T09:00'],
  ['at the end of a night shift', night, '2026-11-22T02:00', '2026-11-22T22:00'],
  ['always open, after the holiday', always, '2026-10-01T12:00', '2026-10-02T00:00'],
])('nextOpening: %s', (_name, hours, time, expected) => {
  expect(nextOpening(hours, at(time))).toBe(at(expected))
})

test.each([
  ['a skipped opening begins when the clock has jumped', small, '2026-03-08T01:00-05:00', '2026-03-08T03:00-04:00'],
  ['first of the two openings', twice, '2026-11-01T00:30-04:00', '2026-11-01T01:30-04:00'],
  ['second of the two openings', twice, '2026-11-01T01:10-05:00', '2026-11-01T01:30-05:00'],
])('nextOpening where the clock changes: %s', (_name, hours, time, expected) => {
  expect(nextOpening(hours, Date.parse(time))).toBe(Date.parse(expected))
})

test('a shop that never opens has no next opening', () => {
  expect(nextOpening({ timeZone: 'Asia/Shanghai', periods: [{ weekday: 1, fromMin: 1440, toMin: 1440 }], holidays: [] }, at('2026-11-21'))).toBeNull()
})

test('an unknown time zone is an error', () => {
  expect(() => isOpen({ timeZone: 'Mars/Olympus', periods: [], holidays: [] }, 0)).toThrow(UnknownTimeZone)
})
