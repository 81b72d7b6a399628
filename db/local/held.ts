import { mustChange, type ReadDb, type WriteDb } from '../handle.ts'

/** A message that can still be taken back. It has no mutation id yet. Times: server time, epoch ms. */
export type Held = { messageId: string; conversationId: string; args: unknown; atMs: number; releaseAtMs: number }

type Sql = { message_id: string; conversation_id: string; args: string; at_ms: number; release_at_ms: number }
const COLUMNS = 'message_id, conversation_id, args, at_ms, release_at_ms'
const toHeld = (sql: Sql): Held => ({
  messageId: sql.message_id, conversationId: sql.conversation_id, args: JSON.parse(sql.args) as unknown, atMs: sql.at_ms,
  releaseAtMs: sql.release_at_ms,
})

export function _hold(db: WriteDb, held: Held): void {
  mustChange(db.run(`INSERT INTO held (${COLUMNS}) VALUES (?, ?, ?, ?, ?)`,
    held.messageId, held.conversationId, JSON.stringify(held.args), held.atMs, held.releaseAtMs), 1, 'held')
  db.touch('held')
}

/** @returns held messages in the order they were written */
export function readHeld(db: ReadDb): Held[] {
  return db.all<Sql>(`SELECT ${COLUMNS} FROM held ORDER BY rowid`).map(toHeld)
}

/** Lets go of one. @returns it, null when it is not held any more */
export function _unhold(db: WriteDb, messageId: string): Held | null {
  const sql = db.get<Sql>(`SELECT ${COLUMNS} FROM held WHERE message_id = ?`, messageId)
  if (!sql) return null
  mustChange(db.run('DELETE FROM held WHERE message_id = ?', messageId), 1, 'held')
  db.touch('held')
  return toHeld(sql)
}
