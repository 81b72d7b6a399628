import type { Conversation } from '../../domain/entities/conversation.ts'
import { advanceTimers } from '../channels/conversation-timers.ts'
import type { Rules } from '../channels/conversation-timers.ts'
import { appendLine, systemLine } from '../channels/thread.ts'
import type { ApiContext } from '../context.ts'
import type { ChangeSet } from '../store/change-set.ts'

/**
 * Takes an open conversation from an agent who is not there (lost desk, off duty: H5, H6) and puts it back in the queue, at
 * the place of its wait. Moved by the system, so it is not counted among the transfers by choice (M6). The customer's wait
 * goes on. The caller holds the lock, puts the returned row and wakes the router.
 */
export async function handBack(
  context: ApiContext, changes: ChangeSet, conversation: Conversation, rules: Rules, nowMs: number,
): Promise<Conversation> {
  const waitedSinceMs = conversation.timers.turn?.sinceMs ?? nowMs
  const queued: Conversation = { ...conversation, state: 'queued', ownerId: null, queuedAtMs: waitedSinceMs, assignedAtMs: null }
  const line = systemLine(context.ids.next(), 'reassigned', conversation.ownerId ? { fromId: conversation.ownerId } : {})
  const said = await appendLine(changes, queued, line, nowMs)
  return advanceTimers(changes, said.conversation, rules, [{ kind: 'unassigned', atMs: nowMs }])
}
