import { PROGRAM_ID, PROGRAM_NAME } from '../../domain/entities/plain-lists.ts'
import type { ContentKind, Release } from '../../domain/entities/release.ts'
import { allChannels, peopleNames } from '../../db/roster.ts'
import { allRows } from '../../db/scripts.ts'
import { draftStamps, isPendingDraft, releaseStamps, studioStamps, type StudioTable } from '../../db/studio-rows.ts'
import { readRow } from '../../db/synced/rows.ts'
import type { StudioChange, StudioItem } from '../../protocol/script-views.ts'
import type { QueryContext } from './context.ts'
import type { Since } from './live-queries.ts'

const TABLE_OF = {
  script: 'script', knowledge: 'knowledge', language_rule: 'language_rule', figures: 'figures', incident_plan: 'incident_plan', hours: 'channel',
} as const satisfies Record<ContentKind, StudioTable>

/** What the window has been told, each by a stamp that is another one after each change. */
type Told = {
  /** Of which file: another agent's is told as a whole. */
  db: QueryContext['db']
  live: Map<string, string>
  drafts: Map<string, { targetId: string; stamp: string }>
  releases: Map<string, string>
  names: Map<string, string>
  items: Set<string>
}

const nameOf = (names: ReadonlyMap<string, string>, id: string): string => id === PROGRAM_ID ? PROGRAM_NAME : names.get(id) ?? ''

/** @returns keys whose stamps differ, on whichever side they stand */
function differing(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] {
  return [...[...now].filter(([id, stamp]) => before.get(id) !== stamp).map(([id]) => id), ...[...before.keys()].filter(id => !now.has(id))]
}

/** Hours are parts of a channel, which has no version: the releases say which one is out; 0 = as the shop was set up. */
function hoursVersion({ db }: QueryContext, channelId: string): number {
  const items = allRows(db, 'release').filter(({ state }) => state === 'live' || state === 'undone').flatMap(release => release.items)
  return Math.max(0, ...items.filter(({ kind, id }) => kind === 'hours' && id === channelId).map(({ version }) => version))
}

/** What is live of one thing, as a row with a version. */
type LiveRow = { id: string; version: number; row: Record<string, unknown> }

function hoursRow(context: QueryContext, { id, openingHours, automaticReply, closedNotice }: ReturnType<typeof allChannels>[number]): LiveRow {
  return { id, version: hoursVersion(context, id), row: { openingHours, automaticReply, closedNotice } }
}

/** Of the readings only the title's: those of the body are half of what a window with 10,000 scripts would take in. */
function shownRow<R extends { id: string; version: number; pinyin?: string }>(row: R): LiveRow {
  return { id: row.id, version: row.version, row: row.pinyin === undefined ? row : { ...row, pinyin: row.pinyin.split('\n', 1)[0] ?? '' } }
}

function allLive(context: QueryContext, kind: ContentKind): LiveRow[] {
  if (kind === 'hours') return allChannels(context.db).map(channel => hoursRow(context, channel))
  if (kind === 'script') return allRows(context.db, 'script').filter(({ personId }) => personId === null).map(shownRow)
  return allRows(context.db, kind).map(shownRow)
}

function oneLive(context: QueryContext, kind: ContentKind, id: string): LiveRow | null {
  if (kind === 'hours') {
    const channel = readRow(context.db, 'channel', id)
    return channel && hoursRow(context, channel)
  }
  if (kind === 'script') {
    const script = readRow(context.db, 'script', id)
    return script?.personId === null ? shownRow(script) : null
  }
  const row = readRow(context.db, kind, id)
  return row && shownRow(row)
}

function itemOf({ db, me }: QueryContext, id: string, live: LiveRow | null, draftIds: readonly string[], names: Told['names']): StudioItem {
  const liveVersion = live?.version ?? 0
  return {
    id, live: live?.row ?? null, liveVersion, drafts: draftIds.flatMap(draftId => readRow(db, 'content_draft', draftId) ?? []).map(draft => ({
      ...draft, authorName: nameOf(names, draft.authorId), mine: draft.authorId === me.personId, stale: draft.baseVersion !== liveVersion,
      pending: isPendingDraft(db, draft.id),
    })),
  }
}

function withName(release: Release, names: Told['names']): StudioChange['releases'][number] {
  return { ...release, authorName: nameOf(names, release.authorId) }
}

function sameNames(before: Told['names'], now: Told['names']): boolean {
  return before.size === now.size && differing(before, now).length === 0
}

/**
 * What is live of a kind with every draft of it, and the releases: first all of it, then what has changed since. @param draftsOnly only things that
 * somebody is writing on @returns undefined when nothing of it has changed
 */
export function studioFeed(context: QueryContext, { kind, draftsOnly = false }: { kind: ContentKind; draftsOnly?: boolean | undefined }, { stale, memory }: Since): StudioChange | undefined {
  const { db } = context
  const known = memory.kept as Told | null
  const before = known?.db === db && stale !== null ? known : null
  const isStale = (...tables: string[]): boolean => before === null || tables.some(table => stale?.has(table))
  const names = isStale('person') ? peopleNames(db) : before?.names ?? new Map<string, string>()
  // A new name stands on drafts and releases everywhere: rare, and told as a whole.
  const whole = before === null || !sameNames(before.names, names)
  // A version of hours comes with its release.
  const now: Told = {
    db, names, items: new Set(before?.items),
    live: isStale(TABLE_OF[kind], ...kind === 'hours' ? ['release'] : []) || !before ? studioStamps(db, TABLE_OF[kind]) : before.live,
    drafts: isStale('content_draft') || !before ? new Map(draftStamps(db, kind).map(({ id, targetId, stamp }) => [id, { targetId, stamp }])) : before.drafts,
    releases: isStale('release') || !before ? releaseStamps(db) : before.releases,
  }
  memory.kept = now
  const draftsOf = new Map<string, string[]>()
  for (const [id, { targetId }] of now.drafts) draftsOf.set(targetId, [...draftsOf.get(targetId) ?? [], id])
  if (whole) return wholeOf(context, kind, now, draftsOf, draftsOnly)

  const stampsOf = (drafts: Told['drafts']): Map<string, string> => new Map([...drafts].map(([id, { stamp }]) => [id, stamp]))
  const changedDrafts = now.drafts === before.drafts ? [] : differing(stampsOf(before.drafts), stampsOf(now.drafts))
  const touched = new Set([
    ...now.live === before.live ? [] : kind === 'hours' ? [...before.live.keys(), ...now.live.keys()] : differing(before.live, now.live),
    ...changedDrafts.flatMap(id => [before.drafts.get(id)?.targetId ?? [], now.drafts.get(id)?.targetId ?? []].flat()),
  ])
  const isShown = (id: string): boolean => draftsOf.has(id) || (!draftsOnly && now.live.has(id))
  const shown = [...touched].filter(isShown)
  const gone = [...touched].filter(id => !isShown(id) && now.items.has(id))
  for (const id of shown) now.items.add(id)
  for (const id of gone) now.items.delete(id)
  const changedReleases = now.releases === before.releases ? [] : differing(before.releases, now.releases)
  if (shown.length === 0 && gone.length === 0 && changedReleases.length === 0) return undefined
  return {
    whole: false, goneItems: gone, goneReleases: changedReleases.filter(id => !now.releases.has(id)),
    items: shown.map(id => itemOf(context, id, oneLive(context, kind, id), draftsOf.get(id) ?? [], names)),
    releases: changedReleases.flatMap(id => readRow(db, 'release', id) ?? []).map(release => withName(release, names)),
  }
}

function wholeOf(context: QueryContext, kind: ContentKind, now: Told, draftsOf: ReadonlyMap<string, string[]>, draftsOnly: boolean): StudioChange {
  const live = new Map(draftsOnly ? [...draftsOf.keys()].flatMap(id => oneLive(context, kind, id) ?? []).map(row => [row.id, row]) : allLive(context, kind).map(row => [row.id, row]))
  const ids = [...live.keys(), ...[...draftsOf.keys()].filter(id => !live.has(id))]
  now.items = new Set(ids)
  return {
    whole: true, goneItems: [], goneReleases: [],
    items: ids.map(id => itemOf(context, id, live.get(id) ?? null, draftsOf.get(id) ?? [], now.names)),
    releases: allRows(context.db, 'release').map(release => withName(release, now.names)),
  }
}
