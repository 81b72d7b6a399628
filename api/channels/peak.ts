import type { Conversation } from '../../domain/entities/conversation.ts'
import { figureOf } from '../../domain/figures/figures.ts'
import type { TimerEvent } from '../../domain/timers/events.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { readEntity } from '../store/entities.ts'

/**
 * T11, L1: whether the queue of the team is over its threshold while a question begins, as the event that tells the timers so; none where no
 * question begins, or nothing changed.
 */
export async function peakNow(changes: ChangeSet, { teamId, timers }: Conversation, nowMs: number): Promise<TimerEvent[]> {
  if (timers.turn !== null) return []
  const { tx, tenant } = changes
  const [queue] = await tx<{ count: number }[]>`
    select count(*)::int as count from conversation where tenant = ${tenant} and team_id = ${teamId} and state = 'queued' and not spam`
  const on = (queue?.count ?? 0) > figureOf(await readEntity(changes, 'figures', teamId), 'queueAlertCount')
  return on === (timers.peak ?? false) ? [] : [{ kind: 'peak', atMs: nowMs, on }]
}
