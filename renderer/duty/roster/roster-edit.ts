import type { Shift, ShiftKind } from '../../../domain/entities/roster.ts'
import { addDays, dateAt, minuteAt, zonedMs } from '../../../domain/roster/zoned.ts'

/** A shift as roster.put takes it; id null = a new one. */
export type ShiftDraft = Omit<Shift, 'id'> & { id: string | null }

const DAY_MIN = 1_440

/** Days from one date to a later one. */
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** When a shift begins and ends by the wall clock, in minutes of the day it belongs to: 30:00 (1800) is six in the next morning. */
export function minutesOf({ date, fromMs, toMs }: Pick<Shift, 'date' | 'fromMs' | 'toMs'>, timeZone: string): { from: number; to: number } {
  const minute = (ms: number) => daysBetween(date, dateAt(ms, timeZone)) * DAY_MIN + minuteAt(ms, timeZone)
  return { from: minute(fromMs), to: minute(toMs) }
}

/** The same shift for somebody, on a day, at the same times of the wall clock. */
export function shiftFor<S extends ShiftDraft>(shift: S, personId: string, date: string, timeZone: string): S {
  const { from, to } = minutesOf(shift, timeZone)
  return { ...shift, personId, date, fromMs: zonedMs(date, from, timeZone), toMs: zonedMs(date, to, timeZone) }
}

/** A copy of somebody's shift, not yet saved. The duty of the day stays with the one it was copied from. */
export function copyFor(shift: Shift, personId: string, date: string, timeZone: string): ShiftDraft {
  return shiftFor({ ...shift, id: null, duty: shift.duty && shift.date !== date }, personId, date, timeZone)
}

/** The shifts of a week as drafts of the week that begins at `monday`. */
export function copiedWeek(shifts: readonly Shift[], monday: string, days: number, timeZone: string): ShiftDraft[] {
  return shifts.map(shift => shiftFor({ ...shift, id: null }, shift.personId, addDays(shift.date, days), timeZone)).filter(({ date }) => date >= monday)
}

const STANDARD: Record<ShiftKind, { from: number; to: number }> = {
  day: { from: 480, to: 960 }, mid: { from: 720, to: 1_200 }, night: { from: 1_320, to: 1_800 }, meeting: { from: 600, to: 660 }, training: { from: 840, to: 960 }, off: { from: 0, to: DAY_MIN },
}

/** The times most shifts of a kind have here, in minutes of the day: what a new one begins with. */
export function usualTimes(shifts: readonly Shift[], kind: ShiftKind, timeZone: string): { from: number; to: number } {
  if (kind === 'off') return STANDARD.off
  const counts = new Map<string, { n: number; times: { from: number; to: number } }>()
  for (const shift of shifts) {
    if (shift.kind !== kind) continue
    const times = minutesOf(shift, timeZone)
    const key = `${times.from} ${times.to}`
    counts.set(key, { n: (counts.get(key)?.n ?? 0) + 1, times })
  }
  return [...counts.values()].sort((a, b) => b.n - a.n)[0]?.times ?? STANDARD[kind]
}
