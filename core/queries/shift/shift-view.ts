import { figureOf } from '../../../domain/figures/figures.ts'
import { isLastOfDay } from '../../../domain/roster/counterparts.ts'
import { promptOf } from '../../../domain/roster/prompt.ts'
import { currentShift, mealOf } from '../../../domain/roster/shift-times.ts'
import { addDays, zonedMs } from '../../../domain/roster/zoned.ts'
import type { ShiftView } from '../../../protocol/shift-views.ts'
import type { QueryContext } from '../context.ts'
import { myDay, teamShifts } from './day.ts'

const MINUTE_MS = 60_000

/** @returns the agent's day as the top bar shows it: shifts, meal, what is due now (M3, H1, M9), whether somebody follows (H8) */
export function shiftView(context: QueryContext): ShiftView {
  const day = myDay(context)
  const { personId, date, nowMs, shifts } = day
  const meal = mealOf(day.mealPlans, personId, nowMs)
  return {
    mine: day.presence,
    shifts: shifts.filter(shift => shift.kind !== 'off' && shift.date <= addDays(date, 1) && (shift.date >= date || shift.toMs > nowMs)),
    current: currentShift(shifts, personId, nowMs),
    meal: meal && { ...meal, clearAtMs: meal.fromMs - figureOf(day.figures, 'mealClearMin') * MINUTE_MS }, prompt: promptOf(day),
    isDuty: shifts.some(shift => shift.duty && shift.date === date), lastOfDay: isLastOfDay(teamShifts(context, date), personId, nowMs),
  }
}

/** @returns when the day looks different although nothing was written: a prompt begins, a shift or meal begins or ends, midnight (epoch ms) */
export function nextShiftChangeMs(context: Pick<QueryContext, 'db' | 'me' | 'nowMs'>): number {
  const day = myDay(context)
  const clearMs = figureOf(day.figures, 'handoverClearMin') * MINUTE_MS
  const meal = mealOf(day.mealPlans, day.personId, day.nowMs)
  const moments = [
    zonedMs(addDays(day.date, 1), 0, day.timeZone), day.presence?.untilMs ?? 0,
    ...day.shifts.flatMap(({ fromMs, toMs }) => [fromMs - clearMs, fromMs, toMs - clearMs, toMs]),
    ...meal ? [meal.fromMs - figureOf(day.figures, 'mealClearMin') * MINUTE_MS, meal.fromMs, meal.toMs] : [],
  ]
  return Math.min(...moments.filter(atMs => atMs > day.nowMs))
}
