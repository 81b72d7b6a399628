import { answerableFromMs } from './outcome.ts'
import type { TimerPolicy } from '../entities/team.ts'
import type { TimerState } from './state.ts'

/** One due that the desk shows, from the agent's point of view. */
export type RunningDue = {
  rule: 'T1' | 'T2' | 'T3' | 'T4' | 'T7' | 'T8'
  /** Stable while it runs. */
  key: string
  startedAtMs: number
  dueAtMs: number
  promiseId: string | null
}

/**
 * The dues an agent sees of a conversation, nearest first (SOP.md, T). T1 stands for T2 until the first human line.
 * T3 shows once T2 has passed and T4 once T3 has: a fresh question shows one ring, not four.
 * @param nowMs server time
 */
export function duesOf(state: TimerState, policy: TimerPolicy, nowMs: number): RunningDue[] {
  if (!state.running) return []
  const dues: RunningDue[] = []
  const add = (rule: RunningDue['rule'], key: string, startedAtMs: number, dueAtMs: number, promiseId: string | null = null): void => {
    dues.push({ rule, key, startedAtMs, dueAtMs, promiseId })
  }
  const { turn, turnNo, first, silence } = state
  if (turn) {
    const fromMs = answerableFromMs(state)
    const firstReplyRuns = first.agentSettledAtMs === null
    if (firstReplyRuns) add('T1', `T1:${turnNo}`, fromMs, fromMs + policy.firstReplySec * 1000)
    else add('T2', `T2:${turnNo}`, fromMs, fromMs + policy.averageReplySec * 1000)
    const replyDueMs = dues[0]?.dueAtMs ?? fromMs
    const holdingDueMs = turn.sinceMs + policy.holdingSec * 1000
    const apologyDueMs = turn.sinceMs + policy.apologySec * 1000
    if (turn.holdingAtMs === null && nowMs >= replyDueMs) add('T3', `T3:${turnNo}`, turn.sinceMs, holdingDueMs)
    if (turn.apologyAtMs === null && nowMs >= holdingDueMs) add('T4', `T4:${turnNo}`, turn.sinceMs, apologyDueMs)
  }
  if (silence && !turn) {
    const dueAtMs = silence.sinceMs + (silence.askedAtMs === null ? policy.silenceAskSec : policy.silenceCloseSec) * 1000
    add('T7', `T7:${silence.sinceMs}:${silence.askedAtMs === null ? 'ask' : 'close'}`, silence.sinceMs, dueAtMs)
  }
  for (const promise of state.promises) {
    add('T8', `T8:${promise.id}`, promise.madeAtMs, promise.dueAtMs, promise.lookUp ? null : promise.id)
  }
  return dues.sort((a, b) => a.dueAtMs - b.dueAtMs || a.rule.localeCompare(b.rule))
}

/** T10: this reply comes later than T1/T2, and nothing in this turn said sorry yet: an apology line is offered. */
export function apologyDue(state: TimerState, policy: TimerPolicy, nowMs: number): boolean {
  if (!state.running || !state.turn || state.turn.apologyAtMs !== null) return false
  const sec = state.first.agentSettledAtMs === null ? policy.firstReplySec : policy.averageReplySec
  return nowMs > answerableFromMs(state) + sec * 1000
}

/** T7: when a silent conversation closes by itself (epoch ms), or null. Only after the agent has asked. */
export function silenceCloseAtMs(state: TimerState, policy: TimerPolicy): number | null {
  if (!state.running || state.turn || !state.silence || state.silence.askedAtMs === null) return null
  if (state.promises.length > 0) return null
  return state.silence.sinceMs + policy.silenceCloseSec * 1000
}
