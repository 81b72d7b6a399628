import type { TimerOutcome } from '../entities/conversation.ts'
import type { TimerPolicy } from '../entities/team.ts'
import type { TimerState } from './state.ts'
import type { PolicyAt } from './policy.ts'

/** A hit or miss still without its conversation; `key` is stable, so that it is recorded once. */
export type TimerResult = Omit<TimerOutcome, 'id' | 'conversationId'> & { key: string }

/** The row of a result: id = conversation:rule:turn (or promise). */
export function outcomeRow(conversationId: string, result: TimerResult): TimerOutcome {
  const { key, ...rest } = result
  return { ...rest, id: `${conversationId}:${key}`, conversationId }
}

type Running = { key: string; rule: TimerOutcome['rule']; startedAtMs: number; dueAtMs: number; agentId: string | null }

/** The agent's wait in this turn: queue time before the first assignment is not theirs (T1), a transfer restarts nothing. */
export function answerableFromMs(state: TimerState): number {
  const since = state.turn?.sinceMs ?? 0
  return Math.max(since, state.first.agentFromMs ?? since)
}

/** T2, T5, T11: seconds within which this turn is answered, by the target it began with. */
export function replySec({ target }: NonNullable<TimerState['turn']>, figures: TimerPolicy): number {
  switch (target) {
    case 'T5': return figures.handoverReplySec
    case 'T11': return figures.peakReplySec
    case undefined: return figures.averageReplySec
  }
}

/**
 * Every clock that is running and will end as a hit or a miss. T1C: the customer's first-reply clock, T1: the agent's,
 * T2: the answer of this turn (T5, T11), T6: the first line of who took over, T3/T4: holding line and apology unless said already, T8: promises.
 */
export function runningClocks(state: TimerState, policy: PolicyAt): Running[] {
  if (!state.running) return []
  const { first, turn, turnNo, agentId } = state
  const clocks: Running[] = []
  const add = (rule: Running['rule'], key: string, startedAtMs: number, sec: number): void => {
    if (!Number.isFinite(sec)) return // T9: this channel has no such clock
    clocks.push({ rule, key, startedAtMs, dueAtMs: startedAtMs + sec * 1000, agentId: rule === 'T1C' ? null : agentId })
  }
  if (first.customerFromMs !== null && first.customerSettledAtMs === null) {
    add('T1C', `T1C:${turnNo}`, first.customerFromMs, policy(first.customerFromMs).firstReplySec)
  }
  if (turn) {
    const figures = policy(turn.sinceMs)
    if (first.agentFromMs !== null && first.agentSettledAtMs === null) add('T1', `T1:${turnNo}`, first.agentFromMs, figures.firstReplySec)
    if (agentId !== null) add('T2', `T2:${turnNo}`, answerableFromMs(state), replySec(turn, figures))
    if (turn.holdingAtMs === null) add('T3', `T3:${turnNo}`, turn.sinceMs, figures.holdingSec)
    if (turn.apologyAtMs === null) add('T4', `T4:${turnNo}`, turn.sinceMs, figures.apologySec)
  }
  if (state.contact && agentId !== null) add('T6', `T6:${state.contact.sinceMs}`, state.contact.sinceMs, policy(state.contact.sinceMs).handoverLimitMin * 60)
  for (const promise of state.promises) {
    clocks.push({ rule: 'T8', key: `T8:${promise.id}`, startedAtMs: promise.madeAtMs, dueAtMs: promise.dueAtMs, agentId })
  }
  return clocks
}

/**
 * Misses up to now, unanswered still. Recording one twice is harmless (same key); the settling answer completes it.
 * @param countsAt whether the desk was open at a time: outside opening hours nothing counts as missed.
 */
export function missedBy(
  state: TimerState, policy: PolicyAt, nowMs: number, countsAt: (atMs: number) => boolean,
): TimerResult[] {
  return runningClocks(state, policy)
    .filter((clock) => clock.dueAtMs < nowMs && countsAt(clock.dueAtMs))
    .map((clock) => ({ ...clock, settledAtMs: null, hit: false }))
}

/** When the next running clock ends (epoch ms), or null: when the server has to look again. */
export function nextMissAtMs(state: TimerState, policy: PolicyAt, afterMs: number): number | null {
  const ahead = runningClocks(state, policy).map((clock) => clock.dueAtMs).filter((dueAtMs) => dueAtMs >= afterMs)
  return ahead.length > 0 ? Math.min(...ahead) : null
}
