import type { MealPlan, Shift, ShiftKind } from '../entities/roster.ts'

type Stretch = Pick<Shift, 'fromMs' | 'toMs'>

/** Day, mid and night: customers are served. Meetings and training lie within or beside these. */
export const isWork = ({ kind }: { kind: ShiftKind }): boolean => kind === 'day' || kind === 'mid' || kind === 'night'

/** Whether a stretch holds the moment: its first, not its last. */
export const holds = ({ fromMs, toMs }: Stretch, atMs: number): boolean => fromMs <= atMs && atMs < toMs

/** By beginning, then end, then id: one order everywhere. */
export const byTime = (a: Shift, b: Shift): number => a.fromMs - b.fromMs || a.toMs - b.toMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** The person's stretches but days off, by time; work before what lies within it. */
function of(shifts: readonly Shift[], personId: string): Shift[] {
  return shifts.filter((shift) => shift.personId === personId && shift.kind !== 'off').sort((a, b) => Number(isWork(b)) - Number(isWork(a)) || byTime(a, b))
}

/** The shift somebody works at a moment; a meeting or training only when it lies beside all shifts. Null = off duty. (H1, H5) */
export function shiftAt(shifts: readonly Shift[], personId: string, nowMs: number): Shift | null {
  return of(shifts, personId).find((shift) => holds(shift, nowMs)) ?? null
}

/** The first shift that begins later; null = none is known. */
export function nextShift(shifts: readonly Shift[], personId: string, nowMs: number): Shift | null {
  return of(shifts, personId).filter(({ fromMs }) => fromMs > nowMs).sort(byTime)[0] ?? null
}

/** The shift that runs, else the next one; null = none is known. */
export function currentShift(shifts: readonly Shift[], personId: string, nowMs: number): Shift | null {
  return shiftAt(shifts, personId, nowMs) ?? nextShift(shifts, personId, nowMs)
}

/**
 * When the work that runs at a moment ends (epoch milliseconds): of shifts that follow each other without a gap the end of the last, since
 * nothing is handed over in between (H1). Null = nobody works.
 */
export function endOfWork(shifts: readonly Shift[], personId: string, nowMs: number): number | null {
  const mine = of(shifts, personId).filter(isWork)
  let endMs: number | null = null
  for (let at = mine.find((shift) => holds(shift, nowMs)); at; at = mine.find((shift) => holds(shift, endMs ?? nowMs))) endMs = at.toMs
  return endMs
}

/** The last shift that ended at or before a moment; null = none is known. */
export function lastShift(shifts: readonly Shift[], personId: string, nowMs: number): Shift | null {
  return of(shifts, personId).filter((shift) => isWork(shift) && shift.toMs <= nowMs).sort((a, b) => b.toMs - a.toMs || byTime(a, b))[0] ?? null
}

/** Somebody's batch of a meal; `batch` counts from 0. */
export interface MyMeal {
  meal: MealPlan['meal']
  fromMs: number
  toMs: number
  batch: number
  batches: number
}

/** M2: the person's batch of the meal that runs or comes next; null = in none. */
export function mealOf(mealPlans: readonly MealPlan[], personId: string, nowMs: number): MyMeal | null {
  return mealPlans
    .flatMap(({ meal, batches }) => batches.flatMap(({ fromMs, toMs, personIds }, batch) =>
      personIds.includes(personId) && toMs > nowMs ? [{ meal, fromMs, toMs, batch, batches: batches.length }] : []))
    .sort((a, b) => a.fromMs - b.fromMs)[0] ?? null
}
