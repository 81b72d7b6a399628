import type { MealBatch } from '../../../../domain/entities/roster.ts'
import { checkBatches } from '../../../../domain/meal/check.ts'
import { dateAt } from '../../../../domain/roster/zoned.ts'
import { setJob } from '../../../jobs/schedule.ts'
import { MEAL_NOTICE_JOB } from '../../../shift/meal-notices.ts'
import { isDutyOn, onDuty, peopleOf, shiftsAround } from '../../../shift/on-duty.ts'
import { readEntity } from '../../../store/entities.ts'
import { Refusal } from '../../refusal.ts'
import { leads } from '../mutator.ts'
import type { Mutator } from '../mutator.ts'

function mustBePossible(batches: readonly MealBatch[], team: ReadonlySet<string>, dateOf: (atMs: number) => string, date: string): void {
  const eaters = batches.flatMap(({ personIds }) => personIds)
  if (new Set(eaters).size < eaters.length || !eaters.every((id) => team.has(id))) throw new Refusal('invalid', 'person')
  if (batches.some(({ fromMs, toMs }) => toMs <= fromMs || dateOf(fromMs) !== date)) throw new Refusal('invalid', 'times')
}

/** M2: the duty person of the day or a supervisor decides who eats when; no batch leaves a skill or language without an agent. Who is in it is told. */
export const decideMeal: Mutator<'meal.decide'> = async ({ context, changes, person, nowMs }, { teamId, date, meal, batches }) => {
  const team = person.teamIds.includes(teamId) ? await readEntity(changes, 'team', teamId) : null
  if (!team) throw new Refusal('not_found')
  const [people, shifts] = await Promise.all([peopleOf(changes, teamId), shiftsAround(changes, teamId, date)])
  if (!leads(person, { teamId }) && !isDutyOn(shifts, person.id, date)) throw new Refusal('not_allowed')
  mustBePossible(batches, new Set(people.map(({ id }) => id)), (atMs) => dateAt(atMs, team.timeZone), date)
  const [gap] = checkBatches(onDuty(people, shifts, date), batches)
  if (gap) throw new Refusal('M2', gap.name)
  const id = `${teamId}:${date}:${meal}`
  const before = await readEntity(changes, 'meal_plan', id, { lock: true })
  if (before && JSON.stringify(before.batches) === JSON.stringify(batches)) return
  await changes.put('meal_plan', { id, teamId, date, meal, batches, decidedById: person.id, decidedAtMs: nowMs })
  await setJob(changes.tx, changes.tenant, MEAL_NOTICE_JOB, id, nowMs)
  changes.afterCommit(() => { context.jobs.wake() })
}
