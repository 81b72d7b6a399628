import { zonedMs } from '../../domain/roster/zoned.ts'
import type { ShiftOutput } from '../../protocol/shift.ts'
import { mustLead } from '../shift/handler.ts'
import type { ShiftHandler } from '../shift/handler.ts'
import { mean } from './day-figures.ts'
import { QUARTER_MS } from './sample.ts'

type Quarter = ShiftOutput<'wall.history'>[number]
type Counted = Pick<Quarter, 'quarterMs' | 'started' | 'missed'> & { firstMs: number, first: number, repliesMs: number, replies: number }

/** wall.history: a team's day by quarter of an hour; one in which nothing happened is left out. Throws ProblemError 403. */
export const wallHistory: ShiftHandler<'wall.history'> = async (asked, { date }) => {
  mustLead(asked)
  const { db: { tx, tenant }, team } = asked
  const [fromMs, toMs] = [zonedMs(date, 0, team.timeZone), zonedMs(date, 1_440, team.timeZone)]
  const [sampled, counted] = await Promise.all([
    tx<Pick<Quarter, 'quarterMs' | 'queueMax' | 'longestWaitMs' | 'openMax' | 'onlineMax'>[]>`
      select quarter_ms as "quarterMs", queue_max as "queueMax", longest_wait_ms as "longestWaitMs", open_max as "openMax", online_max as "onlineMax"
      from wall_quarter where tenant = ${tenant} and team_id = ${team.id} and quarter_ms >= ${fromMs} and quarter_ms < ${toMs}`,
    tx<Counted[]>`
      select c.started_at_ms / ${QUARTER_MS}::bigint * ${QUARTER_MS}::bigint as "quarterMs", count(distinct c.id)::int as started,
        (count(*) filter (where not o.hit and o.rule <> 'T1C'))::int as missed,
        (coalesce(sum(o.settled_at_ms - o.started_at_ms) filter (where o.rule = 'T1'), 0))::bigint as "firstMs",
        (count(*) filter (where o.rule = 'T1' and o.settled_at_ms is not null))::int as first,
        (coalesce(sum(o.settled_at_ms - o.started_at_ms) filter (where o.rule = 'T2'), 0))::bigint as "repliesMs",
        (count(*) filter (where o.rule = 'T2' and o.settled_at_ms is not null))::int as replies
      from conversation c left join timer_outcome o on o.tenant = c.tenant and o.conversation_id = c.id
      where c.tenant = ${tenant} and c.team_id = ${team.id} and c.started_at_ms >= ${fromMs} and c.started_at_ms < ${toMs} and not c.spam
      group by 1`,
  ])
  const bySample = new Map(sampled.map((one) => [one.quarterMs, one]))
  const byCount = new Map(counted.map((one) => [one.quarterMs, one]))
  return [...new Set([...bySample.keys(), ...byCount.keys()])].sort((a, b) => a - b).map((quarterMs) => {
    const count = byCount.get(quarterMs)
    const { queueMax = 0, longestWaitMs = 0, openMax = 0, onlineMax = 0 } = bySample.get(quarterMs) ?? {}
    return {
      quarterMs, queueMax, longestWaitMs, openMax, onlineMax, started: count?.started ?? 0, missed: count?.missed ?? 0,
      firstReplyMs: count ? mean(count.firstMs, count.first) : null, averageReplyMs: count ? mean(count.repliesMs, count.replies) : null,
    }
  })
}
