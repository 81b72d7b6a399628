import { TimerPolicy } from '../../domain/entities/team.ts'
import type { ApiContext } from '../context.ts'
import { changePresence } from '../duty/change-presence.ts'
import { handOverFor } from '../duty/hand-over-for.ts'
import { inTransaction } from '../store/transaction.ts'

/** Of a person in no team, and of teams stored before these figures were theirs to set. */
const STANDARD = TimerPolicy.parse({})

interface Heard {
  tenant: string
  id: string
  reachable: boolean
  /** Epoch milliseconds of the last sign of life of any of their desks. */
  heardAtMs: number
  /** Of their teams the most patient: a person is reachable or not for all of them at once. */
  unreachableMs: number
  openCount: number
}

interface Held {
  id: string
  teamId: string
  /** Of the conversation's team. */
  handoverMs: number
}

/**
 * Looks at who is heard of. Writes transitions only: unreachable after the team's `unreachableSec`, reachable again at the next
 * sign; and hands back the open conversations of people who stayed away for `handoverSec` more. @param upSinceMs when this node began to listen: desks that
 * could not reach a stopped server are not lost
 */
export async function sweepPresence(context: ApiContext, upSinceMs: number): Promise<void> {
  const nowMs = context.clock.now()
  const rows = await context.sql<Heard[]>`
    select r.tenant, r.id, r.reachable, greatest(${upSinceMs}, coalesce(max(d.last_seen_at_ms), r.since_ms)) as "heardAtMs",
      coalesce((
        select max(coalesce((t.timers->>'unreachableSec')::int, ${STANDARD.unreachableSec})) from team t, person p
        where t.tenant = r.tenant and p.tenant = r.tenant and p.id = r.id and p.team_ids ? t.id
      ), ${STANDARD.unreachableSec}) * 1000 as "unreachableMs",
      (select count(*) from conversation c where c.tenant = r.tenant and c.owner_id = r.id and c.state = 'open') as "openCount"
    from presence r left join device d on d.tenant = r.tenant and d.person_id = r.id and d.status = 'active'
    where r.state <> 'off_duty' or r.reachable
    group by r.tenant, r.id, r.reachable, r.since_ms, r.state`
  for (const row of rows) {
    const silentMs = nowMs - row.heardAtMs
    const reachable = silentMs <= row.unreachableMs
    if (reachable !== row.reachable) await setReachable(context, row, reachable)
    if (!reachable && row.openCount > 0) await handBackDue(context, row, silentMs - row.unreachableMs)
  }
}

async function setReachable(context: ApiContext, { tenant, id }: Heard, reachable: boolean): Promise<void> {
  const nowMs = context.clock.now()
  await inTransaction(context, tenant, (changes) => changePresence(context, changes, id, { kind: 'heard', reachable, atMs: nowMs }, nowMs))
}

/** Customers on another IM stay: that one may well be reached from the desk that we do not hear. */
async function handBackDue(context: ApiContext, { tenant, id }: Heard, lostMs: number): Promise<void> {
  const open = await context.sql<Held[]>`
    select c.id, c.team_id as "teamId", coalesce((t.timers->>'handoverSec')::int, ${STANDARD.handoverSec}) * 1000 as "handoverMs"
    from conversation c left join team t on t.tenant = c.tenant and t.id = c.team_id
    where c.tenant = ${tenant} and c.owner_id = ${id} and c.state = 'open' and c.channel_kind <> 'companion' order by c.id`
  await handOverFor(context, tenant, { personId: id, cause: 'lost_desk', isGone: (presence) => presence?.reachable !== true },
    open.filter(({ handoverMs }) => lostMs > handoverMs))
}
