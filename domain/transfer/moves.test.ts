import { describe, expect, test } from 'vitest'
import { NO_TIMERS } from '../timers/state.ts'
import { givenTo, handedBack, passedOn, passedToQueue, returnsTo } from './moves.ts'

type Owned = Parameters<typeof handedBack>[0]
const waitsSince = (sinceMs: number): Owned['timers'] => ({ ...NO_TIMERS, running: true, turn: { sinceMs, greetingOnly: false, holdingAtMs: null, apologyAtMs: null } })
const open: Owned = {
  state: 'open', ownerId: 'an', transferredFrom: [], teamId: 'pre', skill: 'logistics', startedAtMs: 100, queuedAtMs: null, assignedAtMs: 200, timers: waitsSince(300),
}

test('H5, H6: handed back it stands in the queue where its wait began, without a wait where it began', () => {
  expect(handedBack(open)).toEqual({ ...open, state: 'queued', ownerId: null, queuedAtMs: 300, assignedAtMs: null })
  expect(handedBack({ ...open, timers: NO_TIMERS }).queuedAtMs).toBe(100)
})

test('M6: by choice the sender is remembered once, by the system nobody', () => {
  const passed = passedOn(open, 'an', 'bo', 900)
  expect(passed).toEqual({ ...open, ownerId: 'bo', transferredFrom: ['an'], assignedAtMs: 900 })
  expect(passedOn(passed, 'an', 'chi', 950).transferredFrom).toEqual(['an'])
  expect(givenTo(open, 'bo', 900)).toEqual({ ...open, ownerId: 'bo', assignedAtMs: 900 })
  expect(givenTo(handedBack(open), 'bo', 900)).toEqual({ ...open, ownerId: 'bo', assignedAtMs: 900 })
})

test('M6, T: to a team or skill it goes by choice, and keeps its wait', () => {
  const sent = { state: 'queued', ownerId: null, transferredFrom: ['an'], queuedAtMs: 300, assignedAtMs: null, timers: open.timers }
  expect(passedToQueue(open, 'an', { kind: 'skill', skill: 'after_sale' })).toMatchObject({ ...sent, teamId: 'pre', skill: 'after_sale' })
  expect(passedToQueue(open, 'an', { kind: 'team', teamId: 'after' })).toMatchObject({ ...sent, teamId: 'after', skill: null })
})

describe('M5: an offer nobody takes returns', () => {
  test.each([
    ['online', true, 'sender'], ['hung_up', true, 'sender'], ['handover', true, 'sender'],
    ['online', false, 'queue'], ['meal', true, 'queue'], ['away', true, 'queue'], ['off_duty', true, 'queue'],
  ] as const)('sender %s, heard of: %s: to the %s', (state, reachable, place) => {
    expect(returnsTo(open, { fromPersonId: 'an' }, { state, reachable })).toBe(place)
  })
  test.each([['somebody else has it', { ...open, ownerId: 'bo' }], ['it is closed', { ...open, state: 'closed' as const }], ['it waits already', handedBack(open)]])('nowhere when %s', (_, now) => {
    expect(returnsTo(now, { fromPersonId: 'an' }, { state: 'online', reachable: true })).toBe('nowhere')
  })
  test('to the queue when nothing is known of the sender', () => { expect(returnsTo(open, { fromPersonId: 'an' }, null)).toBe('queue') })
})
