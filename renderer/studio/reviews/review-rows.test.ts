import { expect, it } from 'vitest'
import { daysLeft, inAQuarter, isShown, reviewRows } from './review-rows.ts'

const at = (text: string) => new Date(text).getTime()
const now = at('2026-11-27T04:30')

it.each([
  ['2026-11-27T23:00', 0], ['2026-11-27T01:00', 0], ['2026-11-28T00:10', 1], ['2026-11-26T23:50', -1], ['2026-11-25T04:05', -2], ['2026-12-27T04:00', 30],
])('a review on %s is %i days away on 27 November, whatever the hour', (day, left) => {
  expect(daysLeft({ reviewAtMs: at(day) }, now)).toBe(left)
})

it('what is to be reviewed today is due; without a date nothing is', () => {
  const row = { kind: 'script' as const, id: 's', title: '', ownerId: 'p', reviewAtMs: at('2026-11-27T23:00'), draftedMs: null }
  expect(isShown(row, 'due', now)).toBe(true)
  expect(isShown(row, 'soon', now)).toBe(false)
  expect(isShown({ ...row, reviewAtMs: null }, 'due', now)).toBe(false)
  expect(isShown({ ...row, reviewAtMs: null }, 'nobody', now)).toBe(true)
})

it.each([['2026-11-27T04:30', '2027-02-27T00:00'], ['2026-11-30T23:59', '2027-02-28T00:00'], ['2026-05-31T12:00', '2026-08-31T00:00']])('a quarter after %s is %s', (day, then) => {
  expect(inAQuarter(at(day))).toBe(at(then))
})

it('a date that I have put off is told beside the one that is live', () => {
  const draft = (mine: boolean, reviewAtMs: number | null) => ({
    id: 'd', kind: 'script' as const, targetId: 's', baseVersion: 1, action: 'put' as const, content: { reviewAtMs }, authorId: 'p', state: 'draft' as const, reviewerId: null,
    reviewNote: null, createdAtMs: 1, updatedAtMs: 1, authorName: '', mine, stale: false, pending: false,
  })
  const rows = (drafts: ReturnType<typeof draft>[]) => reviewRows('script', { items: [{ id: 's', live: { title: '退款', reviewAtMs: 5 }, liveVersion: 1, drafts }], releases: [] })
  expect(rows([draft(true, 9)])).toMatchObject([{ reviewAtMs: 5, draftedMs: 9 }])
  expect(rows([draft(true, 5), draft(false, 9)])).toMatchObject([{ draftedMs: null }])
})
