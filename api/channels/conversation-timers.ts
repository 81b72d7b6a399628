import { isOpen } from '../../domain/calendar/opening-hours.ts'
import type { Conversation } from '../../domain/entities/conversation.ts'
import type { Channel, Team } from '../../domain/entities/team.ts'
import { apply } from '../../domain/timers/apply.ts'
import { silenceCloseAtMs } from '../../domain/timers/dues.ts'
import type { TimerEvent } from '../../domain/timers/events.ts'
import { nextMissAtMs, outcomeRow } from '../../domain/timers/outcome.ts'
import type { TimerResult } from '../../domain/timers/outcome.ts'
import { policyOf } from '../../domain/timers/policy.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { readEntity, readStored } from '../store/entities.ts'

/** Kind of the job that looks for misses (T1–T4, T8) and silence (T7); key = the conversation's id. */
export const TIMER_JOB = 'timers.look'

/** The rules a conversation runs by. */
export interface Rules {
  team: Team
  channel: Channel
}

/** A conversation whose team or channel is gone: the keys of the database forbid it. */
export class RulesMissing extends Error {
  constructor(conversationId: string) {
    super(`conversation ${conversationId} has no team or channel`)
    this.name = 'RulesMissing'
  }
}

/** Team and channel of a conversation. Throws RulesMissing. */
export async function rulesOf(changes: ChangeSet, conversation: Conversation): Promise<Rules> {
  const team = await readEntity(changes, 'team', conversation.teamId)
  const channel = await readEntity(changes, 'channel', conversation.channelId)
  if (!team || !channel) throw new RulesMissing(conversation.id)
  return { team, channel }
}

/**
 * Writes hits and misses, each once: a miss that was recorded while it was still unanswered is only completed, and stays
 * with the agent who missed it.
 */
export async function recordOutcomes(changes: ChangeSet, conversationId: string, results: readonly TimerResult[]): Promise<void> {
  const rows = results.map((result) => outcomeRow(conversationId, result))
  const stored = new Map((await readStored(changes, 'timer_outcome', rows.map(({ id }) => id))).map(({ row }) => [row.id, row]))
  for (const row of rows) {
    const before = stored.get(row.id)
    if (!before) await changes.put('timer_outcome', row)
    else if (before.settledAtMs === null && row.settledAtMs !== null) {
      await changes.put('timer_outcome', { ...before, settledAtMs: row.settledAtMs })
    }
  }
}

/** Leaves a job for the next moment at which a clock of this conversation runs out, or takes it back. */
export async function scheduleTimers(changes: ChangeSet, conversation: Conversation, { team }: Rules, nowMs: number): Promise<void> {
  const { tx, tenant } = changes
  const policy = policyOf(team, conversation.channelKind)
  const missAtMs = nextMissAtMs(conversation.timers, policy, nowMs)
  const closeAtMs = conversation.state === 'open' ? silenceCloseAtMs(conversation.timers, policy) : null
  // A miss is a miss one millisecond after the due time.
  const nextMs = Math.min(missAtMs === null ? Infinity : missAtMs + 1, closeAtMs ?? Infinity)
  if (nextMs === Infinity) {
    await tx`delete from job where tenant = ${tenant} and kind = ${TIMER_JOB} and key = ${conversation.id}`
    return
  }
  await tx`insert into job ${tx({ tenant, kind: TIMER_JOB, key: conversation.id, due_at_ms: nextMs })}
    on conflict (tenant, kind, key) do update set due_at_ms = excluded.due_at_ms, version = job.version + 1`
}

/**
 * Folds events into the timers of a conversation, in order, records what they settled and leaves the job for what comes
 * next. The conversation is locked by the caller, who also puts the returned row. @returns the row with its new timers
 */
export async function advanceTimers(
  changes: ChangeSet, conversation: Conversation, rules: Rules, events: readonly TimerEvent[],
): Promise<Conversation> {
  const countsAt = (atMs: number) => isOpen(rules.channel.openingHours, atMs)
  const policy = policyOf(rules.team, conversation.channelKind)
  let next = conversation
  let nowMs = 0
  for (const event of events) {
    const { state, results } = apply(next.timers, event, policy, countsAt)
    next = { ...next, timers: state }
    nowMs = event.atMs
    if (results.length > 0) await recordOutcomes(changes, conversation.id, results)
  }
  await scheduleTimers(changes, next, rules, nowMs)
  return next
}
