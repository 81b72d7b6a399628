import { inWorker } from '../studio/files/in-worker.ts'
import { listEntities } from '../store/entities.ts'
import { mustLead } from './handler.ts'
import type { ShiftHandler } from './handler.ts'
import { peopleOf } from './on-duty.ts'

/**
 * roster.read: what would come of a file; nothing is stored. A shift of somebody's day and kind that there is already is the same shift, so that
 * a corrected file read in again moves shifts instead of doubling them. Throws ProblemError 403, 422 `too_much`.
 */
export const readRosterFile: ShiftHandler<'roster.read'> = async (asked, { bytes }) => {
  mustLead(asked)
  const { context: { clock, ids }, db, team } = asked
  const people = (await peopleOf(db, team.id)).map(({ id, account, name }) => ({ id, account, name }))
  const { shifts, faults } = await inWorker<'roster'>(clock, { kind: 'roster', bytes, people, timeZone: team.timeZone })
  const before = await listEntities(db, 'shift', { teamId: team.id, date: [...new Set(shifts.map(({ date }) => date))] }, { orderBy: 'fromMs' })
  const free = Map.groupBy(before, ({ personId, date, kind }) => `${personId}\n${date}\n${kind}`)
  return {
    shifts: shifts.map((shift) => ({ ...shift, id: free.get(`${shift.personId}\n${shift.date}\n${shift.kind}`)?.shift()?.id ?? ids.next(), teamId: team.id })),
    faults,
  }
}
