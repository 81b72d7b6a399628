import type { ChannelKind, Team, TimerPolicy } from '../entities/team.ts'
import { timersFrom } from '../figures/figures.ts'

/** The figures that hold for what began at a time (epoch ms). */
export type PolicyAt = (startedAtMs: number) => TimerPolicy

const STANDARD = timersFrom(null)
/** So many changes are remembered: what began before the oldest of them runs by that one. */
const KEPT = 40

/**
 * The figures a conversation of this team runs by. A change takes effect for new dues only: what began before it keeps the figures it began
 * with, on every desk and the server alike, since both look at when it began.
 * @param team null: not known here (yet), standards hold
 */
export function policyOf(team: Pick<Team, 'timers' | 'timersBefore'> | null | undefined, channel: ChannelKind): PolicyAt {
  const before = [...(team?.timersBefore ?? [])].sort((a, b) => a.untilMs - b.untilMs)
  const now = ofChannel({ ...STANDARD, ...team?.timers }, channel)
  return (startedAtMs) => {
    const then = before.find(({ untilMs }) => startedAtMs < untilMs)
    return then ? ofChannel({ ...STANDARD, ...then.timers }, channel) : now
  }
}

/**
 * T9: other channels have their own. A call is answered within its rings; who writes a letter waits for no holding line, is no silent visitor, and is
 * answered in hours in a handover and at peak, too. */
function ofChannel(timers: TimerPolicy, channel: ChannelKind): TimerPolicy {
  if (channel === 'phone') return { ...timers, firstReplySec: timers.phoneRings * timers.phoneRingSec }
  if (channel !== 'mail' && channel !== 'social') return timers
  const replySec = (channel === 'mail' ? timers.mailReplyHours : timers.socialReplyHours) * 3_600
  return {
    ...timers, firstReplySec: replySec, averageReplySec: replySec, handoverReplySec: replySec, peakReplySec: replySec,
    holdingSec: Infinity, apologySec: Infinity, silenceAskSec: Infinity, silenceCloseSec: Infinity, handoverLimitMin: Infinity,
  }
}

/** A team whose timers change at a moment: what runs keeps those it began with. The same timers change nothing. */
export function withTimers<T extends Pick<Team, 'timers' | 'timersBefore'>>(team: T, timers: TimerPolicy, nowMs: number): T {
  const before = { ...STANDARD, ...team.timers }
  const keys = Object.keys(STANDARD) as (keyof TimerPolicy)[]
  if (keys.every((key) => before[key] === timers[key])) return { ...team, timers }
  // Figures that held for no time at all (two changes in the same moment) are nobody's.
  if (team.timersBefore.some(({ untilMs }) => untilMs === nowMs)) return { ...team, timers }
  return { ...team, timers, timersBefore: [{ untilMs: nowMs, timers: before }, ...team.timersBefore].slice(0, KEPT) }
}
