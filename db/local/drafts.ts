import type { ReadDb, WriteDb } from '../handle.ts'

/** An empty body deletes the draft. Drafts are local and no mutations. */
export function saveDraft(db: WriteDb, conversationId: string, body: string, atMs: number): void {
  const had = db.get('SELECT 1 FROM draft WHERE conversation_id = ?', conversationId) !== undefined
  if (body === '') db.run('DELETE FROM draft WHERE conversation_id = ?', conversationId)
  else db.run(`INSERT INTO draft (conversation_id, body, at_ms) VALUES (?, ?, ?)
    ON CONFLICT (conversation_id) DO UPDATE SET body = excluded.body, at_ms = excluded.at_ms`, conversationId, body, atMs)
  // Only the mark in the list depends on it: a key press does not make every list stale.
  if (had !== (body !== '')) db.touch('draft')
}

/** @returns '' when there is none */
export function readDraft(db: ReadDb, conversationId: string): string {
  return db.get<{ body: string }>('SELECT body FROM draft WHERE conversation_id = ?', conversationId)?.body ?? ''
}

/** @returns conversations with a draft */
export function draftConversations(db: ReadDb): Set<string> {
  return new Set(db.all<{ id: string }>('SELECT conversation_id AS id FROM draft').map(({ id }) => id))
}
