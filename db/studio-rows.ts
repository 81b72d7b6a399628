import type { EntityName } from '../domain/entities/entity.ts'
import type { ReadDb } from './handle.ts'

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

/** @returns the drafts of a kind with all that is written in them, as they stand in the file: another text after each change */
export function draftStamps(db: ReadDb, kind: string): { id: string; targetId: string; stamp: string }[] {
  return db.all(`SELECT id, target_id AS targetId, base_version || ':' || action || ':' || author_id || ':' || state || ':' || ifnull(reviewer_id, '') || ':' ||
    updated_at_ms || ':' || pending || ':' || ifnull(review_note, '') || char(10) || content AS stamp FROM content_draft_view WHERE kind = ? ORDER BY id`, kind)
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
