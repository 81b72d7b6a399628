import type { Presence } from '../../domain/entities/people.ts'
import type { MealPlan } from '../../domain/entities/roster.ts'
import type { WallView } from '../../protocol/shift-views.ts'
import type { TenantRead } from '../routing/candidates.ts'

/** A meal is spoken of so long after its last batch. */
const AFTER_MS = 30 * 60_000
/** Who leaves so early eats in this batch all the same. */
const EARLY_MS = 30 * 60_000

/** The meal that runs or comes next of those decided for the day; null = none. */
function mealNow(plans: readonly MealPlan[], nowMs: number): MealPlan | null {
  const endOf = ({ batches }: MealPlan): number => Math.max(...batches.map(({ toMs }) => toMs))
  return plans.filter((plan) => endOf(plan) + AFTER_MS > nowMs).sort((a, b) => endOf(a) - endOf(b))[0] ?? null
}

/** Who of these went to eat since a moment. */
async function wentSince({ tx, tenant }: TenantRead, personIds: readonly string[], sinceMs: number): Promise<Set<string>> {
  const rows = await tx<{ id: string }[]>`
    select distinct person_id as id from presence_log
    where tenant = ${tenant} and person_id = any(${personIds as string[]}) and at_ms >= ${sinceMs} and to_state = 'meal' and not late`
  return new Set(rows.map(({ id }) => id))
}

/** M2, M9: of each batch of the meal now how many are in it, at table, back, and late. */
export async function mealProgress(
  db: TenantRead, plans: readonly MealPlan[], presences: ReadonlyMap<string, Pick<Presence, 'state' | 'untilMs'>>, nowMs: number,
): Promise<WallView['meal']> {
  const plan = mealNow(plans, nowMs)
  if (!plan) return null
  const everybody = plan.batches.flatMap(({ personIds }) => personIds)
  const went = await wentSince(db, everybody, Math.min(...plan.batches.map(({ fromMs }) => fromMs)) - EARLY_MS)
  return {
    meal: plan.meal,
    batches: plan.batches.map(({ fromMs, toMs, personIds }) => {
      const away = personIds.filter((id) => presences.get(id)?.state === 'meal')
      return {
        fromMs, toMs, total: personIds.length, away: away.length, back: personIds.filter((id) => went.has(id) && !away.includes(id)).length,
        late: away.filter((id) => (presences.get(id)?.untilMs ?? toMs) < nowMs).length,
      }
    }),
  }
}
