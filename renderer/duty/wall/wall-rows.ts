import type { WallView } from '../../../protocol/shift-views.ts'

export type WallPerson = WallView['people'][number]
export type WallShow = 'all' | 'duty' | 'alert'
export type WallSort = 'name' | 'state' | 'open' | 'waiting' | 'due' | 'first' | 'average' | 'missed'

/** At work, whatever they do just now. */
export const isOnDuty = ({ state }: WallPerson): boolean => state !== 'off_duty'

/** M9: away longer than was said. */
export const lateMs = ({ state, untilMs }: WallPerson, nowMs: number): number =>
  untilMs !== null && (state === 'meal' || state === 'away' || state === 'training') ? Math.max(0, nowMs - untilMs) : 0

/** Somebody to look at: lost, back late, a customer beyond the due time, customers waiting for somebody who is not there. */
export function isAlert(person: WallPerson, nowMs: number): boolean {
  const { state, reachable, waiting, open, nearestDueAtMs } = person
  if (state === 'off_duty') return open > 0
  return !reachable || lateMs(person, nowMs) > 0 || (nearestDueAtMs !== null && nearestDueAtMs <= nowMs) || (waiting > 0 && (state === 'meal' || state === 'away' || state === 'training'))
}

/** Nobody first, in the order of what a supervisor does about it. */
const STATES = ['away', 'meal', 'training', 'handover', 'hung_up', 'online', 'off_duty'] as const
const LAST = Number.MAX_SAFE_INTEGER

const KEYS: Record<Exclude<WallSort, 'name'>, (person: WallPerson) => number> = {
  state: ({ state, reachable }) => reachable || state === 'off_duty' ? STATES.indexOf(state) + 1 : 0,
  open: ({ open }) => -open,
  waiting: ({ waiting }) => -waiting,
  due: ({ nearestDueAtMs }) => nearestDueAtMs ?? LAST,
  first: ({ firstReplyMs }) => firstReplyMs === null ? LAST : -firstReplyMs,
  average: ({ averageReplyMs }) => averageReplyMs === null ? LAST : -averageReplyMs,
  missed: ({ missed }) => -missed,
}

/** The rows to show. What is worst stands on top; who is off duty last; of equals by name. */
export function shownRows(people: readonly WallPerson[], show: WallShow, text: string, sort: WallSort, nowMs: number, collator: Intl.Collator): WallPerson[] {
  const wanted = text.trim().toLocaleLowerCase()
  const rows = people.filter(person => (show === 'all' || (show === 'duty' ? isOnDuty(person) : isAlert(person, nowMs))) && person.name.toLocaleLowerCase().includes(wanted))
  const key = sort === 'name' ? () => 0 : KEYS[sort]
  return rows.sort((a, b) => Number(isOnDuty(b)) - Number(isOnDuty(a)) || key(a) - key(b) || collator.compare(a.name, b.name))
}

/** The same rows in the order they stood in before: nothing moves under the pointer. New ones come last. */
export function heldOrder(rows: readonly WallPerson[], order: readonly string[]): WallPerson[] {
  const places = new Map(order.map((id, at) => [id, at]))
  return [...rows].sort((a, b) => (places.get(a.personId) ?? LAST) - (places.get(b.personId) ?? LAST))
}
