import type { Presence } from '../entities/people.ts'
import type { MealPlan, Shift } from '../entities/roster.ts'
import { figureOf } from '../figures/figures.ts'
import type { Given } from '../figures/figures.ts'
import { endOfWork, isWork, lastShift, mealOf } from './shift-times.ts'

/** What is due for an agent; `atMs`: when the meal, the meeting or the end is, or since when they are late. */
export interface Prompt {
  kind: 'meal' | 'shift_end' | 'meeting' | 'late_back'
  atMs: number
}

export interface Day {
  /** Of this person at least; of today and tomorrow. */
  shifts: readonly Shift[]
  mealPlans: readonly MealPlan[]
  presence: Presence | null
  figures: Given
  nowMs: number
  personId: string
}

const MINUTE_MS = 60_000
/** So long after the end it is no longer spoken of. */
const OVERTIME_MS = 4 * 60 * MINUTE_MS

const GONE: readonly Presence['state'][] = ['off_duty', 'handover']
/** Who handed over before a meeting comes back from it. */
const BREAK: readonly Presence['state'][] = ['meal', 'away', 'training', 'handover']

/**
 * What an agent should do now: come back (M9), else hang up and clear before the meal (M3), a meeting or the end of the shift (H1), whichever
 * comes first. Minutes before are the team's figures. Null = nothing is due.
 */
export function promptOf(day: Day): Prompt | null {
  const { presence, nowMs } = day
  if (presence && BREAK.includes(presence.state) && presence.untilMs !== null && presence.untilMs <= nowMs) return { kind: 'late_back', atMs: presence.untilMs }
  if (presence && GONE.includes(presence.state)) return null
  return [meal(day), meeting(day), shiftEnd(day)].filter((prompt) => prompt !== null).sort((a, b) => a.atMs - b.atMs)[0] ?? null
}

/** Online since then, and not only because the idle screen woke up. */
const cameOnline = ({ presence }: Day, sinceMs: number): boolean => presence?.state === 'online' && presence.sinceMs > sinceMs && presence.cause !== 'idle'

/** Back from it already; who came to help (L1) was called away from it. */
const wasThere = (day: Day, fromMs: number): boolean => cameOnline(day, fromMs) && day.presence?.cause !== 'help'

function meal(day: Day): Prompt | null {
  const mine = mealOf(day.mealPlans, day.personId, day.nowMs)
  if (!mine || day.presence?.state === 'meal' || wasThere(day, mine.fromMs)) return null
  return day.nowMs >= mine.fromMs - figureOf(day.figures, 'mealClearMin') * MINUTE_MS ? { kind: 'meal', atMs: mine.fromMs } : null
}

function meeting(day: Day): Prompt | null {
  if (day.presence?.state === 'training' || day.presence?.state === 'meal') return null
  const clearMs = figureOf(day.figures, 'handoverClearMin') * MINUTE_MS
  const next = day.shifts
    .filter((shift) => shift.personId === day.personId && shift.kind !== 'off' && !isWork(shift) && shift.fromMs - clearMs <= day.nowMs && day.nowMs < shift.toMs)
    .sort((a, b) => a.fromMs - b.fromMs)[0]
  return next && !wasThere(day, next.fromMs) ? { kind: 'meeting', atMs: next.fromMs } : null
}

function shiftEnd(day: Day): Prompt | null {
  const { shifts, personId, nowMs } = day
  const endMs = endOfWork(shifts, personId, nowMs) ?? overtimeSince(day)
  return endMs !== null && nowMs >= endMs - figureOf(day.figures, 'handoverClearMin') * MINUTE_MS ? { kind: 'shift_end', atMs: endMs } : null
}

/** The shift is over and the agent is still there: the end goes on being due, but for who came online again and so works on by choice. */
function overtimeSince(day: Day): number | null {
  const ended = day.presence ? lastShift(day.shifts, day.personId, day.nowMs)?.toMs : undefined
  return ended === undefined || day.nowMs - ended > OVERTIME_MS || cameOnline(day, ended) ? null : ended
}
