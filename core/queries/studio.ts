import type { ContentKind } from '../../domain/entities/release.ts'
import { unseenScripts } from '../../db/local/script-use.ts'
import { allChannels, allTeams, peopleNames } from '../../db/roster.ts'
import { allRows, pendingDrafts } from '../../db/scripts.ts'
import type { BriefingView, ReviewAsked, StudioItem, StudioView } from '../../protocol/script-views.ts'
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

/** Hours are parts of a channel, which has no version: the releases say which one is out; 0 = as the shop was set up. */
function hoursVersion({ db }: QueryContext, channelId: string): number {
  const items = allRows(db, 'release').filter(({ state }) => state === 'live' || state === 'undone').flatMap(release => release.items)
  return Math.max(0, ...items.filter(({ kind, id }) => kind === 'hours' && id === channelId).map(({ version }) => version))
}

/** What is live of a kind, as a row with a version. */
function liveRows(context: QueryContext, kind: ContentKind): { id: string; version: number; row: Record<string, unknown> }[] {
  const { db } = context
  if (kind === 'hours') {
    return allChannels(db).map(({ id, openingHours, automaticReply, closedNotice }) => ({ id, version: hoursVersion(context, id), row: { openingHours, automaticReply, closedNotice } }))
  }
  const rows = kind === 'script'
    // Of the readings only the title's: those of the body are half of what a window with 10,000 scripts would take in.
    ? allRows(db, 'script').filter(({ personId }) => personId === null).map(script => ({ ...script, pinyin: script.pinyin.split('\n', 1)[0] ?? '' }))
    : allRows(db, kind)
  return rows.map(row => ({ id: row.id, version: row.version, row }))
}

/** @returns what others have handed in, oldest first; figures and hours are called after their team and channel */
export function reviewsAsked({ db, me }: QueryContext): ReviewAsked[] {
  const names = new Map([...peopleNames(db), ...[...allTeams(db), ...allChannels(db)].map(({ id, name }) => [id, name] as const)])
  return allRows(db, 'content_draft').filter(draft => draft.state === 'in_review' && draft.authorId !== me.personId)
    .sort((a, b) => a.updatedAtMs - b.updatedAtMs)
    .map(({ id, kind, targetId, content, authorId, updatedAtMs }) => ({
      draftId: id, kind, targetId, title: titleOf(content) || (names.get(targetId) ?? ''), authorName: names.get(authorId) ?? '', atMs: updatedAtMs,
    }))
}

function titleOf(content: Record<string, unknown>): string {
  const wordings: unknown[] = Array.isArray(content['wordings']) ? content['wordings'] : []
  return [content['title'], content['question'], wordings[0]].find((one): one is string => typeof one === 'string') ?? ''
}

/** @returns what is live of a kind with every draft of it; drafts of something new come as items of their own */
export function studioView(context: QueryContext, kind: ContentKind): StudioView {
  const { db, me } = context
  const names = peopleNames(db)
  const pending = pendingDrafts(db)
  const items = new Map<string, StudioItem>(liveRows(context, kind).map(({ id, version, row }) => [id, { id, live: row, liveVersion: version, drafts: [] }]))
  for (const draft of allRows(db, 'content_draft').filter(one => one.kind === kind)) {
    const item = items.get(draft.targetId) ?? { id: draft.targetId, live: null, liveVersion: 0, drafts: [] }
    item.drafts.push({
      ...draft, authorName: names.get(draft.authorId) ?? '', mine: draft.authorId === me.personId, stale: draft.baseVersion !== item.liveVersion,
      pending: pending.has(draft.id),
    })
    items.set(draft.targetId, item)
  }
  const releases = allRows(db, 'release').sort((a, b) => b.publishAtMs - a.publishAtMs)
    .map(release => ({ ...release, authorName: names.get(release.authorId) ?? '' }))
  return { items: [...items.values()], releases }
}
