import { describe, expect, it } from 'vitest'
import { dueLook, dueSecond } from './due-look.ts'

const first = { startedAtMs: 100_000, dueAtMs: 115_000 }

describe('the ring of a due (T1: 15 s)', () => {
  it.each([
    [100_000, 'calm', '15', 1],
    [104_999, 'calm', '11', 11 / 15],
    [109_999, 'calm', '6', 6 / 15],
    [110_000, 'soon', '5', 5 / 15],
    [114_999, 'soon', '1', 1 / 15],
    [115_000, 'late', '+0', 0],
    [127_400, 'late', '+12', 0],
    [115_000 + 150_000, 'late', '+2m', 0],
    [115_000 + 3 * 3600_000, 'late', '+3h', 0],
    [115_000 + 12 * 60_000, 'late', '12m', 0],
    [115_000 + 200 * 86_400_000, 'late', '99d', 0],
  ] as const)('at %i ms it is %s and reads %s', (nowMs, tone, text, left) => {
    const look = dueLook(first, nowMs)
    expect([look.tone, look.ringText]).toEqual([tone, text])
    expect(look.left).toBeCloseTo(left, 5)
  })

  it('reads minutes for a long promise', () => {
    expect(dueLook({ startedAtMs: 0, dueAtMs: 600_000 }, 0).ringText).toBe('10m')
  })

  it('is read again only when the second changes', () => {
    expect(dueSecond(first, 104_001)).toBe(dueSecond(first, 104_999))
    expect(dueSecond(first, 105_000)).not.toBe(dueSecond(first, 104_999))
  })
})
