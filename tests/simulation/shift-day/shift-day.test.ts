// A whole day of twenty agents on virtual time, over the same rules as the product's. Invariants, looked at after every step (checker.ts):
// - H5: nothing is open at somebody off duty; nobody waits longer than the grace for somebody at a meal, away, in training (M9) or not heard of
// - M4 to M7: nobody leaves a customer who waits; no transfer to who takes none; no third pass but a supervisor's; no second talk with a third agent
// - never two agents answer; a customer's wait never restarts; no promise is lost, on a list neither (H4, T8)
// - H2, H3, T5, T6: everything open is listed, goes to who works on, and is settled in time; H6: the counterpart comes first; H8: the last ones finish
// - M2: batches leave no skill or language empty; M3, H1: who goes has hung up; every change of presence is in the log
import { afterAll, expect, test } from 'vitest'
import { runDay } from './day.ts'
import { RULES } from './rules.ts'

const DAYS = 50
const totals: Record<string, number> = {}

test.each(Array.from({ length: DAYS }, (_, seed) => seed + 1))('M1 to M10, H1 to H8, T5, T6, L2, L3: a day by seed %i', (seed) => {
  const { violations, counts } = runDay(seed, RULES)
  expect(violations.slice(0, 5)).toEqual([])
  expect(counts.closed).toBe(2_000)
  expect([counts['lost desks'], counts.overruled]).toEqual([3, 2])
  for (const [what, count] of Object.entries(counts)) totals[what] = (totals[what] ?? 0) + count
})

// A rule that never came up was not tested.
afterAll(() => {
  const often = [
    'accepted', 'declined', 'expired', 'returned to sender', 'returned to queue', 'refused M4', 'refused M5', 'refused M6', 'refused M7', 'refused M2',
    'moved to another batch', 'presence refused M4', 'presence refused H5', 'let go', 'overtaken', 'late changes', 'late back', 'absent owner', 'auto-replied', 'reassigned',
    'handover shift_end', 'handover meeting', 'handover lost_desk', 'item confirmed', 'item escalated', 'item void', 'to the counterpart', 'to meal', 'to training', 'to away',
  ]
  expect(often.filter((what) => !totals[what])).toEqual([])
})
