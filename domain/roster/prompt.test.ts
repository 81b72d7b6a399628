import { describe, expect, test } from 'vitest'
import type { Presence } from '../entities/people.ts'
import { promptOf } from './prompt.ts'
import { at, presence, shift } from './test-shifts.ts'

const shifts = [shift('an day 10-05 09:00 18:00'), shift('an meeting 10-05 15:00 15:30'), shift('lin day 10-05 09:00 12:00')]
const lunch = { fromMs: at('10-05 12:00'), toMs: at('10-05 13:00'), personIds: ['an'] }
const mealPlans = [{ id: 'p', teamId: 'team', date: '2026-10-05', meal: 'lunch' as const, batches: [lunch], decidedById: 'lin', decidedAtMs: 0 }]
const since = (state: Presence['state'], time: string, more: Partial<Presence> = {}): Presence => presence('an', state, at(`10-05 ${time}`), more)

function due(time: string, mine: Presence | null, given: Record<string, number> = {}): string | null {
  const prompt = promptOf({ shifts, mealPlans, presence: mine, figures: { given }, nowMs: at(`10-05 ${time}`), personId: 'an' })
  return prompt && `${prompt.kind} ${new Date(prompt.atMs + 8 * 3_600_000).toISOString().slice(11, 16)}`
}

const working = since('online', '09:00')

describe('M3: hang up and clear 10 min before the meal', () => {
  test.each([
    ['11:49', working, null],
    ['11:50', working, 'meal 12:00'],
    ['11:55', since('hung_up', '11:51'), 'meal 12:00'],
    ['12:20', since('hung_up', '11:51'), 'meal 12:00'],
    ['12:20', since('meal', '12:01'), null],
    ['12:50', since('online', '12:45'), null],
    ['12:50', since('online', '12:45', { cause: 'help' }), 'meal 12:00'],
    ['12:05', since('online', '12:02', { cause: 'idle' }), 'meal 12:00'],
    ['13:00', working, null],
  ])('at %s in %o: %s', (time, mine, expected) => { expect(due(time, mine)).toBe(expected) })

  test('the minutes are the team’s', () => {
    expect(due('11:40', working, { mealClearMin: 20 })).toBe('meal 12:00')
  })
})

describe('H1: hang up and clear 10 min before a meeting and the end of the shift', () => {
  test.each([
    ['14:49', working, null],
    ['14:50', working, 'meeting 15:00'],
    ['15:10', since('training', '15:00'), null],
    ['15:25', since('online', '15:20'), null],
    ['17:49', working, null],
    ['17:50', working, 'shift_end 18:00'],
    ['18:20', since('hung_up', '17:51'), 'shift_end 18:00'],
    ['17:55', since('handover', '17:51'), null],
    ['18:01', since('off_duty', '18:00'), null],
    ['18:20', since('online', '18:10'), null],
    ['18:20', since('online', '18:10', { cause: 'help' }), null],
    ['18:20', since('online', '18:10', { cause: 'idle' }), 'shift_end 18:00'],
    ['22:01', working, null],
    ['18:20', null, null],
  ])('at %s in %o: %s', (time, mine, expected) => { expect(due(time, mine)).toBe(expected) })
})

describe('M9: late back', () => {
  test.each([
    ['12:59', since('meal', '12:00', { untilMs: at('10-05 13:00') }), null],
    ['13:00', since('meal', '12:00', { untilMs: at('10-05 13:00') }), 'late_back 13:00'],
    ['17:55', since('away', '12:00', { untilMs: at('10-05 13:00') }), 'late_back 13:00'],
    ['15:35', since('handover', '15:00', { untilMs: at('10-05 15:30') }), 'late_back 15:30'],
    ['13:05', since('meal', '12:00'), null],
    ['13:05', since('online', '13:01', { untilMs: at('10-05 13:00') }), null],
  ])('at %s in %o: %s', (time, mine, expected) => { expect(due(time, mine)).toBe(expected) })
})

test('two at once: what comes first is said', () => {
  const more = [...shifts, shift('an meeting 10-05 11:55 12:00')]
  expect(promptOf({ shifts: more, mealPlans, presence: working, figures: null, nowMs: at('10-05 11:52'), personId: 'an' })?.kind).toBe('meeting')
})
