import { describe, expect, test } from 'vitest'
import { TimerPolicy } from '../entities/team.ts'
import { NO_TIMERS } from '../timers/state.ts'
import type { TimerState } from '../timers/state.ts'
import { belongsOnList, isSettled, itemFacts } from './list.ts'

const policy = () => TimerPolicy.parse({})
const NOW = 1_000_000
const running: TimerState = { ...NO_TIMERS, running: true, turnNo: 1, agentId: 'an' }
const promise = (id: string, dueAtMs: number) => ({ id, madeAtMs: NOW, dueAtMs, lookUp: false })
const turn = { sinceMs: NOW, greetingOnly: false, holdingAtMs: null, apologyAtMs: null }
const conversation = { id: 'c', customerName: '小雨' }
const answeredBefore = { customerFromMs: 1, customerSettledAtMs: 1, agentFromMs: 1, agentSettledAtMs: 1 }

test.each([
  ['H5: everything open that is theirs', 'open', 'an', true],
  ['H2: not what is closed', 'closed', 'an', false],
  ['H2: not what waits in the queue', 'queued', null, false],
  ['H2: not a colleague\'s', 'open', 'lin', false],
] as const)('%s', (_name, state, ownerId, on) => { expect(belongsOnList({ state, ownerId }, 'an')).toBe(on) })

describe('H4: what is due travels with the handover', () => {
  test.each([
    ['H4: nothing', running, null],
    ['H4: a promise', { ...running, promises: [promise('p', NOW + 9_000_000)] }, NOW + 9_000_000],
    ['H4: the nearest of two', { ...running, promises: [promise('p', NOW + 9_000), promise('q', NOW + 5_000)] }, NOW + 5_000],
    ['H4: an answer before a promise', { ...running, turn, first: answeredBefore, promises: [promise('p', NOW + 90_000)] }, NOW + 30_000],
    ['T5: by the target of the handover', { ...running, turn: { ...turn, target: 'T5' as const }, first: answeredBefore }, NOW + 60_000],
    ['H4: a promise before an answer', { ...running, turn, first: answeredBefore, promises: [promise('p', NOW + 10_000)] }, NOW + 10_000],
  ])('%s', (_name, timers, dueAtMs) => { expect(itemFacts({ ...conversation, timers }, [], policy, NOW).dueAtMs).toBe(dueAtMs) })

  test('H4: open promises of this conversation, no others', () => {
    const open = { state: 'open' as const, conversationId: 'c' }
    const promises = [{ ...open, id: 'p' }, { ...open, id: 'kept', state: 'kept' as const }, { ...open, id: 'other', conversationId: 'd' }]
    expect(itemFacts({ ...conversation, timers: { ...running, promises: [promise('p', NOW + 5)] } }, promises, policy, NOW)).toEqual({ conversationId: 'c', customerName: '小雨', dueAtMs: NOW + 5, promiseIds: ['p'] })
  })
})

test.each([
  ['H3: settled when nothing waits for a confirmation', ['confirmed', 'escalated', 'void'], true],
  ['H3: not while one does', ['confirmed', 'listed'], false],
  ['H8: an empty list is settled at once', [], true],
] as const)('%s', (_name, states, settled) => { expect(isSettled(states.map((state) => ({ state })))).toBe(settled) })
