import { runningClocks } from './outcome.ts'
import type { TimerEvent } from './events.ts'
import type { TimerResult } from './outcome.ts'
import type { PolicyAt } from './policy.ts'
import type { TimerState } from './state.ts'

type Step = { state: TimerState; results: TimerResult[] }

/**
 * Folds one event into the timers of a conversation (SOP.md, T).
 * @returns the new state, and the hits and misses this event settled (each key once in a conversation's life).
 * @param countsAt whether the desk was open at a time: a miss outside opening hours is not recorded.
 */
export function apply(
  before: TimerState, event: TimerEvent, policy: PolicyAt, countsAt: (atMs: number) => boolean = () => true,
): Step {
  const after = fold(before, event, policy)
  if (decidesNothing(event)) return { state: after, results: [] }
  const still = new Set(runningClocks(after, policy).map((clock) => clock.key))
  const results = runningClocks(before, policy)
    .filter((clock) => !still.has(clock.key) && !neverArose(clock.rule, clock.dueAtMs, event))
    .map((clock) => ({ ...clock, settledAtMs: event.atMs, hit: event.atMs <= clock.dueAtMs }))
    .filter((result) => result.hit || countsAt(result.dueAtMs))
  return { state: after, results }
}

/** Kept or missed is decided by which clocks an event ended: not by a close, a cancelled promise or another owner. */
function decidesNothing(event: TimerEvent): boolean {
  switch (event.kind) {
    case 'closed': case 'unassigned': case 'assigned': case 'handed_over': return true
    default: return event.kind === 'promise_settled' && !event.kept
  }
}

/** An answer in time leaves no room for a holding line (T3) or an apology (T4): neither hit nor miss. */
function neverArose(rule: TimerResult['rule'], dueAtMs: number, event: TimerEvent): boolean {
  if (rule !== 'T3' && rule !== 'T4') return false
  if (event.kind === 'agent_line' && (event.lineKind === 'holding' || event.lineKind === 'look_up')) return false
  if (event.kind === 'agent_line' && event.lineKind === 'apology') return false
  return event.atMs <= dueAtMs
}

function fold(state: TimerState, event: TimerEvent, policy: PolicyAt): TimerState {
  switch (event.kind) {
    case 'customer_message':
      return customerWrote(state, event)
    case 'shift_began':
      return startTurn({ ...state, running: true, beforeClose: null }, event.atMs, false)
    case 'assigned':
      return ownedBy(state, event)
    case 'handed_over':
      return { ...ownedBy(state, event), contact: { sinceMs: event.atMs } }
    case 'unassigned': // whoever gets it next was handed nothing over
      return { ...state, agentId: null, handingOver: false, contact: null }
    case 'handover_window':
      return { ...state, handingOver: event.on }
    case 'peak':
      return { ...state, peak: event.on }
    case 'automatic_line':
      return { ...state, first: settleCustomerClock(state, event.atMs) }
    case 'agent_line':
      return agentWrote(state, event, policy)
    case 'promise_made':
      if (!state.running) return state
      return {
        ...state,
        promises: [
          ...state.promises.filter((promise) => promise.id !== event.promiseId),
          { id: event.promiseId, madeAtMs: event.atMs, dueAtMs: event.dueAtMs, lookUp: false },
        ],
      }
    case 'promise_settled':
      return { ...state, promises: state.promises.filter((promise) => promise.id !== event.promiseId) }
    case 'closed': // T: all stop on close
      if (!state.running) return state
      return {
        ...state, running: false, turn: null, silence: null, promises: [],
        beforeClose: { turn: state.turn, silence: state.silence, promises: state.promises },
      }
    case 'reopened':
      if (state.running) return state
      return { ...state, running: true, beforeClose: null, ...(state.beforeClose ?? {}) }
  }
}

/** Another agent has it: their own handover, not that of before, sets the target of what is asked from now on (T5). */
function ownedBy(state: TimerState, { agentId, atMs }: { agentId: string; atMs: number }): TimerState {
  return { ...state, agentId, handingOver: false, first: { ...state.first, agentFromMs: state.first.agentFromMs ?? atMs } }
}

function customerWrote(state: TimerState, event: Extract<TimerEvent, { kind: 'customer_message' }>): TimerState {
  if (event.left) return state // D11: no timer until the shift begins
  if (!state.running) {
    const overBefore = state.turnNo > 0
    if (overBefore && event.thanksOnly) return state // a thank-you after close starts none
    // A new service in the same thread: the first-reply clocks start anew.
    const fresh: TimerState = {
      ...state, running: true, silence: null, promises: [], beforeClose: null, agentId: null, contact: null, handingOver: false,
      first: { customerFromMs: null, customerSettledAtMs: null, agentFromMs: null, agentSettledAtMs: null },
    }
    return startTurn(fresh, event.atMs, event.mereGreeting)
  }
  if (state.turn) {
    const greetingOnly = state.turn.greetingOnly && event.mereGreeting
    return { ...state, silence: null, turn: { ...state.turn, greetingOnly } }
  }
  if (event.thanksOnly) return { ...state, silence: null } // nothing to answer
  return startTurn(state, event.atMs, event.mereGreeting)
}

function startTurn(state: TimerState, atMs: number, greetingOnly: boolean): TimerState {
  return {
    ...state,
    turnNo: state.turnNo + 1,
    silence: null,
    turn: { sinceMs: atMs, greetingOnly, holdingAtMs: null, apologyAtMs: null, ...targetNow(state) },
    first: { ...state.first, customerFromMs: state.first.customerFromMs ?? atMs },
  }
}

/** T5 before T11: who hands over works on what is there, whatever the queue. */
function targetNow({ handingOver, peak }: TimerState): { target?: 'T5' | 'T11' } {
  if (handingOver) return { target: 'T5' }
  return peak ? { target: 'T11' } : {}
}

function settleCustomerClock(state: TimerState, atMs: number): TimerState['first'] {
  const { first } = state
  const due = state.running && first.customerFromMs !== null && first.customerSettledAtMs === null
  return due ? { ...first, customerSettledAtMs: atMs } : first
}

function agentWrote(
  state: TimerState, event: Extract<TimerEvent, { kind: 'agent_line' }>, policy: PolicyAt,
): TimerState {
  if (!state.running) return state
  const { atMs, lineKind } = event
  // T1: the first human line settles both clocks, whatever its kind (T12).
  const first = settleCustomerClock(state, atMs)
  const settled: TimerState = { ...state, contact: null, first: { ...first, agentSettledAtMs: first.agentSettledAtMs ?? atMs } } // T6
  const asked = settled.silence && { ...settled.silence, askedAtMs: settled.silence.askedAtMs ?? atMs } // T7
  const waiting: TimerState = { ...settled, silence: asked }
  switch (lineKind) {
    case 'holding': // T3
      return withTurn(waiting, (turn) => ({ ...turn, holdingAtMs: turn.holdingAtMs ?? atMs }))
    case 'look_up': { // T3, T8
      const promise = { id: `line:${event.messageId}`, madeAtMs: atMs, dueAtMs: atMs + policy(atMs).promiseSec * 1000, lookUp: true }
      const held = withTurn(waiting, (turn) => ({ ...turn, holdingAtMs: turn.holdingAtMs ?? atMs }))
      return { ...held, silence: null, promises: [...held.promises.filter((open) => !open.lookUp), promise] }
    }
    case 'apology': // T4
      return withTurn(waiting, (turn) => ({ ...turn, apologyAtMs: turn.apologyAtMs ?? atMs }))
    case 'opening': // T12: answers only a mere greeting; from then on the customer may fall silent (T7)
      if (waiting.turn && !waiting.turn.greetingOnly) return waiting
      return { ...waiting, turn: null, silence: asked ?? { sinceMs: atMs, askedAtMs: null } }
    case 'closing':
    case 'answer':
      return { ...waiting, turn: null, promises: waiting.promises.filter((promise) => !promise.lookUp) }
  }
}

function withTurn(
  state: TimerState, change: (turn: NonNullable<TimerState['turn']>) => NonNullable<TimerState['turn']>,
): TimerState {
  return state.turn ? { ...state, turn: change(state.turn) } : state
}
