import { noticesSince } from '../../../db/notices.ts'
import { allTeams, peopleNames } from '../../../db/roster.ts'
import type { NoticesView } from '../../../protocol/shift-views.ts'
import type { QueryContext } from '../context.ts'

const DAY_MS = 24 * 3_600_000
const MOST = 100

/** @returns what the agent has not seen and what came within a day, newest first, with the names of the people and teams in it */
export function noticesView({ db, me, nowMs }: QueryContext): NoticesView {
  const found = noticesSince(db, nowMs - DAY_MS, MOST).filter(({ personId }) => personId === me.personId)
  if (found.length === 0) return []
  const names = new Map([...peopleNames(db), ...allTeams(db).map(({ id, name }) => [id, name] as const)])
  return found.map(notice => {
    const named = Object.values(notice.params).flatMap(value => {
      const name = typeof value === 'string' ? names.get(value) : undefined
      return name === undefined ? [] : [[String(value), name] as const]
    })
    return { ...notice, names: Object.fromEntries(named) }
  })
}
