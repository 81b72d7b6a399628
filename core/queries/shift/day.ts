import { allTeams } from '../../../db/roster.ts'
import { mealPlansOf, shiftsOfPerson, shiftsOfTeam } from '../../../db/shifts.ts'
import { readRow } from '../../../db/synced/rows.ts'
import type { MealPlan, Shift } from '../../../domain/entities/roster.ts'
import type { Day } from '../../../domain/roster/prompt.ts'
import { addDays, dateAt } from '../../../domain/roster/zoned.ts'
import type { QueryContext } from '../context.ts'

/** `teamId`: the first of the agent's teams, whose figures and clock count. `shifts`: the agent's own. */
export type MyDay = Day & { teamId: string | null; timeZone: string; date: string; shifts: Shift[]; mealPlans: MealPlan[] }

type Asked = Pick<QueryContext, 'db' | 'me' | 'nowMs'>
const ZONE = 'Asia/Shanghai'
const DAY_MS = 24 * 3_600_000

/** @returns what the rules of the shift ask about an agent: own shifts from yesterday to tomorrow, today's meal plans, figures (M3, H1, M9) */
export function myDay({ db, me, nowMs }: Asked): MyDay {
  const teamId = me.teamIds[0] ?? null
  const timeZone = allTeams(db).find(({ id }) => id === teamId)?.timeZone ?? ZONE
  const date = dateAt(nowMs, timeZone)
  return {
    personId: me.personId, teamId, timeZone, date, nowMs, shifts: shiftsOfPerson(db, me.personId, nowMs - DAY_MS, nowMs + 2 * DAY_MS),
    mealPlans: me.teamIds.flatMap(id => mealPlansOf(db, id, addDays(date, -1), date)),
    presence: readRow(db, 'presence', me.personId), figures: teamId === null ? null : readRow(db, 'figures', teamId),
  }
}

/** @returns everybody's shifts of the agent's teams, from yesterday to tomorrow: who follows, who takes over (H2, H8) */
export function teamShifts({ db, me }: Pick<Asked, 'db' | 'me'>, date: string): Shift[] {
  return me.teamIds.flatMap(id => shiftsOfTeam(db, id, addDays(date, -1), addDays(date, 1)))
}
