import type { Team } from '../../domain/entities/team.ts'
import { addDays, zonedMs } from '../../domain/roster/zoned.ts'
import type { TenantDb } from '../store/entities.ts'

const QUARTER_MS = 15 * 60_000
const WEEKS = [1, 2, 3, 4]
/** A customer counts as there so long after their last message: a conversation that nobody closed counts no night. */
const THERE_MS = 10 * 60_000
const LONGEST_MS = 24 * 3_600_000

/** Customers of a team now: with an agent, and in the queue. */
export async function loadNow({ tx, tenant }: TenantDb, teamId: string): Promise<{ open: number, queued: number }> {
  const [row] = await tx<{ open: number, queued: number }[]>`
    select (count(*) filter (where state = 'open'))::int as open, (count(*) filter (where state = 'queued' and not spam))::int as queued
    from conversation where tenant = ${tenant} and team_id = ${teamId} and state in ('open', 'queued')`
  return row ?? { open: 0, queued: 0 }
}

/**
 * Customers at once by quarter of an hour between two minutes of the day, on average of the same weekday in the last four weeks; weeks
 * without a customer in that time are left out (the shop was closed, or is new). M2.
 * @returns `quarters` empty when no week had any
 */
export async function loadOfWeekday(
  { tx, tenant }: TenantDb, { id, timeZone }: Team, date: string, fromMin: number, toMin: number,
): Promise<{ quarters: number[], weeks: number }> {
  const count = Math.ceil((toMin - fromMin) / 15)
  const starts = WEEKS.map((week) => zonedMs(addDays(date, -7 * week), fromMin, timeZone))
  const rows = await tx<{ week: number, quarter: number, customers: number }[]>`
    select w.week::int as week, q.quarter::int as quarter, count(c.id)::int as customers
    from unnest(${starts}::bigint[]) with ordinality as w (from_ms, week)
    cross join generate_series(0, ${count - 1}::int) as q (quarter)
    left join conversation c on c.tenant = ${tenant} and c.team_id = ${id} and not c.spam
      and c.started_at_ms < w.from_ms + (q.quarter + 1) * ${QUARTER_MS}::bigint and c.started_at_ms >= w.from_ms - ${LONGEST_MS}::bigint
      and c.last_message_at_ms + ${THERE_MS}::bigint >= w.from_ms + q.quarter * ${QUARTER_MS}::bigint
    group by w.week, q.quarter`
  const known = WEEKS.filter((week) => rows.some((row) => row.week === week && row.customers > 0))
  const quarters = Array.from({ length: known.length > 0 ? count : 0 }, (_, quarter) => (
    rows.filter((row) => row.quarter === quarter && known.includes(row.week)).reduce((sum, { customers }) => sum + customers, 0) / known.length))
  return { quarters, weeks: known.length }
}
