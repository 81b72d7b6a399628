import type { Presence } from '../entities/people.ts'
import type { TimerState } from '../timers/state.ts'
import { dutyOf } from './presence.ts'

/**
 * When a customer who waits for somebody absent (meal, away, training, off duty) is given to others (epoch ms): `absentGraceSec` after both
 * the wait and the absence began. Null = nobody waits, or the owner is at work, a handover included (its own limit holds there: H3). (M9, H5, H6)
 * @param presence of the owner; null = never seen, which is off duty
 */
export function handBackAtMs(presence: Presence | null, timers: Pick<TimerState, 'running' | 'turn'>, absentGraceSec: number): number | null {
  if (dutyOf(presence).countsInLoad || !timers.running || !timers.turn) return null
  return Math.max(timers.turn.sinceMs, presence?.sinceMs ?? 0) + absentGraceSec * 1_000
}
