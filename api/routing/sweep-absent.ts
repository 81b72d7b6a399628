import type { Presence } from '../../domain/entities/people.ts'
import { figureOf } from '../../domain/figures/figures.ts'
import type { Given } from '../../domain/figures/figures.ts'
import { handBackAtMs } from '../../domain/presence/absent.ts'
import type { TimerState } from '../../domain/timers/state.ts'
import type { ApiContext } from '../context.ts'
import { handOverFor } from '../duty/hand-over-for.ts'
import { notify } from '../duty/notices.ts'
import { readEntity } from '../store/entities.ts'
import { inTransaction } from '../store/transaction.ts'
import { lockAgents } from './candidates.ts'
import { handBack } from './hand-back.ts'

interface Held {
  tenant: string
  id: string
  teamId: string
  ownerId: string
  companion: boolean
  assignedAtMs: number
  timers: TimerState
  state: Presence['state']
  sinceMs: number
  reachable: boolean
  given: NonNullable<Given>['given'] | null
}

const graceSecOf = ({ given }: Pick<Held, 'given'>): number => figureOf(given === null ? null : { given }, 'absentGraceSec')
const presenceOf = ({ ownerId, state, sinceMs, reachable }: Held): Presence =>
  ({ id: ownerId, state, sinceMs, reachable, reason: null, cause: 'agent', byId: null, untilMs: null })

/**
 * M9, H5, H6: whoever waits for somebody at the meal, away, in training for longer than the team's `absentGraceSec` goes to others; of somebody off
 * duty everything does, whether they wait or not (rows of before there was a gate, a shop's import).
 */
export async function sweepAbsent(context: ApiContext): Promise<void> {
  const nowMs = context.clock.now()
  const held = await context.sql<Held[]>`
    select c.tenant, c.id, c.team_id as "teamId", c.owner_id as "ownerId", c.channel_kind = 'companion' as companion,
      coalesce(c.assigned_at_ms, c.started_at_ms) as "assignedAtMs", c.timers, coalesce(r.state, 'off_duty') as state, coalesce(r.since_ms, 0) as "sinceMs",
      coalesce(r.reachable, false) as reachable, f.given
    from person p left join presence r on r.tenant = p.tenant and r.id = p.id
      join conversation c on c.tenant = p.tenant and c.owner_id = p.id and c.state = 'open'
      left join figures f on f.tenant = c.tenant and f.id = c.team_id
    where coalesce(r.state, 'off_duty') in ('meal', 'away', 'training', 'off_duty')
    order by c.tenant, c.owner_id, c.id`
  for (const one of held) {
    if (one.state === 'off_duty' || one.companion) continue
    const dueAtMs = handBackAtMs(presenceOf(one), one.timers, graceSecOf(one))
    if (dueAtMs !== null && dueAtMs <= nowMs) await handBackAbsent(context, one)
  }
  const offDuty = held.filter((one) => one.state === 'off_duty' && Math.max(one.sinceMs, one.assignedAtMs) + graceSecOf(one) * 1_000 <= nowMs)
  for (const [, theirs] of Map.groupBy(offDuty, ({ tenant, ownerId }) => `${tenant}\n${ownerId}`)) {
    const [{ tenant, ownerId } = { tenant: '', ownerId: '' }] = theirs
    await handOverFor(context, tenant, { personId: ownerId, cause: 'off_duty_write', isGone: (presence) => (presence?.state ?? 'off_duty') === 'off_duty' }, theirs)
  }
}

/** Looked at again under the locks: answered or back meanwhile, it stays. */
async function handBackAbsent(context: ApiContext, seen: Held): Promise<void> {
  await inTransaction(context, seen.tenant, async (changes) => {
    const conversation = await readEntity(changes, 'conversation', seen.id, { lock: true })
    if (conversation?.state !== 'open' || conversation.ownerId !== seen.ownerId) return
    await lockAgents(changes, [seen.ownerId])
    const nowMs = context.clock.now()
    const dueAtMs = handBackAtMs(await readEntity(changes, 'presence', seen.ownerId), conversation.timers, graceSecOf(seen))
    if (dueAtMs === null || dueAtMs > nowMs) return
    await changes.put('conversation', await handBack(context, changes, conversation, nowMs))
    await notify(changes, context.ids, [seen.ownerId], 'handed_over', { count: 1 }, nowMs)
    changes.afterCommit(() => { context.routing.wake(seen.tenant) })
  })
}
