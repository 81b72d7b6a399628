import type { Presence } from '../../domain/entities/people.ts'
import type { Team } from '../../domain/entities/team.ts'
import { figureOf } from '../../domain/figures/figures.ts'
import { isQueueOver } from '../../domain/load/queue.ts'
import { dateAt, zonedMs } from '../../domain/roster/zoned.ts'
import type { WallPerson, WallView } from '../../protocol/shift-views.ts'
import { listEntities, readEntity } from '../store/entities.ts'
import type { TenantDb } from '../store/entities.ts'
import { countsSince, mean, repliesSince } from './day-figures.ts'
import type { DayCounts, Replies } from './day-figures.ts'
import { liveConversations } from './live-conversations.ts'
import type { LiveConversation } from './live-conversations.ts'
import { mealProgress } from './meal-progress.ts'

const MOST_URGENT = 20
/** A call for help is spoken of so long. */
const HELP_MS = 30 * 60_000

interface PersonRow extends Pick<Presence, 'state' | 'reachable' | 'cause' | 'reason' | 'sinceMs' | 'untilMs'> {
  personId: string
  name: string
  limit: number
}

/** Who works in the team, with their state. */
function peopleNow({ tx, tenant }: TenantDb, teamId: string): PromiseLike<PersonRow[]> {
  return tx<PersonRow[]>`
    select p.id as "personId", p.name, p.conversation_limit as limit, coalesce(r.state, 'off_duty') as state, coalesce(r.reachable, false) as reachable,
      coalesce(r.cause, 'system') as cause, r.reason, coalesce(r.since_ms, 0) as "sinceMs", r.until_ms as "untilMs"
    from person p left join presence r on r.tenant = p.tenant and r.id = p.id
    where p.tenant = ${tenant} and p.team_ids ? ${teamId} and p.active and p.roles ?| ${['agent', 'trainee', 'supervisor']}
    order by p.name, p.id`
}

function openHandovers({ tx, tenant }: TenantDb, teamId: string): PromiseLike<WallView['handovers']> {
  return tx<WallView['handovers']>`
    select h.id as "handoverId", f.name as "fromName", t.name as "toName", h.limit_at_ms as "limitAtMs", count(i.id)::int as total,
      (count(*) filter (where i.state = 'listed'))::int as open, (count(*) filter (where i.state = 'escalated'))::int as escalated
    from handover h join person f on f.tenant = h.tenant and f.id = h.from_person_id
    left join person t on t.tenant = h.tenant and t.id = h.to_person_id
    left join handover_item i on i.tenant = h.tenant and i.handover_id = h.id
    where h.tenant = ${tenant} and h.team_id = ${teamId} and h.state = 'open'
    group by h.id, f.name, t.name, h.limit_at_ms order by h.limit_at_ms limit 50`
}

async function helpAsked({ tx, tenant }: TenantDb, teamId: string, sinceMs: number): Promise<WallView['help']> {
  const [row] = await tx<WallView['help'][]>`
    select count(*)::int as asked, (count(*) filter (where answer = 'yes'))::int as yes, (count(*) filter (where answer = 'no'))::int as no
    from notice where tenant = ${tenant} and kind = 'help_call' and at_ms >= ${sinceMs} and params->>'teamId' = ${teamId}`
  return row ?? { asked: 0, yes: 0, no: 0 }
}

/** What changes slowly is counted less often than once a second; a day of 200 agents is some ten thousand rows. */
export interface DayPart { readonly replies: readonly Replies[], readonly counts: DayCounts }

/** The day's part of the wall, from midnight in the team's zone. */
export async function dayPart(db: TenantDb, team: Team, nowMs: number): Promise<DayPart> {
  const sinceMs = zonedMs(dateAt(nowMs, team.timeZone), 0, team.timeZone)
  const people = await db.tx<{ id: string }[]>`select id from person where tenant = ${db.tenant} and team_ids ? ${team.id}`
  const [replies, counts] = await Promise.all([repliesSince(db, people.map(({ id }) => id), sinceMs), countsSince(db, team.id, sinceMs)])
  return { replies, counts }
}

function personOf(row: PersonRow, mine: readonly LiveConversation[], replies: Replies | undefined): WallPerson {
  const dues = mine.flatMap(({ nearestDueAtMs }) => nearestDueAtMs ?? [])
  return {
    ...row, open: mine.length, waiting: mine.filter(({ waitingSinceMs }) => waitingSinceMs !== null).length,
    nearestDueAtMs: dues.length === 0 ? null : Math.min(...dues),
    firstReplyMs: replies ? mean(replies.firstMs, replies.first) : null, averageReplyMs: replies ? mean(replies.repliesMs, replies.replies) : null,
    missed: replies?.missed ?? 0,
  }
}

function todayOf(live: readonly LiveConversation[], { replies, counts }: DayPart): WallView['today'] {
  const sum = (of: (one: Replies) => number): number => replies.reduce((total, one) => total + of(one), 0)
  const first = sum((one) => one.first)
  return {
    firstReplyMs: mean(sum((one) => one.firstMs), first), averageReplyMs: mean(sum((one) => one.repliesMs), sum((one) => one.replies)),
    firstInTime: first === 0 ? null : sum((one) => one.firstHit) / first, started: counts.started, closed: counts.closed,
    open: live.filter(({ state }) => state === 'open').length, left: live.filter(({ state }) => state === 'left').length,
    missed: sum((one) => one.missed) + counts.missedInQueue, transfers: counts.transfers,
  }
}

/** Who waits, the nearest due first, then the longest wait. */
function urgentOf(live: readonly LiveConversation[], names: ReadonlyMap<string, string>): WallView['urgent'] {
  return live.flatMap((one) => (one.waitingSinceMs === null || one.state === 'left' ? [] : [{ ...one, state: one.state, waitingSinceMs: one.waitingSinceMs }]))
    .sort((a, b) => (a.nearestDueAtMs ?? a.waitingSinceMs) - (b.nearestDueAtMs ?? b.waitingSinceMs) || a.waitingSinceMs - b.waitingSinceMs)
    .slice(0, MOST_URGENT)
    .map(({ id, customerName, ownerId, waitingSinceMs, state }) => (
      { conversationId: id, customerName, ownerName: ownerId === null ? null : names.get(ownerId) ?? null, waitingSinceMs, state }))
}

/**
 * L1, L4, M2: the wall of a team at a moment, by a handful of queries whatever its size. @param day the part that is counted less often
 */
export async function wallOf(db: TenantDb, team: Team, day: DayPart, nowMs: number): Promise<WallView> {
  const [figures, rows, live, plans, handovers, help] = await Promise.all([
    readEntity(db, 'figures', team.id), peopleNow(db, team.id), liveConversations(db, team, nowMs),
    listEntities(db, 'meal_plan', { teamId: team.id, date: dateAt(nowMs, team.timeZone) }), openHandovers(db, team.id), helpAsked(db, team.id, nowMs - HELP_MS),
  ])
  const meal = await mealProgress(db, plans, new Map(rows.map((row) => [row.personId, row])), nowMs)
  const held = Map.groupBy(live.filter(({ state }) => state === 'open'), ({ ownerId }) => ownerId)
  const replies = new Map(day.replies.map((one) => [one.personId, one]))
  const queued = live.flatMap(({ state, waitingSinceMs }) => (state === 'queued' ? waitingSinceMs ?? [] : []))
  const alertAt = figureOf(figures, 'queueAlertCount')
  return {
    atMs: nowMs, teamId: team.id, teamName: team.name,
    queue: { count: queued.length, longestWaitMs: queued.length === 0 ? 0 : Math.max(0, nowMs - Math.min(...queued)), alertAt, alert: isQueueOver(queued.length, figures) },
    today: todayOf(live, day),
    people: rows.map((row) => personOf(row, held.get(row.personId) ?? [], replies.get(row.personId))),
    meal, handovers: [...handovers], help, urgent: urgentOf(live, new Map(rows.map(({ personId, name }) => [personId, name]))),
  }
}
