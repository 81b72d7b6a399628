import type { MealBatch, Shift } from '../../../domain/entities/roster.ts'
import type { OnDuty } from '../../../domain/meal/check.ts'
import { isWork } from '../../../domain/roster/shift-times.ts'
import type { RosterView } from '../../../protocol/shift-views.ts'

/** Who stands in no batch: as a column of its own. */
export const UNPLACED = -1

/** The same plan with somebody in that batch, and in no other. */
export function movedTo(batches: readonly MealBatch[], personId: string, batch: number): MealBatch[] {
  return batches.map((one, at) => {
    const without = one.personIds.filter(id => id !== personId)
    return { ...one, personIds: at === batch ? [...without, personId] : without }
  })
}

/** Everybody who works on a day, from the first beginning to the last end of their shifts: what M2 is checked against. */
export function onDutyOf(people: RosterView['people'], shifts: readonly Shift[], date: string): OnDuty[] {
  return people.flatMap(({ personId, skills, languages }) =>
    shifts.filter(shift => shift.personId === personId && shift.date === date && isWork(shift)).map(({ fromMs, toMs }) => ({ personId, skills, languages, fromMs, toMs })))
}

/** Whether two plans say the same, whatever the order within a batch. */
export function isSamePlan(a: readonly MealBatch[], b: readonly MealBatch[]): boolean {
  const plain = (batches: readonly MealBatch[]) => JSON.stringify(batches.map(({ fromMs, toMs, personIds }) => [fromMs, toMs, [...personIds].sort()]))
  return plain(a) === plain(b)
}
