import type { ApiContext } from '../context.ts'
import { readEntity, readStored } from '../store/entities.ts'
import { inTransaction } from '../store/transaction.ts'
import type { Visitor } from './visitor.ts'

/** Marks the agent's lines up to a position as shown on the customer's side; the page sends one notice for many lines. */
export async function markDelivered(context: ApiContext, visitor: Visitor, conversationId: string, position: number): Promise<void> {
  await inTransaction(context, visitor.tenant, async (changes) => {
    const { tx, tenant } = changes
    const conversation = await readEntity(changes, 'conversation', conversationId)
    if (conversation?.customerId !== visitor.customerId) return
    const ids = await tx<{ id: string }[]>`
      select id from message where tenant = ${tenant} and conversation_id = ${conversationId} and author = 'agent'
        and delivered_at_ms is null and position <= ${position} order by position limit 50 for update`
    const nowMs = context.clock.now()
    for (const { row } of await readStored(changes, 'message', ids.map(({ id }) => id))) {
      await changes.put('message', { ...row, deliveredAtMs: nowMs })
    }
  })
}
