import { expect, test } from 'vitest'
import { PRESENCE_STATES } from '../entities/plain-lists.ts'
import { presence } from '../roster/test-shifts.ts'
import { handBackAtMs } from './absent.ts'

const waits = { running: true, turn: { sinceMs: 100_000, greetingOnly: false, holdingAtMs: null, apologyAtMs: null } }

test('M9, H5, H6: who waits for somebody absent goes to others after the grace; a handover has its own limit (H3)', () => {
  const due = Object.fromEntries(PRESENCE_STATES.map((state) => [state, handBackAtMs(presence('an', state, 50_000), waits, 180)]))
  expect(due).toEqual({ online: null, hung_up: null, handover: null, meal: 280_000, training: 280_000, away: 280_000, off_duty: 280_000 })
})

test('M9: the grace begins when both wait and absence have begun', () => {
  expect(handBackAtMs(presence('an', 'meal', 150_000), waits, 180)).toBe(330_000)
  expect(handBackAtMs(null, waits, 180)).toBe(280_000)
})

test('M9: who does not wait stays', () => {
  expect(handBackAtMs(presence('an', 'meal', 0), { running: true, turn: null }, 180)).toBeNull()
  expect(handBackAtMs(presence('an', 'meal', 0), { ...waits, running: false }, 180)).toBeNull()
})
