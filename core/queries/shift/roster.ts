import { allPeople } from '../../../db/roster.ts'
import { mealPlansOf, shiftsOfTeam, swapsOf } from '../../../db/shifts.ts'
import { readRow } from '../../../db/synced/rows.ts'
import { conflictsOf } from '../../../domain/roster/conflicts.ts'
import { addDays } from '../../../domain/roster/zoned.ts'
import type { QueryArgs } from '../../../protocol/desk-api.ts'
import type { RosterView } from '../../../protocol/shift-views.ts'
import type { QueryContext } from '../context.ts'
import { leadsTeams } from './leads.ts'

const SWAPS_MS = 7 * 24 * 3_600_000

/** @returns some days of a team's roster with what a supervisor should look at (L4); null = not a team of this agent */
export function rosterView({ db, me, nowMs }: QueryContext, { teamId, from, days }: QueryArgs<'roster'>): RosterView | null {
  const team = readRow(db, 'team', teamId)
  if (!team || !me.teamIds.includes(teamId)) return null
  const dates = Array.from({ length: days }, (_, index) => addDays(from, index))
  const last = dates.at(-1) ?? from
  // A short night begins the day before.
  const around = shiftsOfTeam(db, teamId, addDays(from, -1), addDays(last, 1))
  const people = allPeople(db).filter(person => person.active && person.teamIds.includes(teamId))
    .map(({ id, name, skills, languages }) => ({ personId: id, name, skills, languages }))
  const shown = ({ date }: { date: string }): boolean => date >= from && date <= last
  return {
    timeZone: team.timeZone, dates, shifts: around.filter(shown), conflicts: conflictsOf(around, people).filter(shown),
    mealPlans: mealPlansOf(db, teamId, from, last), swaps: swapsOf(db, teamId, nowMs - SWAPS_MS), people, mayEdit: leadsTeams(me),
  }
}
