import { expect, test } from 'vitest'
import { currentShift, endOfWork, lastShift, mealOf, nextShift, shiftAt } from './shift-times.ts'
import { at, shift } from './test-shifts.ts'

const roster = [
  shift('an day 10-05 09:00 13:00'), shift('an meeting 10-05 10:00 10:30'), shift('an mid 10-05 13:00 18:00'), shift('an night 10-06 20:00 30:00'),
  shift('an off 10-08'), shift('an training 10-09 10:00 12:00'), shift('lin day 10-05 09:00 18:00'),
]

test.each([
  ['10-05 08:59', null], ['10-05 09:00', 'day'], ['10-05 10:15', 'day'], ['10-05 13:00', 'mid'], ['10-05 18:00', null],
  ['10-07 05:59', 'night'], ['10-07 06:00', null], ['10-08 12:00', null], ['10-09 11:00', 'training'],
])('at %s the shift is %s', (time, kind) => {
  expect(shiftAt(roster, 'an', at(time))?.kind ?? null).toBe(kind)
})

test('H1: of shifts that follow each other the end is that of the last; a gap is an end', () => {
  expect(endOfWork(roster, 'an', at('10-05 09:30'))).toBe(at('10-05 18:00'))
  expect(endOfWork(roster, 'an', at('10-06 21:00'))).toBe(at('10-07 06:00'))
  expect(endOfWork(roster, 'an', at('10-05 19:00'))).toBeNull()
  expect(endOfWork(roster, 'an', at('10-09 11:00'))).toBeNull()
})

test('the next shift, the current one or the next, the last that ended', () => {
  expect(nextShift(roster, 'an', at('10-05 12:00'))?.kind).toBe('mid')
  expect(currentShift(roster, 'an', at('10-05 12:00'))?.kind).toBe('day')
  expect(currentShift(roster, 'an', at('10-05 19:00'))?.kind).toBe('night')
  expect(nextShift(roster, 'an', at('10-09 13:00'))).toBeNull()
  expect(lastShift(roster, 'an', at('10-05 19:00'))?.kind).toBe('mid')
  expect(lastShift(roster, 'an', at('10-05 08:00'))).toBeNull()
})

test('M2: my batch is the one that runs or comes next', () => {
  const batch = (from: string, to: string, ...personIds: string[]) => ({ fromMs: at(from), toMs: at(to), personIds })
  const plan = (meal: 'lunch' | 'dinner', batches: ReturnType<typeof batch>[]) =>
    ({ id: meal, teamId: 'team', date: '2026-10-05', meal, batches, decidedById: 'lin', decidedAtMs: 0 })
  const plans = [
    plan('dinner', [batch('10-05 18:00', '10-05 19:00', 'an')]),
    plan('lunch', [batch('10-05 12:00', '10-05 13:00', 'lin'), batch('10-05 13:00', '10-05 14:00', 'an')]),
  ]
  expect(mealOf(plans, 'an', at('10-05 12:30'))).toEqual({ meal: 'lunch', fromMs: at('10-05 13:00'), toMs: at('10-05 14:00'), batch: 1, batches: 2 })
  expect(mealOf(plans, 'an', at('10-05 14:00'))?.meal).toBe('dinner')
  expect(mealOf(plans, 'lin', at('10-05 13:00'))).toBeNull()
})
