import { DateTime } from 'luxon'

/**
 * The next moment the clock shows this time: today, else tomorrow.
 * @param clock `HH:MM`; @returns epoch ms, null when it is no time
 */
export function clockDueMs(clock: string, nowMs: number, zone: string): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(clock)
  if (!match) return null
  const now = DateTime.fromMillis(nowMs, { zone })
  const today = now.set({ hour: Number(match[1]), minute: Number(match[2]), second: 0, millisecond: 0 })
  return (today.toMillis() > nowMs ? today : today.plus({ days: 1 })).toMillis()
}
