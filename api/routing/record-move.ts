import type { Conversation, SystemLine } from '../../domain/entities/conversation.ts'
import type { TimerEvent } from '../../domain/timers/events.ts'
import { advanceTimers, rulesOf } from '../channels/conversation-timers.ts'
import { appendLine, systemLine } from '../channels/thread.ts'
import type { ApiContext } from '../context.ts'
import { endPending } from '../duty/pending.ts'
import type { ChangeSet } from '../store/change-set.ts'

/** How a move is told in the thread, and what else it means for the timers. */
interface Move {
  readonly line: SystemLine['kind']
  readonly params: SystemLine['params']
  /** T6: from another shift, or from a desk that is gone: whoever gets it is to make contact. */
  readonly contact?: boolean
}

/** Names who had it, for a line; nobody: nothing. */
export function fromOwner({ ownerId }: Pick<Conversation, 'ownerId'>): SystemLine['params'] {
  return ownerId === null ? {} : { fromId: ownerId }
}

/**
 * Writes down that a conversation has somebody else now, or nobody (domain/transfer/moves.ts says which row it is): the line in its thread,
 * whose the dues are, and what waited for its agent before is ended. The caller holds the locks of the conversation and of who gets it, and
 * puts the returned row.
 */
export async function recordMove(
  context: ApiContext, changes: ChangeSet, moved: Conversation, { line, params, contact = false }: Move, nowMs: number,
): Promise<Conversation> {
  await endPending(changes, moved.id, nowMs)
  const said = await appendLine(changes, moved, systemLine(context.ids.next(), line, params), nowMs)
  const whose: TimerEvent = moved.ownerId === null ? { kind: 'unassigned', atMs: nowMs }
    : { kind: contact ? 'handed_over' : 'assigned', atMs: nowMs, agentId: moved.ownerId }
  return advanceTimers(changes, said.conversation, await rulesOf(changes, moved), [whose])
}
