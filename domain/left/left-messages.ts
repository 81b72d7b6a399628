import type { Conversation } from '../entities/conversation.ts'
import type { Shift } from '../entities/roster.ts'
import { holds } from '../roster/shift-times.ts'

type Left = Pick<Conversation, 'id' | 'lastMessageAtMs'>
type Stretch = Pick<Shift, 'kind' | 'fromMs' | 'toMs'>
export type LeftQuestion = {
  /** When the message was left (epoch ms). */
  leftAtMs: number
  nowMs: number
  /** Of who wants to answer. */
  mine: readonly Stretch[]
  /** Of the whole team, around the time it was left. */
  team: readonly Stretch[]
}

const isDay = ({ kind }: Stretch): boolean => kind === 'day' || kind === 'mid'

/**
 * D11: whether somebody may answer a left message now. The night shift leaves alone what came while a day shift ran: that stays on the day
 * list. The day shift answers everything, and so does who has no shift now (no roster, no rule).
 * @returns the rule that forbids it, or null
 */
export function leftRefusal({ leftAtMs, nowMs, mine, team }: LeftQuestion): 'D11' | null {
  const now = mine.filter((shift) => holds(shift, nowMs))
  const onNight = now.some(({ kind }) => kind === 'night') && !now.some(isDay)
  return onNight && team.some((shift) => isDay(shift) && holds(shift, leftAtMs)) ? 'D11' : null
}

/** D11: the list of left messages, oldest first; the id parts equals. */
export function compareLeft(a: Left, b: Left): number {
  return a.lastMessageAtMs - b.lastMessageAtMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
