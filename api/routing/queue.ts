import { TimerPolicy } from '../../domain/entities/team.ts'
import { compareQueue } from '../../domain/routing/route.ts'
import type { Waiting } from '../../domain/routing/route.ts'
import type { Sql, Tx } from '../store/sql.ts'

const STANDARD = TimerPolicy.parse({})

/** A waiting conversation with its team. */
interface Queued extends Waiting {
  readonly teamId: string
}

/**
 * The waiting conversations of a tenant, or of one team, in the order they are served: the router and the place a customer is
 * told come from here, and the order itself from `compareQueue`.
 */
export async function readQueue(sql: Sql | Tx, tenant: string, teamId: string | null): Promise<Queued[]> {
  const rows = await sql<Queued[]>`
    select c.id, c.priority, c.tier, coalesce(c.queued_at_ms, c.started_at_ms) as "queuedAtMs", c.team_id as "teamId",
      coalesce((t.timers->>'queueAgingSec')::int, ${STANDARD.queueAgingSec}) as "agingSec"
    from conversation c join team t on t.tenant = c.tenant and t.id = c.team_id
    where c.tenant = ${tenant} and c.state = 'queued' and not c.spam and (${teamId}::text is null or c.team_id = ${teamId})`
  return [...rows].sort(compareQueue)
}
