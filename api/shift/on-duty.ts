import type { Person } from '../../domain/entities/people.ts'
import type { Shift } from '../../domain/entities/roster.ts'
import type { OnDuty } from '../../domain/meal/check.ts'
import { endOfWork, isWork } from '../../domain/roster/shift-times.ts'
import { addDays } from '../../domain/roster/zoned.ts'
import { hasRole } from '../sync/mutators/mutator.ts'
import { listEntities } from '../store/entities.ts'
import type { TenantDb } from '../store/entities.ts'

/** The active people of a team. */
export async function peopleOf(db: TenantDb, teamId: string): Promise<Person[]> {
  return (await listEntities(db, 'person', { active: true })).filter(({ teamIds }) => teamIds.includes(teamId))
}

/** The shifts of a team that belong to a day, and those of the day before that may reach into it. */
export function shiftsAround(db: TenantDb, teamId: string, date: string): Promise<Shift[]> {
  return listEntities(db, 'shift', { teamId, date: [addDays(date, -1), date] }, { orderBy: 'fromMs' })
}

/**
 * Who serves customers on a day, from when to when; shifts that follow each other are one stretch (M2). A day without a roster has
 * everybody of the team, all day.
 */
export function onDuty(people: readonly Person[], shifts: readonly Shift[], date: string): OnDuty[] {
  const serving = people.filter((person) => hasRole(person, 'agent', 'trainee'))
  const skilled = ({ id, skills, languages }: Person) => ({ personId: id, skills, languages })
  const work = shifts.filter(isWork)
  if (!work.some((shift) => shift.date === date)) return serving.map((person) => ({ ...skilled(person), fromMs: 0, toMs: Number.MAX_SAFE_INTEGER }))
  return serving.flatMap((person) => {
    const mine = work.filter(({ personId }) => personId === person.id)
    return mine.filter(({ fromMs }) => !mine.some((before) => before.fromMs < fromMs && fromMs <= before.toMs))
      .map((shift) => ({ ...skilled(person), fromMs: shift.fromMs, toMs: endOfWork(mine, person.id, shift.fromMs) ?? shift.toMs }))
  })
}

/** M2: the duty person of the day. */
export function isDutyOn(shifts: readonly Shift[], personId: string, date: string): boolean {
  return shifts.some((shift) => shift.duty && shift.personId === personId && shift.date === date)
}
