import type { Shift, ShiftSwap } from '../entities/roster.ts'
import { byTime } from './shift-times.ts'
import { personConflicts } from './conflicts.ts'

/** gone: a shift is no longer that person's. begun: it runs already. clash: somebody would work twice at once, or on a day off. */
export type Swapped = { ok: true; shifts: Shift[] } | { ok: false; refused: 'gone' | 'begun' | 'clash' }

type Wanted = Pick<ShiftSwap, 'fromPersonId' | 'toPersonId' | 'shiftId' | 'otherShiftId'>

/**
 * Two agents change shifts: each gets the other's, with its duty. Long days and short nights that come of it are shown in the roster and
 * forbid nothing, as when a supervisor plans them.
 * @param shifts all of both people around both days
 * @returns the shifts as they are afterwards, only those that changed
 */
export function applySwap(shifts: readonly Shift[], swap: Wanted, nowMs: number): Swapped {
  const given = shifts.find(({ id, personId }) => id === swap.shiftId && personId === swap.fromPersonId)
  const taken = swap.otherShiftId === null ? null : shifts.find(({ id, personId }) => id === swap.otherShiftId && personId === swap.toPersonId)
  if (!given || taken === undefined || swap.fromPersonId === swap.toPersonId) return { ok: false, refused: 'gone' }
  const changed = [{ ...given, personId: swap.toPersonId }, ...taken ? [{ ...taken, personId: swap.fromPersonId }] : []]
  if (changed.some(({ fromMs }) => fromMs <= nowMs)) return { ok: false, refused: 'begun' }
  const after = [...shifts.filter(({ id }) => changed.every((one) => one.id !== id)), ...changed].sort(byTime)
  const clash = personConflicts(after).some(({ code, shiftIds }) => (code === 'overlap' || code === 'on_day_off') && shiftIds.some((id) => changed.some((one) => one.id === id)))
  return clash ? { ok: false, refused: 'clash' } : { ok: true, shifts: changed }
}
