import type { Conversation, ServicePromise } from '../entities/conversation.ts'
import type { HandoverItem } from '../entities/handover.ts'
import { duesOf } from '../timers/dues.ts'
import type { PolicyAt } from '../timers/policy.ts'

/** H2, H5: what goes on somebody's list: everything open that is theirs, whether they named it or not. */
export function belongsOnList({ state, ownerId }: Pick<Conversation, 'state' | 'ownerId'>, personId: string): boolean {
  return state === 'open' && ownerId === personId
}

/** H2, H4: what an item says of its conversation: who, what is due next, and what was promised. */
export function itemFacts(
  conversation: Pick<Conversation, 'id' | 'customerName' | 'timers'>, promises: readonly Pick<ServicePromise, 'id' | 'conversationId' | 'state'>[],
  policy: PolicyAt, nowMs: number,
): Pick<HandoverItem, 'conversationId' | 'customerName' | 'dueAtMs' | 'promiseIds'> {
  return {
    conversationId: conversation.id,
    customerName: conversation.customerName,
    // The nearest, promises and look-ups included; T5: by the target of the handover.
    dueAtMs: duesOf(conversation.timers, policy, nowMs)[0]?.dueAtMs ?? null,
    promiseIds: promises.filter(({ conversationId, state }) => conversationId === conversation.id && state === 'open').map(({ id }) => id).slice(0, 50),
  }
}

/** H3: whether nothing on the list waits for its confirmation any more; an empty list is settled at once. */
export function isSettled(items: readonly Pick<HandoverItem, 'state'>[]): boolean {
  return items.every(({ state }) => state !== 'listed')
}
