import { describe, expect, test } from 'vitest'
import { counterparts, isLastOfDay } from './counterparts.ts'
import type { Colleague } from './counterparts.ts'
import { at, presence, shift } from './test-shifts.ts'

const one = (personId: string, more: Partial<Colleague> = {}): Colleague => ({
  personId, active: true, teamIds: ['team'], skills: [], languages: ['zh'], load: 0, presence: presence(personId, 'online', 0), ...more,
})
const shifts = [
  shift('an day 10-05 09:00 18:00'), shift('bo day 10-05 09:00 18:00'), shift('chi mid 10-05 13:00 21:00'), shift('dai night 10-05 18:00 26:00'),
  shift('ed mid 10-05 17:00 22:00'),
]
const at18 = at('10-05 18:00')
const order = (people: Colleague[], leavesAtMs = at18): string[] => counterparts({ shifts, people, personId: 'an', leavesAtMs }).map(({ personId }) => personId)

describe('H2: the counterpart', () => {
  test('is the one whose shift begins as mine ends; who leaves with me is none', () => {
    expect(order(['an', 'bo', 'chi', 'dai', 'ed'].map((id) => one(id, id === 'bo' ? { presence: presence(id, 'off_duty', 0) } : {})))).toEqual(['dai', 'ed', 'chi'])
  })
  test('can what I can, before all else', () => {
    expect(order([one('an', { skills: ['after_sale'] }), one('chi', { skills: ['after_sale'] }), one('dai')])).toEqual(['chi', 'dai'])
  })
  test('takes customers now, before one who does not', () => {
    expect(order([one('an'), one('chi'), one('dai', { presence: presence('dai', 'meal', 0) })])).toEqual(['chi', 'dai'])
  })
  test('with the fewest conversations, then by id', () => {
    const both = [...shifts, shift('fay night 10-05 18:00 26:00'), shift('gu night 10-05 18:00 26:00')]
    const people = [one('an'), one('dai', { load: 3 }), one('gu', { load: 1 }), one('fay', { load: 1 })]
    expect(counterparts({ shifts: both, people, personId: 'an', leavesAtMs: at18 }).map(({ personId }) => personId)).toEqual(['fay', 'gu', 'dai'])
  })
  test('who is there without a roster comes last, who neither works nor is there not at all', () => {
    expect(order([one('an'), one('chi'), one('zoe'), one('yi', { presence: null })])).toEqual(['chi', 'zoe'])
    expect(counterparts({ shifts, people: [one('an'), one('zoe')], personId: 'an', leavesAtMs: at18 })).toEqual([{ personId: 'zoe', shiftFromMs: null }])
  })
  test('is of the team and works here still', () => {
    expect(order([one('an'), one('chi', { teamIds: ['other'] }), one('dai', { active: false })])).toEqual([])
  })
  test('for a meeting is anybody who works on, not who comes hours later', () => {
    expect(order([one('an'), one('bo'), one('dai', { presence: presence('dai', 'off_duty', 0) })], at('10-05 11:00'))).toEqual(['bo'])
  })
})

describe('H8: the last shift of the day', () => {
  test.each([
    ['an', '10-05 17:55', false],
    ['ed', '10-05 21:55', false],
    ['dai', '10-06 01:55', true],
    ['dai', '10-06 02:10', true],
    ['nobody', '10-05 17:55', false],
  ])('%s at %s: %s', (personId, time, last) => { expect(isLastOfDay(shifts, personId, at(time))).toBe(last) })

  test('somebody who begins later the same day, or at once the next, is a counterpart', () => {
    expect(isLastOfDay([shift('an day 10-05 09:00 12:00'), shift('bo mid 10-05 16:00 20:00')], 'an', at('10-05 11:55'))).toBe(false)
    expect(isLastOfDay([shift('an night 10-05 22:00 30:00'), shift('bo day 10-06 06:15 14:00')], 'an', at('10-06 05:55'))).toBe(false)
    expect(isLastOfDay([shift('an night 10-05 14:00 22:00'), shift('bo day 10-06 09:00 17:00')], 'an', at('10-05 21:55'))).toBe(true)
  })
})
