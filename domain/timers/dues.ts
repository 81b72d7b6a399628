import { answerableFromMs } from './outcome.ts'
import type { PolicyAt } from './policy.ts'
import type { TimerState } from './state.ts'

/** One due that the desk shows, from the agent's point of view. */
export type RunningDue = {
  rule: 'T1' | 'T2' | 'T3' | 'T4' | 'T6' | 'T7' | 'T8'
  /** Stable while it runs. */
  key: string
  startedAtMs: number
  dueAtMs: number
  /** T8: a nudge before it runs out. Others turn amber at two thirds. */
  soonAtMs?: number
  promiseId: string | null
}

/**
 * The dues an agent sees of a conversation, nearest first (SOP.md, T). T1 stands for T2 until the first human line.
 * T3 shows once T2 has passed and T4 once T3 has: a fresh question shows one ring, not four.
 * @param nowMs server time
 */
export function duesOf(state: TimerState, policy: PolicyAt, nowMs: number): RunningDue[] {
  if (!state.running) return []
  const dues: RunningDue[] = []
  const add = (rule: RunningDue['rule'], key: string, startedAtMs: number, dueAtMs: number): void => {
    if (Number.isFinite(dueAtMs)) dues.push({ rule, key, startedAtMs, dueAtMs, promiseId: null }) // T9: not every channel has every clock
  }
  const { turn, turnNo, first, silence } = state
  if (turn) {
    const figures = policy(turn.sinceMs)
    const fromMs = answerableFromMs(state)
    const firstReplyRuns = first.agentSettledAtMs === null
    if (firstReplyRuns) add('T1', `T1:${turnNo}`, fromMs, fromMs + figures.firstReplySec * 1000)
    else add('T2', `T2:${turnNo}`, fromMs, fromMs + figures.averageReplySec * 1000)
    const replyDueMs = dues[0]?.dueAtMs ?? fromMs
    const holdingDueMs = turn.sinceMs + figures.holdingSec * 1000
    const apologyDueMs = turn.sinceMs + figures.apologySec * 1000
    if (turn.holdingAtMs === null && nowMs >= replyDueMs) add('T3', `T3:${turnNo}`, turn.sinceMs, holdingDueMs)
    if (turn.apologyAtMs === null && nowMs >= holdingDueMs) add('T4', `T4:${turnNo}`, turn.sinceMs, apologyDueMs)
  }
  if (silence && !turn) {
    const figures = policy(silence.sinceMs)
    const dueAtMs = silence.sinceMs + (silence.askedAtMs === null ? figures.silenceAskSec : figures.silenceCloseSec) * 1000
    add('T7', `T7:${silence.sinceMs}:${silence.askedAtMs === null ? 'ask' : 'close'}`, silence.sinceMs, dueAtMs)
  }
  for (const promise of state.promises) {
    const soonAtMs = Math.max(promise.madeAtMs, promise.dueAtMs - policy(promise.madeAtMs).promiseNudgeSec * 1000)
    const promiseId = promise.lookUp ? null : promise.id
    dues.push({ rule: 'T8', key: `T8:${promise.id}`, startedAtMs: promise.madeAtMs, dueAtMs: promise.dueAtMs, soonAtMs, promiseId })
  }
  return dues.sort((a, b) => a.dueAtMs - b.dueAtMs || a.rule.localeCompare(b.rule))
}

/** T10: this reply comes later than T1/T2, and nothing in this turn said sorry yet: an apology line is offered. */
export function apologyDue(state: TimerState, policy: PolicyAt, nowMs: number): boolean {
  if (!state.running || !state.turn || state.turn.apologyAtMs !== null) return false
  const figures = policy(state.turn.sinceMs)
  const sec = state.first.agentSettledAtMs === null ? figures.firstReplySec : figures.averageReplySec
  return nowMs > answerableFromMs(state) + sec * 1000
}

/** T7: when a silent conversation closes by itself (epoch ms), or null. Only after the agent has asked. */
export function silenceCloseAtMs(state: TimerState, policy: PolicyAt): number | null {
  if (!state.running || state.turn || !state.silence || state.silence.askedAtMs === null) return null
  if (state.promises.length > 0) return null
  const closeSec = policy(state.silence.sinceMs).silenceCloseSec
  return Number.isFinite(closeSec) ? state.silence.sinceMs + closeSec * 1000 : null
}
