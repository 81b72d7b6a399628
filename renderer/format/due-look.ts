import type { Due } from '../../protocol/views.ts'

/** calm until two thirds of the time are gone (T8: until the nudge), then soon; late once missed. */
export type DueTone = 'calm' | 'soon' | 'late'

export type DueLook = {
  tone: DueTone
  /** What is left of the ring, 1 to 0. */
  left: number
  /** Whole seconds left, or past the due time when late. */
  seconds: number
  /** At most three signs, for the ring: `7`, `3m`, `+12`, `+2h`; the plus gives way to a second digit (`12m`), red says it. */
  ringText: string
}

const SOON_FROM = 2 / 3

/**
 * How a due looks at a moment. It steps with whole seconds, so that nothing is drawn between them.
 * @param nowMs server time
 */
export function dueLook(due: Pick<Due, 'startedAtMs' | 'dueAtMs' | 'soonAtMs'>, nowMs: number): DueLook {
  const total = Math.max(1, due.dueAtMs - due.startedAtMs)
  const leftMs = due.dueAtMs - nowMs
  if (leftMs <= 0) {
    const seconds = Math.floor(-leftMs / 1000)
    const span = shortSpan(seconds)
    return { tone: 'late', left: 0, seconds, ringText: span.length < 3 ? `+${span}` : span }
  }
  const seconds = Math.ceil(leftMs / 1000)
  const soonMs = due.soonAtMs === undefined ? total * (1 - SOON_FROM) : due.dueAtMs - due.soonAtMs
  return { tone: seconds * 1000 <= soonMs ? 'soon' : 'calm', left: Math.min(1, (seconds * 1000) / total), seconds, ringText: shortSpan(seconds) }
}

/** One number that changes exactly when the look changes: what a row listens to. */
export function dueSecond(due: Pick<Due, 'dueAtMs'>, nowMs: number): number {
  return Math.ceil((due.dueAtMs - nowMs) / 1000)
}

function shortSpan(seconds: number): string {
  if (seconds < 100) return String(seconds)
  if (seconds < 5940) return `${Math.floor(seconds / 60)}m`
  if (seconds < 360_000) return `${Math.floor(seconds / 3600)}h`
  return `${Math.min(99, Math.floor(seconds / 86_400))}d`
}
