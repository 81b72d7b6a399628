import type { ApiContext } from '../context.ts'
import type { JobHandlers } from '../jobs/runner.ts'
import { setJob } from '../jobs/schedule.ts'

export const QUARTER_MS = 15 * 60_000
/** Kind of the job that notes what the wall shows, of every team of a tenant, whether or not somebody looks; key `teams`. One node has it at a time. */
const SAMPLE_JOB = 'wall.sample'
const EVERY_MS = 15_000

/** Keeps the greatest of this quarter of an hour (L4): customers in the queue, the longest wait, open conversations, agents online. */
async function sample({ sql, clock }: ApiContext, tenant: string): Promise<void> {
  const nowMs = clock.now()
  await sql`
    insert into wall_quarter (tenant, team_id, quarter_ms, queue_max, longest_wait_ms, open_max, online_max)
    select t.tenant, t.id, ${nowMs - nowMs % QUARTER_MS}::bigint, c.queued, c.waited, c.open, p.online
    from team t
    cross join lateral (
      select (count(*) filter (where state = 'queued'))::int as queued, (count(*) filter (where state = 'open'))::int as open,
        greatest(0, ${nowMs}::bigint - coalesce(min(coalesce(queued_at_ms, started_at_ms)) filter (where state = 'queued'), ${nowMs}::bigint)) as waited
      from conversation where tenant = t.tenant and team_id = t.id and state in ('queued', 'open') and not spam
    ) c
    cross join lateral (
      select count(*)::int as online from person a join presence r on r.tenant = a.tenant and r.id = a.id
      where a.tenant = t.tenant and a.team_ids ? t.id and a.active and a.roles ?| ${['agent', 'trainee']} and r.state = 'online' and r.reachable
    ) p
    where t.tenant = ${tenant} and (c.queued > 0 or c.open > 0 or p.online > 0)
    on conflict (tenant, team_id, quarter_ms) do update set
      queue_max = greatest(wall_quarter.queue_max, excluded.queue_max), longest_wait_ms = greatest(wall_quarter.longest_wait_ms, excluded.longest_wait_ms),
      open_max = greatest(wall_quarter.open_max, excluded.open_max), online_max = greatest(wall_quarter.online_max, excluded.online_max)`
}

async function sampleAgain(context: ApiContext, tenant: string): Promise<void> {
  await sample(context, tenant)
  await setJob(context.sql, tenant, SAMPLE_JOB, 'teams', context.clock.now() + EVERY_MS)
}

/** Leaves the job of every tenant that has none. Called at start. */
export async function startSampling({ sql, clock }: ApiContext): Promise<void> {
  await sql`insert into job (tenant, kind, key, due_at_ms) select tenant, ${SAMPLE_JOB}, 'teams', ${clock.now()} from tenant
    on conflict (tenant, kind, key) do nothing`
}

export const WALL_JOBS: JobHandlers = { [SAMPLE_JOB]: sampleAgain }
