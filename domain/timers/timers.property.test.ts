// Invariants over any run of events: a result key is settled once; a miss recorded while running is the same miss when
// it settles; nothing runs after a close; the wait of a turn never restarts but by an answer,
// and its target never changes (T5, T11).
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LineKind, TimerPolicy } from '../entities/team.ts'
import { apply } from './apply.ts'
import { duesOf } from './dues.ts'
import { missedBy } from './outcome.ts'
import { NO_TIMERS, TimerState } from './state.ts'
import type { TimerEvent } from './events.ts'

const standard = TimerPolicy.parse({})
const policy = () => standard
type Unplaced = (atMs: number, index: number) => TimerEvent
const kinds: fc.Arbitrary<Unplaced> = fc.oneof(
  fc.record({ mereGreeting: fc.boolean(), thanksOnly: fc.boolean(), left: fc.boolean() })
    .map((flags): Unplaced => (atMs) => ({ kind: 'customer_message', atMs, ...flags })),
  fc.tuple(fc.constantFrom('assigned', 'handed_over'), fc.constantFrom('an', 'lin')).map(([kind, agentId]): Unplaced => (atMs) => ({ kind, atMs, agentId })),
  fc.tuple(fc.constantFrom('handover_window', 'peak'), fc.boolean()).map(([kind, on]): Unplaced => (atMs) => ({ kind, atMs, on })),
  fc.constantFrom(...LineKind.options).map((lineKind): Unplaced => (atMs, index) => ({ kind: 'agent_line', atMs, messageId: `m${index}`, lineKind })),
  fc.nat(7_200_000).map((inMs): Unplaced => (atMs, index) => ({ kind: 'promise_made', atMs, promiseId: `p${index % 3}-${index}`, dueAtMs: atMs + inMs })),
  fc.tuple(fc.nat(30), fc.boolean()).map(([index, kept]): Unplaced => (atMs) => ({ kind: 'promise_settled', atMs, promiseId: `p${index % 3}-${index}`, kept })),
  fc.constantFrom('closed', 'reopened', 'unassigned', 'automatic_line', 'shift_began').map((kind): Unplaced => (atMs) => ({ kind, atMs })),
)
const runs = fc.array(fc.tuple(kinds, fc.integer({ min: 1, max: 200_000 })), { maxLength: 40 })

test('each clock settles at most once, and misses agree with what was recorded while it ran', () => {
  fc.assert(fc.property(runs, (steps) => {
    let state: TimerState = NO_TIMERS
    let atMs = 1_000_000
    const settled = new Set<string>()
    const missedWhileRunning = new Set<string>()
    steps.forEach(([place, gapMs], index) => {
      atMs += gapMs
      for (const miss of missedBy(state, policy, atMs, () => true)) missedWhileRunning.add(miss.key)
      const event = place(atMs, index)
      const step = apply(state, event, policy)
      for (const result of step.results) {
        expect(settled.has(result.key)).toBe(false)
        settled.add(result.key)
        if (missedWhileRunning.has(result.key)) expect(result.hit).toBe(false)
        expect(result.hit).toBe(atMs <= result.dueAtMs)
      }
      if (step.state.turn && state.turn && step.state.turnNo === state.turnNo) {
        expect(step.state.turn.sinceMs).toBe(state.turn.sinceMs)
        expect(step.state.turn.target).toBe(state.turn.target) // T5, T11
      }
      if (event.kind === 'closed') expect(duesOf(step.state, policy, atMs + 1)).toEqual([])
      expect(() => TimerState.parse(step.state)).not.toThrow()
      state = step.state
    })
  }), { numRuns: 300 })
})

test('the fold is a function of its arguments: the same events give the same state', () => {
  fc.assert(fc.property(runs, (steps) => {
    const fold = (): TimerState => steps.reduce((state, [place], index) => apply(state, place(1_000_000 + index * 1000, index), policy).state, NO_TIMERS)
    expect(fold()).toEqual(fold())
  }), { numRuns: 50 })
})
