import { describe, expect, test } from 'vitest'
import { TimerPolicy } from '../entities/team.ts'
import type { LineKind } from '../entities/team.ts'
import { apply } from './apply.ts'
import { apologyDue, duesOf } from './dues.ts'
import type { TimerEvent } from './events.ts'
import { missedBy, nextMissAtMs } from './outcome.ts'
import type { TimerResult } from './outcome.ts'
import { policyOf } from './policy.ts'
import type { PolicyAt } from './policy.ts'
import { NO_TIMERS } from './state.ts'
import type { TimerState } from './state.ts'

const team = { timers: TimerPolicy.parse({ handoverReplySec: 60, peakReplySec: 90 }), timersBefore: [] }
const chat = policyOf(team, 'web_chat')
const sec = (seconds: number): number => 1_000_000 + seconds * 1000

const wrote = (at: number): TimerEvent => ({ kind: 'customer_message', atMs: sec(at), mereGreeting: false, thanksOnly: false, left: false })
const line = (at: number, lineKind: LineKind = 'answer'): TimerEvent => ({ kind: 'agent_line', atMs: sec(at), messageId: `m${at}`, lineKind })
const event = (kind: 'automatic_line' | 'closed' | 'reopened' | 'unassigned', at: number): TimerEvent => ({ kind, atMs: sec(at) })
const to = (kind: 'assigned' | 'handed_over', at: number, agentId: string): TimerEvent => ({ kind, atMs: sec(at), agentId })
const turnOn = (kind: 'handover_window' | 'peak', at: number, on = true): TimerEvent => ({ kind, atMs: sec(at), on })

function play(events: TimerEvent[], from: TimerState = NO_TIMERS, policy: PolicyAt = chat): { state: TimerState; results: TimerResult[] } {
  return events.reduce<{ state: TimerState; results: TimerResult[] }>((sofar, one) => {
    const step = apply(sofar.state, one, policy)
    return { state: step.state, results: [...sofar.results, ...step.results] }
  }, { state: from, results: [] })
}
const shown = (state: TimerState, at: number, policy: PolicyAt = chat): string[] =>
  duesOf(state, policy, sec(at)).map(({ rule, dueAtMs }) => `${rule}@${(dueAtMs - sec(0)) / 1000}`)
const ofRule = (results: TimerResult[], rule: string): string[] =>
  results.filter((result) => result.rule === rule).map(({ hit, agentId }) => `${agentId}${hit ? '+' : '-'}`)

const served = play([wrote(0), to('assigned', 0, 'an'), line(5)]).state

describe('T5, T11: the target of a turn', () => {
  test.each([
    ['T2: at other times', [], 130],
    ['T5: while its agent hands over', [turnOn('handover_window', 90)], 160],
    ['T11: at peak', [turnOn('peak', 90)], 190],
    ['T5: goes before T11', [turnOn('peak', 80), turnOn('handover_window', 90)], 160],
    ['T5: not any more when the agent is back', [turnOn('handover_window', 80), turnOn('handover_window', 90, false)], 130],
    ['T11: not any more when the queue is short', [turnOn('peak', 80), turnOn('peak', 90, false)], 130],
    ['T5: not for who it was handed to', [turnOn('handover_window', 80), to('handed_over', 90, 'lin'), line(91)], 130],
    ['T5: not for who it was transferred to', [turnOn('handover_window', 80), to('assigned', 90, 'lin')], 130],
    ['T5: not after the queue', [turnOn('handover_window', 80), event('unassigned', 90), to('assigned', 91, 'lin')], 130],
    ['T5: not in a service that begins after a close', [turnOn('handover_window', 80), event('closed', 81), wrote(82), to('assigned', 83, 'an'), line(84)], 130],
    ['T5: nor for what is asked in the queue', [turnOn('handover_window', 80), event('unassigned', 90), wrote(100), to('assigned', 100, 'lin')], 130],
    ['T5: still when a close is undone', [turnOn('handover_window', 80), event('closed', 90), event('reopened', 91)], 160],
    ['T11: for who it was transferred to as well', [turnOn('peak', 80), to('assigned', 90, 'lin')], 190],
  ])('%s', (_name, before, due) => {
    expect(shown(play([...before, wrote(100)], served).state, 101)).toEqual([`T2@${due}`])
  })
  test('T5, T11: a turn keeps the target it began with, and the next has that of its own beginning', () => {
    const waiting = play([wrote(100), turnOn('handover_window', 110), turnOn('peak', 110)], served).state
    expect(shown(waiting, 111)).toEqual(['T2@130'])
    expect(shown(play([line(120), wrote(200), turnOn('handover_window', 210, false)], waiting).state, 211)).toEqual(['T2@260'])
  })
  test('T5: the outcome is measured by it, and the apology of a late reply as well (T10)', () => {
    const waiting = play([turnOn('handover_window', 90), wrote(100)], served).state
    expect(ofRule(play([line(160)], waiting).results, 'T2')).toEqual(['an+'])
    expect(ofRule(play([line(161)], waiting).results, 'T2')).toEqual(['an-'])
    expect(missedBy(waiting, chat, sec(160), () => true)).toEqual([])
    expect([160, 161].map((at) => apologyDue(waiting, chat, sec(at)))).toEqual([false, true])
  })
  test('T5: a service that begins after a close has the target of other times from its first question on', () => {
    const again = play([turnOn('handover_window', 80), event('closed', 81), wrote(100), to('assigned', 100, 'an'), line(101, 'holding')], served).state
    expect(shown(again, 102)).toEqual(['T2@130'])
  })
  test('T1 is the same in a handover and at peak', () => {
    expect(shown(play([turnOn('peak', 0), wrote(1), to('assigned', 2, 'an')]).state, 3)).toEqual(['T1@17'])
  })
})

describe('T6: contact after a handover', () => {
  const handed = play([to('handed_over', 600, 'lin')], served).state
  test('target 5 min, limit 10, from the confirmation on', () => {
    expect(shown(handed, 601)).toEqual(['T6@1200'])
    expect(duesOf(handed, chat, sec(601))[0]).toMatchObject({ startedAtMs: sec(600), soonAtMs: sec(900), dueAtMs: sec(1200) })
    expect(nextMissAtMs(handed, chat, sec(601))).toBe(sec(1200))
  })
  test.each<[string, LineKind, number, string]>([
    ['T6: the takeover line in time is a hit', 'holding', 1200, 'lin+'],
    ['T6: an answer does it, too', 'answer', 700, 'lin+'],
    ['T6: after the limit it is a miss', 'holding', 1201, 'lin-'],
  ])('%s', (_name, kind, at, outcome) => {
    const { state, results } = play([line(at, kind)], handed)
    expect(ofRule(results, 'T6')).toEqual([outcome])
    expect(shown(state, at + 1)).toEqual([])
  })
  test.each([
    ['T6: neither an automatic line nor the customer ends it', [event('automatic_line', 650), wrote(660)], ['T2@690', 'T6@1200']],
    ['T6: a transfer by choice does not: whoever has the customer owns it', [to('assigned', 700, 'mei')], ['T6@1200']],
    ['T6: the queue ends it: nobody was handed anything', [event('unassigned', 700), to('assigned', 710, 'mei')], []],
    ['T6: a close ends it', [event('closed', 700)], []],
    ['T6: undo of the close brings it back', [event('closed', 700), event('reopened', 705)], ['T6@1200']],
    ['T6: handed over again, it runs anew', [to('handed_over', 900, 'mei')], ['T6@1500']],
  ])('%s', (_name, events, dues) => {
    const { state, results } = play(events, handed)
    expect(shown(state, 1000).sort()).toEqual([...dues, ...dues.some((due) => due.startsWith('T2')) ? ['T3@780', 'T4@840'] : []].sort())
    expect(ofRule(results, 'T6')).toEqual([])
  })
  test('T6: the wait of a customer who asked before goes on, it restarts with no handover', () => {
    expect(shown(play([wrote(590), to('handed_over', 600, 'lin')], served).state, 601)).toEqual(['T2@620', 'T6@1200'])
  })
  test('T6: a missed contact is recorded for who had it', () => {
    expect(missedBy(handed, chat, sec(1201), () => true)).toMatchObject([{ rule: 'T6', key: `T6:${sec(600)}`, agentId: 'lin', hit: false }])
    expect(missedBy(handed, chat, sec(1201), () => false)).toEqual([])
  })
  test('T6: what is over already is contacted no more', () => {
    expect(shown(play([event('closed', 590), to('handed_over', 600, 'lin')], served).state, 601)).toEqual([])
  })
})

test('T9: a letter is answered in hours, in a handover, at peak and after a handover alike', () => {
  const mail = policyOf(team, 'mail')
  const events = [turnOn('handover_window', 90), wrote(100), to('handed_over', 600, 'lin')]
  expect(shown(play(events, served, mail).state, 601, mail)).toEqual([`T2@${100 + 24 * 3600}`])
})
