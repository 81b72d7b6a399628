import { figureOf } from '../../domain/figures/figures.ts'
import { proposeBatches } from '../../domain/meal/propose.ts'
import { zonedMs } from '../../domain/roster/zoned.ts'
import { ProblemError } from '../routes/problem.ts'
import { readEntity } from '../store/entities.ts'
import { isLed } from './handler.ts'
import type { ShiftHandler } from './handler.ts'
import { onDuty, peopleOf, shiftsAround } from './on-duty.ts'
import { loadNow, loadOfWeekday } from './team-load.ts'

/** meal.propose (M1, M2): for who works that day, and supervisors. Throws ProblemError 403. */
export const proposeMeal: ShiftHandler<'meal.propose'> = async (asked, { date, meal, batches }) => {
  const { db, actor, team } = asked
  const [figures, people, shifts, load] = await Promise.all([
    readEntity(db, 'figures', team.id), peopleOf(db, team.id), shiftsAround(db, team.id, date), loadNow(db, team.id),
  ])
  if (!isLed(asked) && !shifts.some((shift) => shift.personId === actor.personId && shift.date === date)) throw new ProblemError(403, 'not_allowed')
  const [fromMin, toMin] = meal === 'lunch'
    ? [figureOf(figures, 'lunchFrom'), figureOf(figures, 'lunchTo')]
    : [figureOf(figures, 'dinnerFrom'), figureOf(figures, 'dinnerTo')]
  const { quarters, weeks } = await loadOfWeekday(db, team, date, fromMin, toMin)
  return proposeBatches({
    people: onDuty(people, shifts, date), windowFromMs: zonedMs(date, fromMin, team.timeZone), windowToMs: zonedMs(date, toMin, team.timeZone),
    load, history: quarters, weeks, figures, count: batches,
  })
}
