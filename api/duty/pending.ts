import { isSettled } from '../../domain/handover/list.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { listEntities, readEntity } from '../store/entities.ts'

/** H3: a list on which nothing waits any more is done. Locks the handover, after its items. */
export async function settleHandover(changes: ChangeSet, handoverId: string, nowMs: number): Promise<void> {
  const handover = await readEntity(changes, 'handover', handoverId, { lock: true })
  if (handover?.state !== 'open') return
  if (!isSettled(await listEntities(changes, 'handover_item', { handoverId }))) return
  await changes.put('handover', { ...handover, state: 'done', settledAtMs: nowMs })
}

/**
 * What still waits for somebody about a conversation that was closed or went to somebody else: an open offer is taken back, and it
 * leaves the handover list it stands on. Whoever settles one of these itself does so before. The caller holds the conversation's lock.
 */
export async function endPending(changes: ChangeSet, conversationId: string, nowMs: number): Promise<void> {
  for (const transfer of await listEntities(changes, 'transfer', { conversationId, state: 'offered' }, { lock: true })) {
    await changes.put('transfer', { ...transfer, state: 'cancelled', settledAtMs: nowMs })
  }
  for (const item of await listEntities(changes, 'handover_item', { conversationId, state: 'listed' }, { lock: true })) {
    await changes.put('handover_item', { ...item, state: 'void', settledAtMs: nowMs })
    await settleHandover(changes, item.handoverId, nowMs)
  }
}
