import { describe, expect, it } from 'vitest'
import { clockDueMs } from './clock-due.ts'

const zone = 'Asia/Shanghai'
const noon = Date.UTC(2026, 10, 21, 4, 0)

describe('a promise by the clock (T8)', () => {
  it('is today when the time is still to come, else tomorrow', () => {
    expect(clockDueMs('18:00', noon, zone)).toBe(noon + 6 * 3600_000)
    expect(clockDueMs('09:30', noon, zone)).toBe(noon + 21.5 * 3600_000)
    expect(clockDueMs('12:00', noon, zone)).toBe(noon + 24 * 3600_000)
  })
  it.each(['', '25:00', '9:30', 'x'])('is nothing for %j', text => { expect(clockDueMs(text, noon, zone)).toBeNull() })
})
