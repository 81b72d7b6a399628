import { unseenScripts } from '../../db/local/script-use.ts'
import { allRows } from '../../db/scripts.ts'
import type { BriefingView } from '../../protocol/script-views.ts'
import { isSeen } from '../../domain/palette/palette-index.ts'
import type { QueryContext } from './context.ts'

const RECENT = 30

/** @returns releases to confirm, incidents that are on, and what is new */
export function briefingView({ db, me, nowMs }: QueryContext): BriefingView {
  const mine = new Set(me.teamIds)
  const forMe = ({ teamIds }: { teamIds: string[] }): boolean => teamIds.length === 0 || teamIds.some(id => mine.has(id))
  const read = new Set(allRows(db, 'release_read').filter(({ personId }) => personId === me.personId).map(({ releaseId }) => releaseId))
  const out = allRows(db, 'release').filter(release => release.state === 'live' && forMe(release))
    .sort((a, b) => (b.publishedAtMs ?? 0) - (a.publishedAtMs ?? 0))
  return {
    unread: out.filter(({ id, mustRead, authorId }) => mustRead && !read.has(id) && authorId !== me.personId).reverse(),
    recent: out.slice(0, RECENT),
    incidents: allRows(db, 'incident_plan').filter(plan => plan.activeSinceMs !== null && forMe(plan)),
    changedScripts: unseenScripts(db).filter(card => isSeen(card, { nowMs, stage: null, scene: null, teamIds: me.teamIds, channelId: null, tier: null })).length,
  }
}
