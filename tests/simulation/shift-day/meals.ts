import type { Meal, MealBatch } from '../../../domain/entities/roster.ts'
import { isWork } from '../../../domain/roster/shift-times.ts'
import type { OnDuty } from '../../../domain/meal/check.ts'
import { clock, DATE, TEAM } from './plan.ts'
import type { World } from './world.ts'

const WEEKS = 4

/** M2: the duty person takes the program's batches and moves people, if no skill is left empty by it. */
export function decideMeal(world: World, meal: Meal): void {
  const [from, to] = meal === 'lunch' ? [12, 14] : [18, 20]
  const people: OnDuty[] = world.plan.shifts.filter((shift) => isWork(shift) && shift.fromMs < clock(to) && shift.toMs > clock(from)).map(({ personId, fromMs, toMs }) => {
    const worker = world.workers.get(personId)
    return { personId, skills: worker?.skills ?? [], languages: worker?.languages ?? [], fromMs, toMs }
  })
  const { batches, why } = world.rules.proposeBatches({
    people, windowFromMs: clock(from), windowToMs: clock(to), load: loadNow(world), history: Array.from({ length: 8 }, () => world.random.int(5, 60)), weeks: WEEKS,
    figures: null, count: null,
  })
  if (why.some(({ code }) => code === 'cannot_cover')) world.count('cannot be spared')
  const moved = moveSome(world, people, batches)
  const allowed = world.rules.checkBatches(people, moved).length === 0
  world.count(allowed ? 'moved to another batch' : 'refused M2')
  const plan = { id: `${TEAM}:${DATE}:${meal}`, teamId: TEAM, date: DATE, meal, batches: allowed ? moved : batches, decidedById: 'day-0', decidedAtMs: world.nowMs }
  world.mealPlans.push(plan)
  world.tell({ kind: 'meal_plan', plan, people })
}

function loadNow(world: World): { open: number; queued: number } {
  const talks = [...world.live.values()]
  return { open: talks.filter(({ state }) => state === 'open').length, queued: talks.filter(({ state }) => state === 'queued').length }
}

/** Somebody from the first batch to the last one, or everybody there who can do the same. */
function moveSome(world: World, people: readonly OnDuty[], batches: readonly MealBatch[]): MealBatch[] {
  const [first, last] = [batches[0], batches.at(-1)]
  const picked = world.random.pick(first?.personIds ?? [])
  const one = people.find(({ personId }) => personId === picked)
  if (!first || !last || first === last || !one) return [...batches]
  const alike = people.filter(({ personId, skills }) => first.personIds.includes(personId) && skills.some((skill) => one.skills.includes(skill))).map(({ personId }) => personId)
  const moved = world.random.chance(0.5) ? [one.personId] : alike
  return batches.map((batch) => {
    if (batch === first) return { ...batch, personIds: batch.personIds.filter((id) => !moved.includes(id)) }
    return batch === last ? { ...batch, personIds: [...batch.personIds, ...moved] } : batch
  })
}
