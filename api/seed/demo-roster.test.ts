import { expect, test } from 'vitest'
import { MealPlan, Shift } from '../../domain/entities/roster.ts'
import { checkBatches } from '../../domain/meal/check.ts'
import { personConflicts } from '../../domain/roster/conflicts.ts'
import { promptOf } from '../../domain/roster/prompt.ts'
import { dateAt, zonedMs } from '../../domain/roster/zoned.ts'
import { onDuty } from '../shift/on-duty.ts'
import { demoMeals, demoShifts } from './demo-roster.ts'
import { DEMO_PEOPLE } from './demo-shop.ts'
import { personId, personRow } from './insert-rows.ts'

const ZONE = 'Asia/Shanghai'
const HOUR_MS = 3_600_000

test.each(Array.from({ length: 24 }, (_, hour) => [hour]))('L4, M3, H1: a trial that starts at %i h has everybody on duty, and nobody is asked to leave for the next hours', (hour) => {
  const nowMs = zonedMs('2026-11-27', hour * 60 + 7, ZONE)
  const shifts = demoShifts(nowMs, ZONE)
  const mealPlans = demoMeals(shifts, nowMs, ZONE)
  for (const shift of shifts) expect(dateAt(Shift.parse(shift).fromMs, ZONE)).toBe(shift.date)
  for (const plan of mealPlans) MealPlan.parse(plan)
  expect(new Set(shifts.map(({ id }) => id)).size).toBe(shifts.length)
  expect(personConflicts(shifts).filter(({ code }) => code === 'overlap' || code === 'on_day_off')).toEqual([])
  for (const { account, shift } of DEMO_PEOPLE) {
    if (shift === null) continue
    const mine = shifts.filter((one) => one.personId === personId(account))
    for (let ahead = 0; ahead < 7; ahead++) {
      const atMs = nowMs + ahead * HOUR_MS
      expect(mine.filter(({ kind, fromMs, toMs }) => kind !== 'off' && kind !== 'night' && fromMs <= atMs && atMs < toMs), `${account} +${ahead} h`).toHaveLength(1)
      const presence = { id: personId(account), state: 'online' as const, reason: null, sinceMs: nowMs, cause: 'agent' as const, byId: null, untilMs: null, reachable: true }
      expect(promptOf({ shifts: mine, mealPlans, presence, figures: null, nowMs: atMs, personId: personId(account) }), `${account} +${ahead} h`).toBeNull()
    }
  }
  for (const plan of mealPlans) {
    const team = DEMO_PEOPLE.filter(({ teamKeys }) => teamKeys[0] === plan.teamId).map(personRow)
    expect(checkBatches(onDuty(team, shifts, plan.date), plan.batches)).toEqual([])
  }
})
