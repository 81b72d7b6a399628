import type { Attachment, ProposedReply, ServicePromise, TimerOutcome } from '../domain/entities/conversation.ts'
import type { ReadDb } from './handle.ts'
import { columnList } from './synced/columns.ts'
import { decode, type SqlRow } from './synced/rows.ts'

/** What stands in a thread beside its messages. */
export function promisesOf(db: ReadDb, conversationId: string): ServicePromise[] {
  return db.all<SqlRow>(`SELECT ${columnList('promise')} FROM promise_view WHERE conversation_id = ? ORDER BY due_at_ms`, conversationId)
    .map(row => decode('promise', row))
}

export function attachmentsOf(db: ReadDb, conversationId: string): Attachment[] {
  return db.all<SqlRow>(`SELECT ${columnList('attachment')} FROM attachment_view WHERE conversation_id = ?`, conversationId)
    .map(row => decode('attachment', row))
}

/** @returns replies of the agent before that never went out and were not dropped */
export function proposedOf(db: ReadDb, conversationId: string): ProposedReply[] {
  return db.all<SqlRow>(`SELECT ${columnList('proposed_reply')} FROM proposed_reply_view
    WHERE conversation_id = ? AND dismissed = 0 ORDER BY written_at_ms`, conversationId).map(row => decode('proposed_reply', row))
}

/** @returns outcomes of an agent's timers that began at or after `fromMs` */
export function outcomesOf(db: ReadDb, agentId: string, fromMs: number): TimerOutcome[] {
  return db.all<SqlRow>(`SELECT ${columnList('timer_outcome')} FROM timer_outcome_view WHERE agent_id = ? AND started_at_ms >= ?`,
    agentId, fromMs).map(row => decode('timer_outcome', row))
}
