import type { Conversation, SystemLine } from '../../domain/entities/conversation.ts'
import type { TimerEvent } from '../../domain/timers/events.ts'
import { advanceTimers, rulesOf } from '../channels/conversation-timers.ts'
import { appendLine, systemLine } from '../channels/thread.ts'
import type { ApiContext } from '../context.ts'
import { endPending } from '../duty/pending.ts'
import type { ChangeSet } from '../store/change-set.ts'

/** How a move is told in the thread, and what else it means for the timers. */
export interface Move {
  readonly line: SystemLine['kind']
  readonly params: SystemLine['params']
  /** After the one that says whose the dues are now. */
  readonly events?: readonly TimerEvent[]
}

/**
 * Writes down that a conversation has somebody else now, or nobody (domain/transfer/moves.ts says which row it is): the line in its thread,
 * whose the dues are, and what waited for its agent before is ended. The caller holds the locks of the conversation and of who gets it, and
 * puts the returned row.
 */
export async function recordMove(
  context: ApiContext, changes: ChangeSet, moved: Conversation, { line, params, events = [] }: Move, nowMs: number,
): Promise<Conversation> {
  await endPending(changes, moved.id, nowMs)
  const said = await appendLine(changes, moved, systemLine(context.ids.next(), line, params), nowMs)
  const whose: TimerEvent = moved.ownerId === null ? { kind: 'unassigned', atMs: nowMs } : { kind: 'assigned', atMs: nowMs, agentId: moved.ownerId }
  return advanceTimers(changes, said.conversation, await rulesOf(changes, moved), [whose, ...events])
}
