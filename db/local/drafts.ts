import type { InsertedScript } from '../../domain/entities/inserted-script.ts'
import type { ReadDb, WriteDb } from '../handle.ts'

/** Kept apart from the first key on: what was typed as an internal note is never read as a reply. */
export type DraftKind = 'reply' | 'note'
export type Draft = { body: string; attachmentIds: string[]; inserted: InsertedScript[] }

/** A draft without text and pictures is deleted. Drafts are local and no mutations. @param atMs server time */
export function saveDraft(db: WriteDb, conversationId: string, kind: DraftKind, { body, attachmentIds, inserted }: Draft, atMs: number): void {
  const had = db.get('SELECT 1 FROM draft WHERE conversation_id = ? AND kind = ?', conversationId, kind) !== undefined
  const empty = body === '' && attachmentIds.length === 0
  if (empty) db.run('DELETE FROM draft WHERE conversation_id = ? AND kind = ?', conversationId, kind)
  else db.run(`INSERT INTO draft (conversation_id, kind, body, attachment_ids, inserted, at_ms) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (conversation_id, kind) DO UPDATE SET body = excluded.body, attachment_ids = excluded.attachment_ids, inserted = excluded.inserted,
    at_ms = excluded.at_ms`,
    conversationId, kind, body, JSON.stringify(attachmentIds), JSON.stringify(inserted), atMs)
  // Only the mark in the list depends on it: a key press does not make every list stale.
  if (had === empty) db.touch('draft')
}

/** @returns '' and no pictures when there is none */
export function readDraft(db: ReadDb, conversationId: string, kind: DraftKind): Draft {
  const row = db.get<{ body: string; ids: string; inserted: string }>(
    'SELECT body, attachment_ids AS ids, inserted FROM draft WHERE conversation_id = ? AND kind = ?', conversationId, kind)
  return row ? { body: row.body, attachmentIds: JSON.parse(row.ids) as string[], inserted: JSON.parse(row.inserted) as InsertedScript[] }
    : { body: '', attachmentIds: [], inserted: [] }
}

/** @returns conversations with a draft */
export function draftConversations(db: ReadDb): Set<string> {
  return new Set(db.all<{ id: string }>('SELECT DISTINCT conversation_id AS id FROM draft').map(({ id }) => id))
}
