import type { Shift } from '../../../../domain/entities/roster.ts'
import { dateAt } from '../../../../domain/roster/zoned.ts'
import { tellRosterChanged } from '../../../shift/notices.ts'
import { listEntities, readStored } from '../../../store/entities.ts'
import { Refusal } from '../../refusal.ts'
import { leads } from '../mutator.ts'
import type { Act, Mutator } from '../mutator.ts'

const HOUR_MS = 3_600_000
/** A day off where the clock is put back, with some room. */
const LONGEST_MS = 26 * HOUR_MS

function mustLead({ person }: Act, shifts: readonly Shift[]): void {
  if (!shifts.every((shift) => leads(person, shift))) throw new Refusal('not_allowed')
}

/** Those that are there, locked in the order of their ids. Throws Refusal unless this person leads their teams. */
async function lockShifts(act: Act, ids: readonly string[]): Promise<Shift[]> {
  const shifts = await listEntities(act.changes, 'shift', { id: ids }, { lock: true })
  mustLead(act, shifts)
  return shifts
}

/** People of the team, times in order, and the day that the shift begins on in the team's zone. Throws Refusal `invalid`. */
async function mustFit({ changes }: Act, shifts: readonly Shift[]): Promise<void> {
  const [people, teams] = await Promise.all([
    readStored(changes, 'person', [...new Set(shifts.map(({ personId }) => personId))]),
    readStored(changes, 'team', [...new Set(shifts.map(({ teamId }) => teamId))]),
  ])
  for (const { personId, teamId, date, fromMs, toMs } of shifts) {
    const person = people.find(({ row }) => row.id === personId)?.row
    const team = teams.find(({ row }) => row.id === teamId)?.row
    if (!person?.active || !person.teamIds.includes(teamId)) throw new Refusal('invalid', 'person')
    if (toMs <= fromMs || toMs - fromMs > LONGEST_MS) throw new Refusal('invalid', 'times')
    if (!team || dateAt(fromMs, team.timeZone) !== date) throw new Refusal('invalid', 'date')
  }
}

function isSame(a: Shift, b: Shift | undefined): boolean {
  return b !== undefined && (Object.keys(a) as (keyof Shift)[]).every((key) => a[key] === b[key])
}

/** L4: a supervisor plans, moves, gives to somebody else; who has other shifts by that gets one notice. */
export const putShifts: Mutator<'roster.put'> = async (act, { shifts }) => {
  const { changes, person, nowMs } = act
  const ids = shifts.map(({ id }) => id)
  if (new Set(ids).size < ids.length) throw new Refusal('invalid', 'shift id twice')
  mustLead(act, shifts)
  const before = new Map((await lockShifts(act, ids)).map((shift) => [shift.id, shift]))
  const changed = shifts.filter((shift) => !isSame(shift, before.get(shift.id)))
  await mustFit(act, changed)
  await changes.putMany('shift', changed)
  await tellRosterChanged(changes, [...changed, ...changed.flatMap(({ id }) => before.get(id) ?? [])], person.id, nowMs)
}

/** Those that are gone already are no fault. */
export const removeShifts: Mutator<'roster.remove'> = async (act, { shiftIds }) => {
  const gone = await lockShifts(act, [...new Set(shiftIds)])
  await act.changes.removeMany('shift', gone.map(({ id }) => id))
  await tellRosterChanged(act.changes, gone, act.person.id, act.nowMs)
}
