import type { ReadDb, WriteDb } from '../handle.ts'

/** wait: it stays with the automatic reply. done: seen to in the other program. */
export type Decision = 'wait' | 'done'

/** What the agent decided about one conversation before leaving (M4, M10); null takes it back. @param atMs server time */
export function decide(db: WriteDb, conversationId: string, decision: Decision | null, atMs: number): void {
  if (decision === null) db.run('DELETE FROM leaving_decision WHERE conversation_id = ?', conversationId)
  else db.run(`INSERT INTO leaving_decision (conversation_id, decision, at_ms) VALUES (?, ?, ?)
    ON CONFLICT (conversation_id) DO UPDATE SET decision = excluded.decision, at_ms = excluded.at_ms`, conversationId, decision, atMs)
  db.touch('leaving_decision')
}

/** @returns decisions by conversation */
export function readDecisions(db: ReadDb): Map<string, Decision> {
  return new Map(db.all<{ id: string; decision: Decision }>('SELECT conversation_id AS id, decision FROM leaving_decision')
    .map(({ id, decision }) => [id, decision]))
}

/** Back at the desk: the next time everything is decided anew. */
export function forgetDecisions(db: WriteDb): void {
  if (db.run('DELETE FROM leaving_decision') > 0) db.touch('leaving_decision')
}
