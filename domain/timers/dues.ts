import { answerableFromMs, replySec } from './outcome.ts'
import type { PolicyAt } from './policy.ts'
import type { TimerState } from './state.ts'

/** One due that the desk shows, from the agent's point of view. */
export type RunningDue = {
  rule: 'T1' | 'T2' | 'T3' | 'T4' | 'T6' | 'T7' | 'T8'
  /** Stable while it runs. */
  key: string
  startedAtMs: number
  dueAtMs: number
  /** T8: a nudge before it runs out; T6: its target. Others turn amber at two thirds. */
  soonAtMs?: number
  promiseId: string | null
}

/**
 * The dues an agent sees of a conversation, nearest first (SOP.md, T). T1 stands for T2 until the first human line.
 * T2 has the target the turn began with (T5, T11). T6 runs from a handover to the first line of who took over. T3 shows once T2 has passed and T4 once T3 has: a fresh question shows one ring, not four.
 * @param nowMs server time
 */
export function duesOf(state: TimerState, policy: PolicyAt, nowMs: number): RunningDue[] {
  if (!state.running) return []
  const dues: RunningDue[] = []
  const add = (rule: RunningDue['rule'], key: string, startedAtMs: number, dueAtMs: number, soonAtMs?: number): void => {
    const soon = soonAtMs === undefined ? {} : { soonAtMs }
    if (Number.isFinite(dueAtMs)) dues.push({ rule, key, startedAtMs, dueAtMs, ...soon, promiseId: null }) // T9: not every channel has every clock
  }
  const { turn, turnNo, first, silence } = state
  if (turn) {
    const figures = policy(turn.sinceMs)
    const fromMs = answerableFromMs(state)
    const firstReplyRuns = first.agentSettledAtMs === null
    if (firstReplyRuns) add('T1', `T1:${turnNo}`, fromMs, fromMs + figures.firstReplySec * 1000)
    else add('T2', `T2:${turnNo}`, fromMs, fromMs + replySec(turn, figures) * 1000)
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
  if (state.contact) {
    const { sinceMs } = state.contact
    const { handoverTargetMin, handoverLimitMin } = policy(sinceMs)
    add('T6', `T6:${sinceMs}`, sinceMs, sinceMs + handoverLimitMin * 60_000, sinceMs + handoverTargetMin * 60_000)
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
  const sec = state.first.agentSettledAtMs === null ? figures.firstReplySec : replySec(state.turn, figures)
  return nowMs > answerableFromMs(state) + sec * 1000
}

/** T7: when a silent conversation closes by itself (epoch ms), or null. Only after the agent has asked. */
export function silenceCloseAtMs(state: TimerState, policy: PolicyAt): number | null {
  if (!state.running || state.turn || !state.silence || state.silence.askedAtMs === null) return null
  if (state.promises.length > 0) return null
  const closeSec = policy(state.silence.sinceMs).silenceCloseSec
  return Number.isFinite(closeSec) ? state.silence.sinceMs + closeSec * 1000 : null
}
