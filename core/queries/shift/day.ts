import { allTeams } from '../../../db/roster.ts'
import { mealPlansOf, shiftsOfTeam } from '../../../db/shifts.ts'
import { readRow } from '../../../db/synced/rows.ts'
import type { MealPlan, Shift } from '../../../domain/entities/roster.ts'
import type { Day } from '../../../domain/roster/prompt.ts'
import { addDays, dateAt } from '../../../domain/roster/zoned.ts'
import type { QueryContext } from '../context.ts'

/** `teamId`: the first of the agent's teams, whose figures and clock count. */
export type MyDay = Day & { teamId: string | null; timeZone: string; date: string; shifts: Shift[]; mealPlans: MealPlan[] }

const ZONE = 'Asia/Shanghai'

/** @returns what the rules of the shift ask about: shifts of the agent's teams from yesterday to tomorrow, today's meal plans, figures */
export function myDay({ db, me, nowMs }: Pick<QueryContext, 'db' | 'me' | 'nowMs'>): MyDay {
  const teamId = me.teamIds[0] ?? null
  const timeZone = allTeams(db).find(({ id }) => id === teamId)?.timeZone ?? ZONE
  const date = dateAt(nowMs, timeZone)
  return {
    personId: me.personId, teamId, timeZone, date, nowMs,
    shifts: me.teamIds.flatMap(id => shiftsOfTeam(db, id, addDays(date, -1), addDays(date, 1))),
    mealPlans: me.teamIds.flatMap(id => mealPlansOf(db, id, addDays(date, -1), date)),
    presence: readRow(db, 'presence', me.personId), figures: teamId === null ? null : readRow(db, 'figures', teamId),
  }
}
