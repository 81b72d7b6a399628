import { describe, expect, test } from 'vitest'
import { TimerPolicy } from '../entities/team.ts'
import { apologyDue, duesOf, silenceCloseAtMs } from './dues.ts'
import { apply } from './apply.ts'
import { missedBy, nextMissAtMs } from './outcome.ts'
import { NO_TIMERS } from './state.ts'
import type { TimerEvent } from './events.ts'
import type { TimerResult } from './outcome.ts'
import type { TimerState } from './state.ts'
import type { LineKind } from '../entities/team.ts'

const standard = TimerPolicy.parse({})
const policy = () => standard
const always = (): boolean => true
const sec = (seconds: number): number => 1_000_000 + seconds * 1000

const wrote = (at: number, more: Partial<Extract<TimerEvent, { kind: 'customer_message' }>> = {}): TimerEvent =>
  ({ kind: 'customer_message', atMs: sec(at), mereGreeting: false, thanksOnly: false, left: false, ...more })
const assigned = (at: number, agentId = 'an'): TimerEvent => ({ kind: 'assigned', atMs: sec(at), agentId })
const line = (at: number, lineKind: LineKind): TimerEvent => ({ kind: 'agent_line', atMs: sec(at), messageId: `m${at}`, lineKind })

function play(events: TimerEvent[], from: TimerState = NO_TIMERS): { state: TimerState; results: TimerResult[] } {
  return events.reduce<{ state: TimerState; results: TimerResult[] }>((sofar, event) => {
    const step = apply(sofar.state, event, policy)
    return { state: step.state, results: [...sofar.results, ...step.results] }
  }, { state: from, results: [] })
}
const hits = (results: TimerResult[]): string[] => results.map((result) => `${result.rule}${result.hit ? '+' : '-'}`).sort()
const shown = (state: TimerState, at: number): string[] =>
  duesOf(state, policy, sec(at)).map((due) => `${due.rule}@${(due.dueAtMs - sec(0)) / 1000}`)

describe('T1: first reply, two clocks', () => {
  test('the ring shows the agent 15 s from the assignment, whatever the queue took', () => {
    const { state } = play([wrote(0), assigned(40)])
    expect(shown(state, 41)).toEqual(['T1@55'])
  })
  test('the automatic reply greets in time: the customer clock is hit, the agent clock runs on', () => {
    const { state, results } = play([wrote(0), { kind: 'automatic_line', atMs: sec(1) }, assigned(2)])
    expect(hits(results)).toEqual(['T1C+'])
    expect(shown(state, 3)).toEqual(['T1@17'])
  })
  test('any first human line settles both clocks, a holding line too (T12)', () => {
    expect(hits(play([wrote(0), assigned(2), line(10, 'holding')]).results)).toEqual(['T1+', 'T1C+', 'T3+'])
  })
  test('late by one millisecond is a miss; at the very due it is a hit', () => {
    const late: TimerEvent = { kind: 'agent_line', atMs: sec(15) + 1, messageId: 'm', lineKind: 'answer' }
    expect(hits(play([wrote(0), assigned(0), late]).results)).toEqual(['T1-', 'T1C-', 'T2+'])
    expect(hits(play([wrote(0), assigned(0), line(15, 'answer')]).results)).toEqual(['T1+', 'T1C+', 'T2+'])
  })
})

describe('T2: each waiting turn', () => {
  test('starts at the first unanswered message, not the last', () => {
    const { state } = play([wrote(0), assigned(0), line(5, 'answer'), wrote(10), wrote(25)])
    expect(shown(state, 26)).toEqual(['T2@40'])
  })
  test.each<LineKind>(['holding', 'look_up', 'apology', 'opening'])('T12: %s never stops the wait for an answer', (kind) => {
    const { state } = play([wrote(0), assigned(0), line(5, kind)])
    expect(state.turn?.sinceMs).toBe(sec(0))
  })
  test('an opening line answers a customer who merely greeted', () => {
    const { state, results } = play([wrote(0, { mereGreeting: true }), assigned(0), line(5, 'opening')])
    expect(state.turn).toBeNull()
    expect(hits(results)).toContain('T2+')
  })
  test('a question after the greeting makes the opening line not enough', () => {
    const { state } = play([wrote(0, { mereGreeting: true }), wrote(2), assigned(3), line(5, 'opening')])
    expect(state.turn).not.toBeNull()
  })
  test('a transfer never restarts the wait; the receiver owns the due from acceptance on', () => {
    const { state, results } = play([wrote(0), assigned(0), line(5, 'answer'), wrote(100), assigned(120, 'lin'), line(140, 'answer')])
    expect(state.agentId).toBe('lin')
    expect(results.filter((result) => result.rule === 'T2').map((result) => [result.agentId, result.hit])).toEqual([['an', true], ['lin', false]])
  })
  test('thanks after an answer opens no turn', () => {
    expect(play([wrote(0), assigned(0), line(5, 'answer'), wrote(9, { thanksOnly: true })]).state.turn).toBeNull()
  })
})

describe('T3 and T4', () => {
  test('come up one after the other while nobody answers', () => {
    const { state } = play([wrote(0), assigned(0)])
    expect(shown(state, 5)).toEqual(['T1@15'])
    expect(shown(state, 60)).toEqual(['T1@15', 'T3@120'])
    expect(shown(state, 121)).toEqual(['T1@15', 'T3@120', 'T4@180'])
  })
  test('a holding line settles T3 alone, an apology T4 alone', () => {
    const base = play([wrote(0), assigned(0), line(100, 'holding')])
    expect(hits(base.results)).toContain('T3+')
    const then = play([line(170, 'apology')], base.state)
    expect(hits(then.results)).toEqual(['T4+'])
    expect(then.state.turn).not.toBeNull()
  })
  test('an answer before they were due leaves neither hit nor miss; after, a miss', () => {
    expect(hits(play([wrote(0), assigned(0), line(50, 'answer')]).results)).toEqual(['T1-', 'T1C-', 'T2-'])
    expect(hits(play([wrote(0), assigned(0), line(181, 'answer')]).results)).toEqual(['T1-', 'T1C-', 'T2-', 'T3-', 'T4-'])
  })
})

describe('T7: silence after the opening line', () => {
  const opened = play([wrote(0, { mereGreeting: true }), assigned(0), line(5, 'opening')]).state
  test('asks after 3 min, closes after 10 once asked', () => {
    expect(shown(opened, 6)).toEqual(['T7@185'])
    expect(silenceCloseAtMs(opened, policy)).toBeNull()
    const asked = play([line(190, 'opening')], opened).state
    expect(shown(asked, 191)).toEqual(['T7@605'])
    expect(silenceCloseAtMs(asked, policy)).toBe(sec(605))
  })
  test('ends when the customer writes', () => {
    expect(play([wrote(30)], opened).state.silence).toBeNull()
  })
})

describe('T8: promises', () => {
  test('a look-up line is a promise of 2 min that the answer ends', () => {
    const { state } = play([wrote(0), assigned(0), line(10, 'look_up')])
    expect(shown(state, 11)).toEqual(['T2@30', 'T8@130'])
    const { state: answered, results } = play([line(100, 'answer')], state)
    expect(answered.promises).toEqual([])
    expect(hits(results)).toContain('T8+')
  })
  test('a promise with a clock time outlives an answer to another question and is kept by the agent', () => {
    const made: TimerEvent = { kind: 'promise_made', atMs: sec(10), promiseId: 'p', dueAtMs: sec(3600) }
    const { state } = play([wrote(0), assigned(0), made, line(12, 'answer')])
    expect(state.promises).toHaveLength(1)
    const kept = play([{ kind: 'promise_settled', atMs: sec(60), promiseId: 'p', kept: true }], state)
    expect(hits(kept.results)).toEqual(['T8+'])
    const cancelled = play([{ kind: 'promise_settled', atMs: sec(60), promiseId: 'p', kept: false }], state)
    expect(cancelled.results).toEqual([])
  })
})

describe('T10', () => {
  test('an apology is offered for a late reply, not once one was said', () => {
    const { state } = play([wrote(0), assigned(0)])
    expect(apologyDue(state, policy, sec(15))).toBe(false)
    expect(apologyDue(state, policy, sec(16))).toBe(true)
    expect(apologyDue(play([line(20, 'apology')], state).state, policy, sec(40))).toBe(false)
  })
})

describe('close, undo, left messages, opening hours', () => {
  const running = play([wrote(0), assigned(0)]).state
  test('all stop on close, nothing is counted, undo brings all back', () => {
    const closed = play([{ kind: 'closed', atMs: sec(20) }], running)
    expect(closed.results).toEqual([])
    expect(shown(closed.state, 200)).toEqual([])
    const back = play([{ kind: 'reopened', atMs: sec(25) }], closed.state).state
    expect(shown(back, 26)).toEqual(shown(running, 26))
  })
  test('a thank-you after close starts none, a question starts a first reply anew', () => {
    const closed = play([line(5, 'answer'), { kind: 'closed', atMs: sec(20) }], running).state
    expect(play([wrote(30, { thanksOnly: true })], closed).state.running).toBe(false)
    expect(shown(play([wrote(30), assigned(31)], closed).state, 32)).toEqual(['T1@46'])
  })
  test('D11: a left message runs no timer until the shift begins', () => {
    const left = play([wrote(0, { left: true })]).state
    expect(shown(left, 1000)).toEqual([])
    const { state } = play([{ kind: 'shift_began', atMs: sec(5000) }, assigned(5000)], left)
    expect(shown(state, 5001)).toEqual(['T1@5015'])
  })
  test('outside opening hours nothing counts as missed', () => {
    expect(missedBy(running, policy, sec(500), () => false)).toEqual([])
    expect(apply(running, line(500, 'answer'), policy, () => false).results).toEqual([])
    expect(missedBy(running, policy, sec(16), always).map((miss) => miss.key)).toEqual(['T1C:1', 'T1:1'])
    expect(nextMissAtMs(running, policy, sec(16))).toBe(sec(30))
  })
})
