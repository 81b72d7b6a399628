import type { Presence } from '../entities/people.ts'
import type { Shift } from '../entities/roster.ts'
import { byTime, endOfWork, isWork, lastShift } from './shift-times.ts'

/** Somebody who could take a list over. */
export interface Colleague {
  personId: string
  active: boolean
  teamIds: readonly string[]
  skills: readonly string[]
  languages: readonly string[]
  /** Null = never seen. */
  presence: Presence | null
  /** Open conversations held now. */
  load: number
}

/** `shiftFromMs`: when the shift begins that they take over in; null = there without a roster. */
export interface Counterpart {
  personId: string
  shiftFromMs: number | null
}

/** So soon after the end of a shift the next one counts as following it. */
const FOLLOWS_MS = 30 * 60_000

/** The shift of somebody else that goes on after `endMs`: one that holds it, else one that begins soon. Of `date` also one that begins later. */
function following(shifts: readonly Shift[], personId: string, endMs: number, date?: string): Shift | null {
  return shifts
    .filter((shift) => shift.personId === personId && isWork(shift) && shift.toMs > endMs && (shift.fromMs <= endMs + FOLLOWS_MS || shift.date === date))
    .sort(byTime)[0] ?? null
}

/** The shift that runs, or the last that ended. */
function shiftLeft(shifts: readonly Shift[], personId: string, nowMs: number): { endMs: number; teamId: string; date: string } | null {
  const endMs = endOfWork(shifts, personId, nowMs) ?? lastShift(shifts, personId, nowMs)?.toMs
  const shift = shifts.find((one) => one.personId === personId && isWork(one) && one.toMs === endMs)
  return shift && endMs !== undefined ? { endMs, teamId: shift.teamId, date: shift.date } : null
}

/**
 * H8: whether nobody of the team works on after the person's shift that runs (or was the last): no counterpart comes, so all is finished
 * before sign-off. Without a roster for the person nothing is known, and that is no.
 */
export function isLastOfDay(shifts: readonly Shift[], personId: string, nowMs: number): boolean {
  const mine = shiftLeft(shifts, personId, nowMs)
  if (!mine) return false
  const others = new Set(shifts.filter((shift) => shift.teamId === mine.teamId && shift.personId !== personId).map((shift) => shift.personId))
  return ![...others].some((other) => following(shifts.filter(({ teamId }) => teamId === mine.teamId), other, mine.endMs, mine.date) !== null)
}

const present = ({ presence }: Colleague): boolean => presence?.state === 'online' && presence.reachable

/**
 * H2: who may take the list of somebody who leaves at `leavesAtMs` (end of the shift, beginning of a meeting, now), best first: who is there
 * or comes, covers most of the leaver's skills and languages, takes customers now, whose shift begins nearest to that moment (the other
 * shift before one's own), with the fewest conversations; the id parts equals. Who is at the desk without a roster comes last.
 * @param people the leaver and the colleagues
 */
export function counterparts(
  { shifts, people, personId, leavesAtMs }: { shifts: readonly Shift[]; people: readonly Colleague[]; personId: string; leavesAtMs: number },
): Counterpart[] {
  const leaver = people.find((one) => one.personId === personId)
  if (!leaver) return []
  const covers = (one: Colleague): number =>
    leaver.skills.filter((skill) => one.skills.includes(skill)).length + leaver.languages.filter((language) => one.languages.includes(language)).length
  return people
    .filter((one) => one.personId !== personId && one.active && one.teamIds.some((team) => leaver.teamIds.includes(team)))
    .map((one) => ({ one, shiftFromMs: following(shifts, one.personId, leavesAtMs)?.fromMs ?? null }))
    .filter(({ one, shiftFromMs }) => shiftFromMs !== null || present(one))
    .sort((a, b) =>
      Number(a.shiftFromMs === null) - Number(b.shiftFromMs === null) ||
      covers(b.one) - covers(a.one) ||
      Number(present(b.one)) - Number(present(a.one)) ||
      Math.abs((a.shiftFromMs ?? 0) - leavesAtMs) - Math.abs((b.shiftFromMs ?? 0) - leavesAtMs) ||
      a.one.load - b.one.load ||
      (a.one.personId < b.one.personId ? -1 : 1))
    .map(({ one, shiftFromMs }) => ({ personId: one.personId, shiftFromMs }))
}
