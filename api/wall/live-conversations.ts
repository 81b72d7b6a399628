import type { Conversation } from '../../domain/entities/conversation.ts'
import type { Team } from '../../domain/entities/team.ts'
import { isWaiting } from '../../domain/leaving/gate.ts'
import { duesOf } from '../../domain/timers/dues.ts'
import { policyOf } from '../../domain/timers/policy.ts'
import type { TenantRead } from '../routing/candidates.ts'

/** A conversation that is not closed, as the wall needs it. */
export interface LiveConversation extends Pick<Conversation, 'id' | 'ownerId' | 'customerName' | 'channelKind' | 'channelId' | 'tier' | 'timers'> {
  readonly state: 'open' | 'queued' | 'left'
  /** Since when the customer waits: in the queue from the beginning, else by their unanswered turn; null = nobody waits. */
  readonly waitingSinceMs: number | null
  readonly nearestDueAtMs: number | null
}

type Row = Omit<LiveConversation, 'waitingSinceMs' | 'nearestDueAtMs'> & { queuedAtMs: number }

/** Every conversation of a team that is queued, open or left. Spam waits for nobody and is left out. */
export async function liveConversations({ tx, tenant }: TenantRead, team: Team, nowMs: number): Promise<LiveConversation[]> {
  const rows = await tx<Row[]>`
    select id, owner_id as "ownerId", customer_name as "customerName", channel_kind as "channelKind", channel_id as "channelId", tier, state, timers,
      coalesce(queued_at_ms, started_at_ms) as "queuedAtMs"
    from conversation where tenant = ${tenant} and team_id = ${team.id} and state <> 'closed' and not spam`
  const policies = new Map(rows.map(({ channelKind }) => [channelKind, policyOf(team, channelKind)]))
  return rows.map(({ queuedAtMs, ...row }) => {
    const policy = policies.get(row.channelKind)
    return {
      ...row,
      waitingSinceMs: row.state === 'queued' ? queuedAtMs : row.state === 'open' && isWaiting(row.timers) ? row.timers.turn?.sinceMs ?? null : null,
      nearestDueAtMs: policy ? duesOf(row.timers, policy, nowMs)[0]?.dueAtMs ?? null : null,
    }
  })
}
