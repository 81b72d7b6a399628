import type { Conversation, ServicePromise } from '../entities/conversation.ts'
import type { HandoverItem } from '../entities/handover.ts'
import { duesOf } from '../timers/dues.ts'
import type { PolicyAt } from '../timers/policy.ts'

type Head = Pick<Conversation, 'id' | 'state' | 'ownerId' | 'customerName' | 'timers'>

/** H2, H5: what goes on somebody's list: everything open that is theirs, whether they named it or not. */
export function belongsOnList({ state, ownerId }: Pick<Head, 'state' | 'ownerId'>, personId: string): boolean {
  return state === 'open' && ownerId === personId
}

/** H4: the nearest due of a conversation, its promises and look-ups included (epoch ms); null = nothing is due. */
export function nearestDueMs(timers: Head['timers'], policy: PolicyAt, nowMs: number): number | null {
  return duesOf(timers, policy, nowMs)[0]?.dueAtMs ?? null
}

/** H2, H4: what an item says of its conversation: who, what is due next, and what was promised. */
export function itemFacts(
  conversation: Head, promises: readonly Pick<ServicePromise, 'id' | 'conversationId' | 'state'>[], policy: PolicyAt, nowMs: number,
): Pick<HandoverItem, 'conversationId' | 'customerName' | 'dueAtMs' | 'promiseIds'> {
  return {
    conversationId: conversation.id,
    customerName: conversation.customerName,
    dueAtMs: nearestDueMs(conversation.timers, policy, nowMs),
    promiseIds: promises.filter(({ conversationId, state }) => conversationId === conversation.id && state === 'open').map(({ id }) => id).slice(0, 50),
  }
}

/** The order of a list: nearest due first, what has no due last; the id parts equals. */
export function compareItems(a: Pick<HandoverItem, 'id' | 'dueAtMs'>, b: Pick<HandoverItem, 'id' | 'dueAtMs'>): number {
  return (a.dueAtMs ?? Infinity) === (b.dueAtMs ?? Infinity) ? (a.id < b.id ? -1 : 1) : (a.dueAtMs ?? Infinity) - (b.dueAtMs ?? Infinity)
}

/** H3: whether nothing on the list waits for its confirmation any more; an empty list is settled at once. */
export function isSettled(items: readonly Pick<HandoverItem, 'state'>[]): boolean {
  return items.every(({ state }) => state !== 'listed')
}
