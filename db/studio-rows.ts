import type { EntityName } from '../domain/entities/entity.ts'
import type { ContentDraft } from '../domain/entities/release.ts'
import type { ReadDb } from './handle.ts'
import { columnList } from './synced/columns.ts'
import { decode, type SqlRow } from './synced/rows.ts'

/** Tables of what supervisors publish; the stamp of a row is another one after each change of what the studio shows of it. */
const STAMPS = {
  script: "version || ':' || updated_at_ms || ':' || pending", knowledge: "version || ':' || updated_at_ms || ':' || pending",
  language_rule: "version || ':' || updated_at_ms", figures: "version || ':' || updated_at_ms",
  incident_plan: "version || ':' || updated_at_ms || ':' || ifnull(active_since_ms, '') || ':' || ifnull(activated_by_id, '')",
  channel: "opening_hours || char(10) || ifnull(automatic_reply, char(0)) || char(10) || ifnull(closed_notice, char(0))",
} as const satisfies { [N in EntityName]?: string }
export type StudioTable = keyof typeof STAMPS

/** @returns id and stamp of every row, by id; personal scripts are their agents' */
export function studioStamps(db: ReadDb, table: StudioTable): Map<string, string> {
  const own = table === 'script' ? 'WHERE person_id IS NULL' : ''
  return new Map(db.all<{ id: string; stamp: string }>(`SELECT id, ${STAMPS[table]} AS stamp FROM ${table}_view ${own} ORDER BY id`).map(({ id, stamp }) => [id, stamp]))
}

/** @returns the drafts of a kind. Written again, a draft has a later time, here (core/replay) and at the server: its text need not be read */
export function draftStamps(db: ReadDb, kind: string): { id: string; targetId: string; stamp: string }[] {
  return db.all(`SELECT id, target_id AS targetId, base_version || ':' || action || ':' || author_id || ':' || state || ':' || ifnull(reviewer_id, '') || ':' ||
    updated_at_ms || ':' || pending || ':' || ifnull(review_note, '') AS stamp FROM content_draft_view WHERE kind = ? ORDER BY id`, kind)
}

/** @returns id and stamp of every release; what it holds does not change once it is made */
export function releaseStamps(db: ReadDb): Map<string, string> {
  return new Map(db.all<{ id: string; stamp: string }>(`SELECT id, state || ':' || publish_at_ms || ':' || ifnull(published_at_ms, '') || ':' || item_count || ':' ||
    author_id || ':' || must_read || ':' || title || char(10) || note AS stamp FROM release_view ORDER BY id`).map(({ id, stamp }) => [id, stamp]))
}

/** @returns whether a draft still waits in the outbox */
export function isPendingDraft(db: ReadDb, id: string): boolean {
  return db.get('SELECT 1 FROM content_draft_view WHERE id = ? AND pending = 1', id) !== undefined
}

/** @returns the drafts that a person is writing of these things, by thing; the newest, should two desks have begun one each */
export function allOfMine(db: ReadDb, personId: string, targetIds: readonly string[]): Map<string, ContentDraft> {
  return new Map(db.all<SqlRow>(`SELECT ${columnList('content_draft')} FROM content_draft_view
    WHERE author_id = ? AND target_id IN (SELECT value FROM json_each(?)) ORDER BY updated_at_ms, id`, personId, JSON.stringify(targetIds))
    .map(row => decode('content_draft', row)).map(draft => [draft.targetId, draft]))
}
