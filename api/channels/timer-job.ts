import { isOpen } from '../../domain/calendar/opening-hours.ts'
import { silenceCloseAtMs } from '../../domain/timers/dues.ts'
import { missedBy } from '../../domain/timers/outcome.ts'
import { policyOf } from '../../domain/timers/policy.ts'
import type { ApiContext } from '../context.ts'
import { endPending } from '../duty/pending.ts'
import { readEntity } from '../store/entities.ts'
import { inTransaction } from '../store/transaction.ts'
import { advanceTimers, recordOutcomes, rulesOf, scheduleTimers } from './conversation-timers.ts'
import { appendLine, systemLine } from './thread.ts'

/**
 * The job of a conversation's clocks: records what was missed up to now, for an offline desk too, and closes a conversation
 * whose customer stayed silent (T7); reopening it is the undo. Leaves the job for the next moment.
 */
export async function runTimerJob(context: ApiContext, tenant: string, conversationId: string): Promise<void> {
  await inTransaction(context, tenant, async (changes) => {
    const conversation = await readEntity(changes, 'conversation', conversationId, { lock: true })
    if (!conversation || conversation.state === 'closed') return
    const rules = await rulesOf(changes, conversation)
    const nowMs = context.clock.now()
    const countsAt = (atMs: number) => isOpen(rules.channel.openingHours, atMs)
    const policy = policyOf(rules.team, conversation.channelKind)
    await recordOutcomes(changes, conversation.id, missedBy(conversation.timers, policy, nowMs, countsAt))

    const closeAtMs = silenceCloseAtMs(conversation.timers, policy)
    if (conversation.state !== 'open' || closeAtMs === null || closeAtMs > nowMs) {
      return scheduleTimers(changes, conversation, rules, nowMs)
    }
    await endPending(changes, conversation.id, nowMs)
    const closed = await advanceTimers(changes, { ...conversation, state: 'closed', closedAtMs: nowMs }, rules, [{ kind: 'closed', atMs: nowMs }])
    const said = await appendLine(changes, closed, systemLine(context.ids.next(), 'silence_closed'), nowMs)
    await changes.put('conversation', said.conversation)
    changes.afterCommit(() => { context.routing.wake(tenant) })
  })
}
