import { nextOpening } from '../../domain/calendar/opening-hours.ts'
import type { Conversation } from '../../domain/entities/conversation.ts'
import type { ApiContext } from '../context.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { readEntity } from '../store/entities.ts'
import { inTransaction } from '../store/transaction.ts'
import { advanceTimers, rulesOf } from './conversation-timers.ts'
import type { Rules } from './conversation-timers.ts'

/** Kind of the job that brings a left message to the queue when opening hours begin (D11); key = the conversation's id. */
export const SHIFT_JOB = 'left.begin'

/** Leaves the job for the next opening. A channel that never opens again leaves none: an agent may still take it by hand. */
export async function scheduleShift({ tx, tenant }: ChangeSet, conversation: Conversation, { channel }: Rules, nowMs: number): Promise<void> {
  const openingMs = nextOpening(channel.openingHours, nowMs)
  if (openingMs === null) return
  await tx`insert into job ${tx({ tenant, kind: SHIFT_JOB, key: conversation.id, due_at_ms: openingMs })}
    on conflict (tenant, kind, key) do update set due_at_ms = excluded.due_at_ms, version = job.version + 1`
}

/** From left to queued: timers run from now (D11). The caller holds the lock and puts the returned row. */
export async function beginShift(changes: ChangeSet, conversation: Conversation, rules: Rules, nowMs: number): Promise<Conversation> {
  const queued: Conversation = { ...conversation, state: 'queued', queuedAtMs: nowMs }
  return advanceTimers(changes, queued, rules, [{ kind: 'shift_began', atMs: nowMs }])
}

/** The job: opening hours have begun, the message goes to the queue; hours changed meanwhile, it waits on. */
export async function runShiftJob(context: ApiContext, tenant: string, conversationId: string): Promise<void> {
  await inTransaction(context, tenant, async (changes) => {
    const conversation = await readEntity(changes, 'conversation', conversationId, { lock: true })
    if (conversation?.state !== 'left') return
    const rules = await rulesOf(changes, conversation)
    const nowMs = context.clock.now()
    const openingMs = nextOpening(rules.channel.openingHours, nowMs)
    if (openingMs === null || openingMs > nowMs) return scheduleShift(changes, conversation, rules, nowMs)
    await changes.put('conversation', await beginShift(changes, conversation, rules, nowMs))
    changes.afterCommit(() => { context.routing.wake(tenant) })
  })
}
