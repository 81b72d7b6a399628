import { describe, expect, test } from 'vitest'
import type { Presence, PresenceState } from '../entities/people.ts'
import { PRESENCE_STATES } from '../entities/plain-lists.ts'
import { dutyOf, stepPresence } from './presence.ts'
import type { Around, PresenceEvent, PresenceStep } from './presence.ts'

const NOW = 5_000_000
const here = (state: PresenceState, over: Partial<Presence> = {}): Presence => ({
  id: 'an', state, reason: null, sinceMs: NOW - 60_000, cause: 'agent', byId: null, untilMs: null, reachable: true, ...over,
})
/** Nobody there; somebody there; somebody who waits. */
const CALM: Around = { open: 0, waiting: 0 }
const OPEN: Around = { open: 2, waiting: 0 }
const WAITING: Around = { open: 2, waiting: 1 }
const AROUNDS = [CALM, OPEN, WAITING]

const set = (to: PresenceState, by: 'agent' | 'idle' | 'help' = 'agent', atMs = NOW): PresenceEvent =>
  ({ kind: 'set', by, to, reason: to === 'away' ? 'a walk' : null, untilMs: null, atMs })
const setFor = (to: PresenceState): PresenceEvent => ({ kind: 'set_for', byId: 'boss', to, reason: 'let go', untilMs: null, atMs: NOW })
const roster = (to: PresenceState): PresenceEvent => ({ kind: 'roster', to, untilMs: NOW + 1, atMs: NOW })
const system = (to: PresenceState): PresenceEvent => ({ kind: 'system', to, atMs: NOW })

/** yes: so it becomes. same: nothing changes. Else the rule. */
function said(step: PresenceStep): string {
  if (!step.ok) return step.refused
  return step.changed ? 'yes' : 'same'
}
const stepped = (from: PresenceState, event: PresenceEvent, around: Around): string => said(stepPresence(here(from), event, around))

describe('what a state decides', () => {
  const duty = (state: PresenceState, reachable = true): string => {
    const { takesNew, mayReceiveTransfer, countsInLoad, autoReply } = dutyOf({ state, reachable })
    return [takesNew && 'new', mayReceiveTransfer && 'transfers', countsInLoad && 'load', autoReply && 'auto'].filter(Boolean).join(' ')
  }
  test.each<[string, PresenceState, string]>([
    ['M5: online takes new customers and transfers', 'online', 'new transfers load'],
    ['M3, H1: hung up clears: nobody new, no transfer', 'hung_up', 'load'],
    ['H2: who hands over works on, and the server answers first', 'handover', 'load auto'],
    ['M9: the meal has its auto-reply', 'meal', 'auto'],
    ['M10: so has training', 'training', 'auto'],
    ['M10: so has leaving the seat', 'away', 'auto'],
    ['H5: off duty', 'off_duty', 'auto'],
  ])('%s', (_name, state, expected) => { expect(duty(state)).toBe(expected) })
  test.each(PRESENCE_STATES)('M5: unreachable takes nobody new and no transfer: %s', (state) => {
    expect(duty(state, false)).toBe(duty(state).replace('new transfers ', ''))
  })
  test('nothing known of somebody is off duty', () => { expect(dutyOf(null)).toEqual(dutyOf(here('off_duty'))) })
})

/** To each state, with nobody there, somebody there, somebody who waits; from every other state. */
type Row = readonly [PresenceState, string, string, string]
const AGENT: readonly Row[] = [
  ['online', 'yes', 'yes', 'yes'], ['hung_up', 'yes', 'yes', 'yes'], ['handover', 'yes', 'yes', 'yes'],
  ['meal', 'yes', 'yes', 'M4'], ['training', 'yes', 'yes', 'M4'], ['away', 'yes', 'yes', 'M4'], ['off_duty', 'yes', 'H5', 'H5'],
]
const SUPERVISOR = AGENT.map(([to, calm, open, waiting]): Row => [to, calm, open, waiting === 'M4' ? 'yes' : waiting])
const SYSTEM = SUPERVISOR.map(([to, ...rest]): Row => to === 'away' ? [to, 'invalid', 'invalid', 'invalid'] : [to, ...rest])

describe.each([
  ['M4, M10, H5: the agent', set, AGENT],
  ['M4, H5: a supervisor passes the gate, never with customers off duty', setFor, SUPERVISOR],
  ['H5: nor does the server', system, SYSTEM],
] as const)('%s', (_name, event, rows) => {
  test.each(rows)('to %s: %s, %s, %s', (to, ...expected) => {
    for (const from of PRESENCE_STATES.filter((state) => state !== to)) {
      expect(AROUNDS.map((around) => stepped(from, event(to), around)), `from ${from}`).toEqual(expected)
    }
  })
})

describe('M3, H1: the roster hangs up and sends only who is at the desk', () => {
  /** Columns: to online, hung_up, meal, handover, training, off_duty; nobody there. */
  test.each<[PresenceState, string]>([
    ['online', 'same yes yes yes yes yes'],
    ['hung_up', 'yes same yes yes yes yes'],
    ['meal', 'same same same same same yes'],
    ['handover', 'same same same same same yes'],
    ['training', 'same same same same same yes'],
    ['away', 'same same same same same yes'],
    ['off_duty', 'yes same same same same same'],
  ])('from %s: %s', (from, expected) => {
    const targets = ['online', 'hung_up', 'meal', 'handover', 'training', 'off_duty'] as const
    expect(targets.filter((to) => to !== from || to === 'off_duty').map((to) => stepped(from, roster(to), CALM)))
      .toEqual(expected.split(' ').filter((_, at) => targets[at] !== from || from === 'off_duty'))
    expect(stepped(from, roster('away'), CALM)).toBe('invalid')
  })
  test('M4, H5: the gate holds for the roster, too', () => {
    expect([stepped('online', roster('meal'), WAITING), stepped('hung_up', roster('training'), WAITING), stepped('online', roster('off_duty'), OPEN)])
      .toEqual(['M4', 'M4', 'H5'])
  })
})

describe('M10: an idle screen reports, and is never refused', () => {
  test.each<[PresenceState, string]>([
    ['online', 'yes'], ['hung_up', 'yes'], ['meal', 'same'], ['handover', 'same'], ['training', 'same'], ['away', 'same'], ['off_duty', 'same'],
  ])('from %s: %s', (from, expected) => {
    for (const around of AROUNDS) expect(stepped(from, set('away', 'idle'), around)).toBe(expected)
  })
  test('it brings back only whom it took away', () => {
    const idleAway = here('away', { cause: 'idle', reason: 'idle' })
    expect(said(stepPresence(idleAway, set('online', 'idle'), OPEN))).toBe('yes')
    expect(stepped('away', set('online', 'idle'), OPEN)).toBe('invalid')
    expect(stepped('meal', set('online', 'idle'), OPEN)).toBe('invalid')
  })
  test.each(PRESENCE_STATES.filter((state) => state !== 'away' && state !== 'online'))('it sets nobody to %s', (to) => {
    expect(stepped('online', set(to, 'idle'), CALM)).toBe('invalid')
  })
})

describe('L1: a yes to a call for help brings online, and nowhere else', () => {
  test.each(PRESENCE_STATES)('to %s', (to) => {
    for (const from of PRESENCE_STATES.filter((state) => state !== to)) expect(stepped(from, set(to, 'help'), OPEN)).toBe(to === 'online' ? 'yes' : 'invalid')
  })
})

describe('M10: away has a reason', () => {
  test.each([null, '', '  '])('%j is none', (reason) => {
    expect(said(stepPresence(here('online'), { kind: 'set', by: 'agent', to: 'away', reason, untilMs: null, atMs: NOW }, CALM))).toBe('invalid')
  })
})

test.each(PRESENCE_STATES)('H5: being unreachable never changes the state: %s', (state) => {
  for (const around of AROUNDS) {
    const lost = stepPresence(here(state), { kind: 'heard', reachable: false, atMs: NOW }, around)
    expect(lost).toEqual({ ok: true, changed: true, overtaken: false, next: here(state, { reachable: false }) })
    expect(said(stepPresence(here(state), { kind: 'heard', reachable: true, atMs: NOW }, around))).toBe('same')
  }
})

describe('what is kept', () => {
  const next = (presence: Presence, event: PresenceEvent): Presence | null => {
    const step = stepPresence(presence, event, OPEN)
    return step.ok ? step.next : null
  }
  const meal = (untilMs: number, atMs = NOW): PresenceEvent => ({ kind: 'set', by: 'agent', to: 'meal', reason: null, untilMs, atMs })

  test('M9: who, why, since when and until when', () => {
    expect(next(here('online', { reachable: false }), meal(NOW + 3_600_000))).toEqual(here('meal', { sinceMs: NOW, untilMs: NOW + 3_600_000 }))
    expect(next(here('meal', { untilMs: NOW }), set('online'))).toMatchObject({ state: 'online', untilMs: null, byId: null })
    expect(next(here('online'), setFor('meal'))).toMatchObject({ cause: 'supervisor', byId: 'boss', reason: 'let go' })
    expect([roster('hung_up'), system('handover'), set('away', 'idle')].map((event) => next(here('online'), event)?.cause)).toEqual(['roster', 'system', 'idle'])
  })
  test('M9: a longer meal is the same meal: its beginning stays', () => {
    expect(next(here('meal', { untilMs: NOW }), meal(NOW + 60_000))).toEqual(here('meal', { untilMs: NOW + 60_000 }))
  })
  test('the same once more changes nothing, but its desk is heard of', () => {
    expect(stepPresence(here('hung_up', { reachable: false, cause: 'roster' }), set('hung_up'), WAITING))
      .toEqual({ ok: true, changed: false, overtaken: false, next: here('hung_up', { cause: 'roster' }) })
  })
  test('M4: who is away already is not asked for the gate again', () => {
    const longer: PresenceEvent = { kind: 'set', by: 'agent', to: 'away', reason: 'the doctor', untilMs: NOW + 1, atMs: NOW }
    expect(said(stepPresence(here('away', { reason: 'a walk' }), longer, WAITING))).toBe('yes')
  })
  test('late from an offline desk: it does not go back over what is newer, and is not refused', () => {
    const changed = here('online', { sinceMs: NOW })
    for (const event of [set('off_duty', 'agent', NOW - 1), set('meal', 'agent', NOW - 1)]) {
      expect(stepPresence(changed, event, WAITING)).toEqual({ ok: true, next: changed, changed: false, overtaken: true })
    }
    expect(said(stepPresence(changed, set('hung_up', 'agent', NOW), WAITING))).toBe('yes')
  })
})
