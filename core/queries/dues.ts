import type { Conversation, ServicePromise } from '../../domain/entities/conversation.ts'
import { duesOf } from '../../domain/timers/dues.ts'
import type { PolicyAt } from '../../domain/timers/policy.ts'
import type { Due } from '../../protocol/views.ts'

/** @returns dues of a conversation as windows show them, nearest first */
export function duesToShow(conversation: Conversation, policy: PolicyAt, promises: ServicePromise[], nowMs: number): Due[] {
  const texts = new Map(promises.map(({ id, text }) => [id, text]))
  return duesOf(conversation.timers, policy, nowMs).map(due => ({ ...due, label: due.promiseId === null ? null : texts.get(due.promiseId) ?? null }))
}

/** @returns when a ring turns amber, epoch ms: at the nudge of a promise (T8), at the target of a contact (T6), else two thirds of the way */
export function amberAtMs({ startedAtMs, dueAtMs, soonAtMs }: Pick<Due, 'startedAtMs' | 'dueAtMs' | 'soonAtMs'>): number {
  return soonAtMs ?? startedAtMs + ((dueAtMs - startedAtMs) * 2) / 3
}

/** @returns the next moment at which something in these dues looks different, null when none */
export function nextChangeMs(dues: Due[], nowMs: number): number | null {
  let next: number | null = null
  for (const due of dues) {
    for (const at of [amberAtMs(due), due.dueAtMs]) if (at > nowMs && (next === null || at < next)) next = at
  }
  return next
}
