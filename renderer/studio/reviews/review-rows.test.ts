import { expect, it } from 'vitest'
import { daysLeft, isShown } from './review-rows.ts'

const at = (text: string) => new Date(text).getTime()
const now = at('2026-11-27T04:30')

it.each([
  ['2026-11-27T23:00', 0], ['2026-11-27T01:00', 0], ['2026-11-28T00:10', 1], ['2026-11-26T23:50', -1], ['2026-11-25T04:05', -2], ['2026-12-27T04:00', 30],
])('a review on %s is %i days away on 27 November, whatever the hour', (day, left) => {
  expect(daysLeft({ reviewAtMs: at(day) }, now)).toBe(left)
})

it('what is to be reviewed today is due; without a date nothing is', () => {
  const row = { kind: 'script' as const, id: 's', title: '', ownerId: 'p', reviewAtMs: at('2026-11-27T23:00') }
  expect(isShown(row, 'due', now)).toBe(true)
  expect(isShown(row, 'soon', now)).toBe(false)
  expect(isShown({ ...row, reviewAtMs: null }, 'due', now)).toBe(false)
  expect(isShown({ ...row, reviewAtMs: null }, 'nobody', now)).toBe(true)
})
