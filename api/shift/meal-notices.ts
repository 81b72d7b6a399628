import type { MealPlan } from '../../domain/entities/roster.ts'
import { newNotice } from '../duty/notices.ts'
import type { JobHandler, JobHandlers } from '../jobs/runner.ts'
import { listEntities, readEntity } from '../store/entities.ts'
import { inTransaction } from '../store/transaction.ts'
import { mealNotice } from './notices.ts'

/** Kind of the job that tells people of a decided meal; key = the plan's id. A large team's notices are more than one commit takes. */
export const MEAL_NOTICE_JOB = 'shift.meal_notices'
const AT_ONCE = 80

function eatersOf({ batches, decidedById }: MealPlan): { personId: string, fromMs: number }[] {
  return batches.flatMap(({ fromMs, personIds }) => personIds.map((personId) => ({ personId, fromMs }))).filter(({ personId }) => personId !== decidedById)
}

/** M2: each in a batch is told when they eat; again only when that changed. */
const tellMealPlan: JobHandler = async (context, tenant, planId) => {
  let from = 0
  for (let left = true; left; from += AT_ONCE) {
    left = await inTransaction(context, tenant, async (changes) => {
      const plan = await readEntity(changes, 'meal_plan', planId)
      if (!plan) return false
      const eaters = eatersOf(plan)
      const now = eaters.slice(from, from + AT_ONCE)
      const idOf = (personId: string): string => mealNotice(personId, plan.date, plan.meal)
      const told = await listEntities(changes, 'notice', { id: now.map(({ personId }) => idOf(personId)) }, { lock: true })
      const known = new Map(told.map(({ id, params }) => [id, params['fromMs']]))
      await changes.putMany('notice', now.filter(({ personId, fromMs }) => known.get(idOf(personId)) !== fromMs).map(({ personId, fromMs }) => (
        newNotice(idOf(personId), personId, 'meal_plan', { meal: plan.meal, date: plan.date, fromMs }, context.clock.now()))))
      return eaters.length > from + AT_ONCE
    })
  }
}

export const SHIFT_JOBS: JobHandlers = { [MEAL_NOTICE_JOB]: tellMealPlan }
