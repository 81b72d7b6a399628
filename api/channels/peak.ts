import type { Conversation } from '../../domain/entities/conversation.ts'
import { isQueueOver } from '../../domain/load/queue.ts'
import type { TimerEvent } from '../../domain/timers/events.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { readEntity } from '../store/entities.ts'

/**
 * T11: whether a question that begins now begins at peak: the queue of its team is over the threshold that alerts the supervisor (L1).
 * @returns the event that says so, when it is not known already; a question that runs keeps its target and asks nothing
 */
export async function peakNow(changes: ChangeSet, { teamId, timers }: Conversation, nowMs: number): Promise<TimerEvent[]> {
  if (timers.turn !== null) return []
  const { tx, tenant } = changes
  const [queue] = await tx<{ count: number }[]>`
    select count(*)::int as count from conversation where tenant = ${tenant} and team_id = ${teamId} and state = 'queued' and not spam`
  const on = isQueueOver(queue?.count ?? 0, await readEntity(changes, 'figures', teamId))
  return on === (timers.peak ?? false) ? [] : [{ kind: 'peak', atMs: nowMs, on }]
}
