import type { Conversation, ServicePromise } from '../../domain/entities/conversation.ts'
import { TimerPolicy, type Team } from '../../domain/entities/team.ts'
import { duesOf } from '../../domain/timers/dues.ts'
import type { Due } from '../../protocol/views.ts'

const DEFAULTS = TimerPolicy.parse({})

export function policyOf(teams: Map<string, Team>, teamId: string): TimerPolicy {
  return teams.get(teamId)?.timers ?? DEFAULTS
}

/** @returns dues of a conversation as windows show them, nearest first */
export function duesToShow(conversation: Conversation, policy: TimerPolicy, promises: ServicePromise[], nowMs: number): Due[] {
  const texts = new Map(promises.map(({ id, text }) => [id, text]))
  return duesOf(conversation.timers, policy, nowMs).map(due => ({ ...due, label: due.promiseId === null ? null : texts.get(due.promiseId) ?? null }))
}

/** @returns when a ring turns amber: two thirds of the way, epoch ms */
export function amberAtMs({ startedAtMs, dueAtMs }: { startedAtMs: number; dueAtMs: number }): number {
  return startedAtMs + ((dueAtMs - startedAtMs) * 2) / 3
}

/** @returns the next moment at which something in these dues looks different, null when none */
export function nextChangeMs(dues: Due[], nowMs: number): number | null {
  let next: number | null = null
  for (const due of dues) {
    for (const at of [amberAtMs(due), due.dueAtMs]) if (at > nowMs && (next === null || at < next)) next = at
  }
  return next
}
