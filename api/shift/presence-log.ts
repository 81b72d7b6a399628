import type { ShiftOutput } from '../../protocol/shift.ts'
import { mustLead } from './handler.ts'
import type { ShiftHandler } from './handler.ts'

const MOST = 2_000

/** presence.log: who changed which state when, and who did it, newest first. Throws ProblemError 403. */
export const readPresenceLog: ShiftHandler<'presence.log'> = async (asked, { personId, fromMs, toMs }) => {
  mustLead(asked)
  const { db: { tx, tenant }, team } = asked
  return tx<ShiftOutput<'presence.log'>>`
    select l.id, l.person_id as "personId", p.name as "personName", b.name as "byName", l.cause, l.from_state as "from", l.to_state as "to",
      l.reason, l.at_ms as "atMs", l.late
    from person p join presence_log l on l.tenant = p.tenant and l.person_id = p.id
    left join person b on b.tenant = l.tenant and b.id = l.by_id
    where p.tenant = ${tenant} and p.team_ids ? ${team.id} and (${personId}::text is null or p.id = ${personId})
      and l.at_ms >= ${fromMs} and l.at_ms < ${toMs}
    order by l.at_ms desc, l.id desc limit ${MOST}`
}
