import type { Conversation } from '../../domain/entities/conversation.ts'
import { handedBack } from '../../domain/transfer/moves.ts'
import type { ApiContext } from '../context.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { fromOwner, recordMove } from './record-move.ts'

/**
 * Takes an open conversation from an agent who is not there (lost desk, off duty: H5, H6) and puts it back in the queue, at
 * the place of its wait. Moved by the system, so it is not counted among the transfers by choice (M6). The customer's wait
 * goes on. The caller holds the lock, puts the returned row and wakes the router.
 */
export function handBack(context: ApiContext, changes: ChangeSet, conversation: Conversation, nowMs: number): Promise<Conversation> {
  return recordMove(context, changes, handedBack(conversation), { line: 'reassigned', params: fromOwner(conversation) }, nowMs)
}
