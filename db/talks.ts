import type { Talk, TalkMessage } from '../domain/entities/talk.ts'
import type { ReadDb } from './handle.ts'
import { columnList } from './synced/columns.ts'
import { decode, type SqlRow } from './synced/rows.ts'

const TALK = columnList('talk')

/** @returns talks that are not closed, newest first */
export function openTalks(db: ReadDb): Talk[] {
  return db.all<SqlRow>(`SELECT ${TALK} FROM talk_view WHERE state IN ('open', 'answered') ORDER BY started_at_ms DESC, id`).map(row => decode('talk', row))
}

/** @returns all talks that hang on a case, newest first (L6) */
export function talksOf(db: ReadDb, conversationId: string): Talk[] {
  return db.all<SqlRow>(`SELECT ${TALK} FROM talk_view WHERE conversation_id = ? ORDER BY started_at_ms DESC, id`, conversationId).map(row => decode('talk', row))
}

/** @returns the newest messages of a talk, oldest first */
export function talkMessages(db: ReadDb, talkId: string, limit: number): TalkMessage[] {
  return db.all<SqlRow>(`SELECT ${columnList('talk_message')} FROM talk_message_view WHERE talk_id = ? ORDER BY at_ms DESC, id DESC LIMIT ?`, talkId, limit)
    .map(row => decode('talk_message', row)).reverse()
}
