import type { Message } from '../domain/entities/conversation.ts'
import type { ReadDb } from './handle.ts'
import { columnList } from './synced/columns.ts'
import { decode, type SqlRow } from './synced/rows.ts'

const COLUMNS = columnList('message')
/** A message as read on a desk: `position` is null while the server has not accepted it. */
export type DeskMessage = Omit<Message, 'position'> & { position: number | null }

/** @returns the newest `limit` accepted messages of a thread, oldest first */
export function thread(db: ReadDb, conversationId: string, limit: number): DeskMessage[] {
  return db.all<SqlRow>(`SELECT ${COLUMNS} FROM message WHERE conversation_id = ?
    AND id NOT IN (SELECT id FROM message_local) ORDER BY position DESC LIMIT ?`, conversationId, limit)
    .map(row => decode('message', row)).reverse()
}

/** @returns the newest `limit` messages of a thread with something pending over them, in the order written */
export function pendingMessages(db: ReadDb, conversationId: string, limit: number): DeskMessage[] {
  // Mostly there is none, and to make ready for sorting takes longer than to look.
  if (!db.get('SELECT 1 FROM message_local WHERE conversation_id = ? LIMIT 1', conversationId)) return []
  return db.all<SqlRow>(`SELECT ${COLUMNS} FROM message_local WHERE conversation_id = ? AND gone = 0 ORDER BY rowid DESC LIMIT ?`,
    conversationId, limit).map(row => decode('message', row)).reverse()
}

/** @returns customer messages beyond what the owner has seen */
export function countUnread(db: ReadDb, conversationId: string, seenPosition: number): number {
  return db.get<{ n: number }>(
    "SELECT count(*) AS n FROM message WHERE conversation_id = ? AND position > ? AND author = 'customer'", conversationId, seenPosition)?.n ?? 0
}

/** @returns whether a person ever answered in this conversation (D9) */
export function hasHumanReply(db: ReadDb, conversationId: string): boolean {
  return db.get("SELECT 1 FROM message_view WHERE conversation_id = ? AND author = 'agent' LIMIT 1", conversationId) !== undefined
}

/** @returns how many lines are pending per conversation */
export function pendingLines(db: ReadDb): Map<string, number> {
  return new Map(db.all<{ id: string; n: number }>(
    "SELECT conversation_id AS id, count(*) AS n FROM message_local WHERE gone = 0 AND author = 'agent' GROUP BY conversation_id")
    .map(({ id, n }) => [id, n]))
}

/** @returns whether a line of this conversation, also a pending one, holds the attachment */
export function holdsAttachment(db: ReadDb, conversationId: string, attachmentId: string): boolean {
  return db.get(`SELECT 1 FROM message_view WHERE conversation_id = ? AND EXISTS (
    SELECT 1 FROM json_each(message_view.attachment_ids) WHERE value = ?) LIMIT 1`, conversationId, attachmentId) !== undefined
}

/** @returns the program's lines of a thread, oldest first */
export function systemLines(db: ReadDb, conversationId: string): DeskMessage[] {
  return db.all<SqlRow>(`SELECT ${COLUMNS} FROM message WHERE conversation_id = ? AND author = 'system' ORDER BY position`, conversationId)
    .map(row => decode('message', row))
}
