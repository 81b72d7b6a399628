// Invariants over runs of events in whatever order: who is off duty holds nothing (H5); nobody leaves a waiting customer by their own step or the roster's (M4);
// a state goes back in no time; only being heard of changes reachable without a change of presence; a refused or overtaken event changes nothing.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Presence } from '../entities/people.ts'
import { PRESENCE_STATES } from '../entities/plain-lists.ts'
import { dutyOf, stepPresence } from './presence.ts'
import type { PresenceEvent } from './presence.ts'

type Unplaced = (atMs: number) => PresenceEvent
const state = fc.constantFrom(...PRESENCE_STATES)
const reason = fc.constantFrom(null, '', 'a reason')
const untilMs = fc.option(fc.integer({ min: 0, max: 9_000_000 }))
const events: fc.Arbitrary<Unplaced> = fc.oneof(
  fc.record({ by: fc.constantFrom('agent', 'idle', 'help'), to: state, reason, untilMs }).map((given): Unplaced => (atMs) => ({ kind: 'set', ...given, atMs })),
  fc.record({ to: state, untilMs }).map((given): Unplaced => (atMs) => ({ kind: 'set_for', byId: 'boss', reason: 'let go', ...given, atMs })),
  fc.record({ to: state, untilMs }).map((given): Unplaced => (atMs) => ({ kind: 'roster', ...given, atMs })),
  state.map((to): Unplaced => (atMs) => ({ kind: 'system', to, atMs })),
  fc.boolean().map((reachable): Unplaced => (atMs) => ({ kind: 'heard', reachable, atMs })),
)
const around = fc.tuple(fc.nat(4), fc.nat(4)).map(([quiet, waiting]) => ({ open: quiet + waiting, waiting }))
/** Some come late, from an offline desk. */
const runs = fc.array(fc.tuple(events, around, fc.integer({ min: -120_000, max: 120_000 })), { maxLength: 30 })

test('H5, M4: whatever happens in whatever order, nobody is left behind', () => {
  fc.assert(fc.property(state, runs, (first, steps) => {
    let now: Presence = { id: 'an', state: first, reason: null, sinceMs: 1_000_000, cause: 'agent', byId: null, untilMs: null, reachable: true }
    let atMs = 1_000_000
    for (const [place, there, gapMs] of steps) {
      atMs = Math.max(0, atMs + gapMs)
      const event = place(atMs)
      const step = stepPresence(now, event, there)
      if (!step.ok) continue
      const { next, changed, overtaken } = step
      expect(() => Presence.parse(next)).not.toThrow()
      expect(next.sinceMs).toBeGreaterThanOrEqual(now.sinceMs)
      if (next.state !== now.state) {
        expect(changed).toBe(true)
        if (next.state === 'off_duty') expect(there.open).toBe(0)
        const byThemselves = event.kind === 'roster' || (event.kind === 'set' && event.by === 'agent')
        if (byThemselves && !dutyOf(next).countsInLoad) expect(there.waiting).toBe(0)
      }
      if (!changed) expect({ ...next, reachable: now.reachable }).toEqual(now)
      if (overtaken) expect(next).toBe(now)
      if (event.kind === 'heard') expect({ ...now, reachable: event.reachable }).toEqual(next)
      now = next
    }
  }), { numRuns: 500 })
})

test('M5: whoever receives transfers takes new customers, and is heard of', () => {
  fc.assert(fc.property(state, fc.boolean(), (of, reachable) => {
    const duty = dutyOf({ state: of, reachable })
    expect(duty.mayReceiveTransfer).toBe(duty.takesNew)
    if (duty.takesNew) expect(reachable && duty.countsInLoad && !duty.autoReply).toBe(true)
  }))
})
