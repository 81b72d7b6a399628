import type { Conversation } from '../../domain/entities/conversation.ts'
import type { Transfer } from '../../domain/entities/transfer.ts'
import { returnsTo } from '../../domain/transfer/moves.ts'
import { appendLine, systemLine } from '../channels/thread.ts'
import type { ApiContext } from '../context.ts'
import { lockAgents } from '../routing/candidates.ts'
import { handBack } from '../routing/hand-back.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { readEntity } from '../store/entities.ts'
import { inTransaction } from '../store/transaction.ts'

/** Kind of the job that ends an offer nobody answered in time; key = the transfer's id. */
export const TRANSFER_EXPIRY_JOB = 'transfer.expire'

/**
 * An open offer goes back to its sender, or to the front of the queue when the sender is no longer there; the customer's wait never restarts.
 * Conversation, agents and transfer are locked by the caller.
 */
export async function returnOffer(
  context: ApiContext, changes: ChangeSet, conversation: Conversation, transfer: Transfer, state: 'declined' | 'expired' | 'cancelled', nowMs: number,
): Promise<void> {
  await changes.put('transfer', { ...transfer, state, settledAtMs: nowMs })
  const place = returnsTo(conversation, transfer, await readEntity(changes, 'presence', transfer.fromPersonId))
  if (place === 'nowhere') return
  const line = systemLine(context.ids.next(), 'transfer_returned', { transferId: transfer.id, fromId: transfer.fromPersonId, why: state })
  const { conversation: said } = await appendLine(changes, conversation, line, nowMs)
  await changes.put('conversation', place === 'sender' ? said : await handBack(context, changes, said, nowMs))
  if (place === 'queue') changes.afterCommit(() => { context.routing.wake(changes.tenant) })
}

/** The job: an offer that is still open when its time is over is expired. */
export async function runTransferExpiry(context: ApiContext, tenant: string, transferId: string): Promise<void> {
  await inTransaction(context, tenant, async (changes) => {
    const seen = await readEntity(changes, 'transfer', transferId)
    if (seen?.state !== 'offered') return
    const conversation = await readEntity(changes, 'conversation', seen.conversationId, { lock: true })
    await lockAgents(changes, [seen.fromPersonId])
    const transfer = await readEntity(changes, 'transfer', transferId, { lock: true })
    if (!conversation || transfer?.state !== 'offered') return
    await returnOffer(context, changes, conversation, transfer, 'expired', context.clock.now())
  })
}
