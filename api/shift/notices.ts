import type { Shift } from '../../domain/entities/roster.ts'
import { newNotice } from '../duty/notices.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { listEntities } from '../store/entities.ts'

/** Of a notice that replaces the one before it: one a person, and for a meal one a person and meal. */
const rosterNotice = (personId: string): string => `roster:${personId}`
export const mealNotice = (personId: string, date: string, meal: string): string => `meal:${date}:${meal}:${personId}`

/**
 * Tells people that their shifts changed: one open notice each, with how many did and the first day. What they have not seen yet is counted on.
 * @param changed what was and what is of each shift that changed; what is over already is not spoken of
 * @param byId who did it, and need not be told
 */
export async function tellRosterChanged(changes: ChangeSet, changed: readonly Shift[], byId: string, nowMs: number): Promise<void> {
  const news = Map.groupBy(changed.filter(({ personId, toMs }) => personId !== byId && toMs > nowMs), ({ personId }) => personId)
  const people = [...news.keys()].sort()
  const before = await listEntities(changes, 'notice', { id: people.map(rosterNotice) }, { lock: true })
  const unseen = new Map(before.filter(({ seenAtMs }) => seenAtMs === null).map((notice) => [notice.personId, notice.params]))
  await changes.putMany('notice', people.map((personId) => {
    const shifts = news.get(personId) ?? []
    const params = unseen.get(personId)
    const date = [...shifts.map((shift) => shift.date), ...params ? [String(params['date'])] : []].sort()[0] ?? ''
    return newNotice(rosterNotice(personId), personId, 'roster', { date, count: new Set(shifts.map(({ id }) => id)).size + Number(params?.['count'] ?? 0) }, nowMs)
  }))
}
