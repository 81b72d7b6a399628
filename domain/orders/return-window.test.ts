import { describe, expect, it } from 'vitest'
import { returnDaysLeft } from './return-window.ts'

const day = 86_400_000
describe('return window (K13: 7 days from delivery)', () => {
  it.each([
    [0, 7], [1, 7], [day, 6], [6 * day, 1], [7 * day - 1, 1], [7 * day, 0], [30 * day, 0],
  ])('%i ms after delivery %i days are left', (since, left) => {
    expect(returnDaysLeft({ state: 'delivered', deliveredAtMs: 100 }, 100 + since)).toBe(left)
  })
  it('is none before delivery or after a refund', () => {
    expect(returnDaysLeft({ state: 'shipped', deliveredAtMs: null }, 0)).toBeNull()
    expect(returnDaysLeft({ state: 'refunded', deliveredAtMs: 5 }, 5)).toBeNull()
  })
})
