import type { Conversation } from '../../../../domain/entities/conversation.ts'
import { listEntities } from '../../../store/entities.ts'
import type { Act } from '../mutator.ts'

/** M7: who else has this customer now, in another open conversation. */
export async function otherOwners({ changes }: Act, { id, customerId }: Conversation): Promise<string[]> {
  const others = await listEntities(changes, 'conversation', { customerId, state: 'open' })
  return others.flatMap((other) => (other.id !== id && other.ownerId !== null ? [other.ownerId] : []))
}
