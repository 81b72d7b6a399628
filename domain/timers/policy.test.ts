// Invariant: figures that change while a conversation runs move no due of what began before, on any desk and at any later time.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LineKind, TimerPolicy } from '../entities/team.ts'
import type { Team } from '../entities/team.ts'
import { apply } from './apply.ts'
import { duesOf, silenceCloseAtMs } from './dues.ts'
import type { TimerEvent } from './events.ts'
import { missedBy, nextMissAtMs } from './outcome.ts'
import { policyOf, withTimers } from './policy.ts'
import { NO_TIMERS } from './state.ts'
import type { TimerState } from './state.ts'

type Figures = Pick<Team, 'timers' | 'timersBefore'>
const standard = TimerPolicy.parse({})
const fresh: Figures = { timers: standard, timersBefore: [] }
const START = 1_000_000
const sec = (seconds: number): number => START + seconds * 1000
const change = (team: Figures, at: number, change: Partial<TimerPolicy>): Figures => withTimers(team, { ...team.timers, ...change }, sec(at))
const wrote = (at: number): TimerEvent => ({ kind: 'customer_message', atMs: sec(at), mereGreeting: false, thanksOnly: false, left: false })
const line = (at: number, lineKind: LineKind): TimerEvent => ({ kind: 'agent_line', atMs: sec(at), messageId: `m${at}`, lineKind })
const play = (team: Figures, events: TimerEvent[], from: TimerState = NO_TIMERS): TimerState =>
  events.reduce((state, event) => apply(state, event, policyOf(team, 'web_chat')).state, from)
const shown = (team: Figures, state: TimerState, at: number): string[] =>
  duesOf(state, policyOf(team, 'web_chat'), sec(at)).map((due) => `${due.rule}@${(due.dueAtMs - START) / 1000}`)

describe('a change takes effect for new dues only', () => {
  const assigned: TimerEvent = { kind: 'assigned', atMs: sec(0), agentId: 'an' }
  const running = play(fresh, [wrote(0), assigned])

  test('T1, T3, T4 of a running turn stay; those of the next are new', () => {
    const team = change(fresh, 5, { firstReplySec: 60, averageReplySec: 90, holdingSec: 240, apologySec: 300 })
    expect(shown(team, running, 6)).toEqual(['T1@15'])
    expect(shown(team, running, 130)).toEqual(['T1@15', 'T3@120', 'T4@180'])
    expect(shown(team, play(team, [line(10, 'answer'), wrote(20)], running), 21)).toEqual(['T2@110'])
  })
  test('a conversation that begins at the very moment of the change has the new ones', () => {
    const team = change(fresh, 5, { firstReplySec: 60 })
    expect(shown(team, play(team, [wrote(5), { ...assigned, atMs: sec(5) }]), 6)).toEqual(['T1@65'])
  })
  test('T7: a silence keeps when it asks and when it closes', () => {
    const silent = play(fresh, [{ ...wrote(0), mereGreeting: true } as TimerEvent, assigned, line(5, 'opening')])
    const team = change(fresh, 60, { silenceAskSec: 30, silenceCloseSec: 60 })
    expect(shown(team, silent, 61)).toEqual(['T7@185'])
    const asked = play(team, [line(190, 'answer')], silent)
    expect(silenceCloseAtMs(asked, policyOf(team, 'web_chat'))).toBe(sec(605))
  })
  test('T8: a promise keeps its time and its nudge; the next look-up has the new length', () => {
    const promised = play(fresh, [wrote(0), assigned, line(5, 'look_up')])
    const team = change(fresh, 10, { promiseSec: 300, promiseNudgeSec: 100 })
    const [, promise] = duesOf(promised, policyOf(team, 'web_chat'), sec(11))
    expect(promise).toMatchObject({ rule: 'T8', dueAtMs: sec(125), soonAtMs: sec(95) })
    const next = play(team, [line(20, 'look_up')], promised)
    expect(duesOf(next, policyOf(team, 'web_chat'), sec(21)).find(({ rule }) => rule === 'T8')).toMatchObject({ dueAtMs: sec(320), soonAtMs: sec(220) })
  })
  test('several changes: each turn has those it began with', () => {
    const team = change(change(change(fresh, 100, { averageReplySec: 40 }), 200, { averageReplySec: 50 }), 300, { averageReplySec: 60 })
    expect([50, 150, 250, 350].map((at) => policyOf(team, 'web_chat')(sec(at)).averageReplySec)).toEqual([30, 40, 50, 60])
  })
  test('the same figures again are no change, and a team stored before there was more to set has the standards', () => {
    expect(change(fresh, 5, {}).timersBefore).toEqual([])
    expect(policyOf({ timers: { firstReplySec: 20 } as TimerPolicy, timersBefore: [] }, 'web_chat')(0)).toEqual({ ...standard, firstReplySec: 20 })
    expect(policyOf(null, 'web_chat')(0)).toEqual(standard)
  })
  test('the list of former figures has an end', () => {
    const team = Array.from({ length: 200 }, (_, at) => at).reduce((now, at) => change(now, at, { firstReplySec: at + 1 }), fresh)
    expect(team.timersBefore).toHaveLength(40)
    expect(policyOf(team, 'web_chat')(sec(199)).firstReplySec).toBe(200)
  })
})

describe('T9: other channels', () => {
  const state = play(fresh, [wrote(0), { kind: 'assigned', atMs: sec(0), agentId: 'an' }])
  const dues = (channel: 'phone' | 'mail' | 'social'): string[] => duesOf(state, policyOf(fresh, channel), sec(3600)).map(({ rule, dueAtMs }) => `${rule}@${(dueAtMs - START) / 1000}`)
  test('a call within three rings', () => { expect(dues('phone')[0]).toBe('T1@15') })
  test('mail and social media in hours, without holding lines, apologies and silence', () => {
    expect(dues('mail')).toEqual([`T1@${24 * 3600}`])
    expect(dues('social')).toEqual([`T1@${4 * 3600}`])
    expect(missedBy(state, policyOf(fresh, 'mail'), sec(10_000), () => true)).toEqual([])
    expect(nextMissAtMs(state, policyOf(fresh, 'mail'), sec(1))).toBe(sec(86_400))
    const silent: TimerState = { ...state, turn: null, silence: { sinceMs: START, askedAtMs: START } }
    expect(silenceCloseAtMs(silent, policyOf(fresh, 'mail'))).toBeNull()
    expect(duesOf(silent, policyOf(fresh, 'mail'), sec(10))).toEqual([])
  })
})

const seconds = fc.integer({ min: 1, max: 900 })
const changes = fc.array(fc.record({ at: fc.integer({ min: 501, max: 900 }), timers: fc.record({
  firstReplySec: seconds, averageReplySec: seconds, holdingSec: seconds, apologySec: seconds, silenceAskSec: seconds, silenceCloseSec: seconds, promiseSec: seconds,
}) }), { maxLength: 5 })
const events = fc.array(fc.tuple(fc.constantFrom<TimerEvent['kind'] | LineKind>('customer_message', 'assigned', ...LineKind.options), fc.integer({ min: 0, max: 500 })), { maxLength: 12 })

test('whatever changes after an event, every due, miss and look stays where it was', () => {
  fc.assert(fc.property(events, changes, fc.integer({ min: 501, max: 2000 }), (steps, later, nowSec) => {
    const ordered = [...steps].sort((a, b) => a[1] - b[1]).map(([kind, at]): TimerEvent => (kind === 'customer_message' ? wrote(at)
      : kind === 'assigned' ? { kind, atMs: sec(at), agentId: 'an' } : line(at, kind as LineKind)))
    const state = play(fresh, ordered)
    const team = [...later].sort((a, b) => a.at - b.at).reduce((now, one) => change(now, one.at, one.timers), fresh)
    const [before, after] = [policyOf(fresh, 'web_chat'), policyOf(team, 'web_chat')]
    expect(duesOf(state, after, sec(nowSec))).toEqual(duesOf(state, before, sec(nowSec)))
    expect(missedBy(state, after, sec(nowSec), () => true)).toEqual(missedBy(state, before, sec(nowSec), () => true))
    expect(nextMissAtMs(state, after, sec(nowSec))).toBe(nextMissAtMs(state, before, sec(nowSec)))
    expect(silenceCloseAtMs(state, after)).toBe(silenceCloseAtMs(state, before))
  }), { numRuns: 300 })
})

test('two changes in the same moment: a turn that began before keeps the figures it began with', () => {
  const once = change(fresh, 505, { ...fresh.timers, firstReplySec: 1 })
  const team = change(once, 505, { ...fresh.timers, firstReplySec: 2 })
  expect(policyOf(team, 'web_chat')(sec(504)).firstReplySec).toBe(15)
  expect(policyOf(team, 'web_chat')(sec(505)).firstReplySec).toBe(2)
})
