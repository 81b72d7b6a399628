import type { TenantRead } from '../routing/candidates.ts'

/** What somebody did in a stretch of time: replies by T1 and T2 and how long they took, misses. */
export interface Replies {
  personId: string
  first: number
  firstMs: number
  firstHit: number
  replies: number
  repliesMs: number
  missed: number
}

/** Of each of these people since a moment: one row a person, none for who did nothing. T1C is the customer's clock and no agent's. */
export function repliesSince({ tx, tenant }: TenantRead, personIds: readonly string[], sinceMs: number): PromiseLike<Replies[]> {
  return tx<Replies[]>`
    select agent_id as "personId",
      (count(*) filter (where rule = 'T1' and settled_at_ms is not null))::int as first,
      (coalesce(sum(settled_at_ms - started_at_ms) filter (where rule = 'T1'), 0))::bigint as "firstMs",
      (count(*) filter (where rule = 'T1' and settled_at_ms is not null and hit))::int as "firstHit",
      (count(*) filter (where rule = 'T2' and settled_at_ms is not null))::int as replies,
      (coalesce(sum(settled_at_ms - started_at_ms) filter (where rule = 'T2'), 0))::bigint as "repliesMs",
      (count(*) filter (where not hit and rule <> 'T1C'))::int as missed
    from timer_outcome where tenant = ${tenant} and agent_id = any(${personIds as string[]}) and started_at_ms >= ${sinceMs}
    group by agent_id`
}

/** Milliseconds on average, whole; null of nothing. */
export const mean = (sumMs: number, count: number): number | null => count === 0 ? null : Math.round(sumMs / count)

export interface DayCounts { started: number, closed: number, transfers: number, missedInQueue: number }

/** What began, ended and was passed on by choice in a team since the beginning of the day, and what nobody had and was missed. */
export async function countsSince({ tx, tenant }: TenantRead, teamId: string, sinceMs: number): Promise<DayCounts> {
  const [row] = await tx<DayCounts[]>`
    select
      (select count(*) from conversation where tenant = ${tenant} and team_id = ${teamId} and started_at_ms >= ${sinceMs} and not spam)::int as started,
      (select count(*) from conversation where tenant = ${tenant} and team_id = ${teamId} and state = 'closed'
        and started_at_ms >= ${sinceMs - LOOK_BACK_MS}::bigint and closed_at_ms >= ${sinceMs})::int as closed,
      (select count(*) from transfer where tenant = ${tenant} and team_id = ${teamId} and offered_at_ms >= ${sinceMs}
        and state in ('accepted', 'queued'))::int as transfers,
      (select count(*) from timer_outcome o join conversation c on c.tenant = o.tenant and c.id = o.conversation_id
        where o.tenant = ${tenant} and o.agent_id is null and o.started_at_ms >= ${sinceMs} and not o.hit and o.rule <> 'T1C'
          and c.team_id = ${teamId})::int as "missedInQueue"`
  return row ?? { started: 0, closed: 0, transfers: 0, missedInQueue: 0 }
}

/** A conversation that ends today began at most so long ago. */
const LOOK_BACK_MS = 7 * 86_400_000
