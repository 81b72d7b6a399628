import type { Conversation } from '../domain/entities/conversation.ts'
import type { ReadDb } from './handle.ts'
import { columnList } from './synced/columns.ts'
import { decode, type SqlRow } from './synced/rows.ts'

const LIST = columnList('conversation')
const SELECT = `SELECT ${LIST} FROM conversation_view`
const rows = (found: SqlRow[]): Conversation[] => found.map(row => decode('conversation', row))

/** @returns open conversations of an agent */
export function openOf(db: ReadDb, agentId: string): Conversation[] {
  return rows(db.all<SqlRow>(`${SELECT} WHERE owner_id = ? AND state = 'open'`, agentId))
}

/** @returns conversations nobody has yet: waiting for an agent, or left outside opening hours (D11) */
export function inState(db: ReadDb, state: 'queued' | 'left'): Conversation[] {
  return rows(db.all<SqlRow>(`${SELECT} WHERE state = ?`, state))
}

/** @returns closed conversations of an agent, newest end first */
export function closedOf(db: ReadDb, agentId: string, limit: number): Conversation[] {
  // Of thousands only the newest are looked at: the server's by index, and the few with something pending over them.
  const kept = rows(db.all<SqlRow>(`SELECT ${LIST} FROM conversation WHERE owner_id = ? AND state = 'closed'
    AND id NOT IN (SELECT id FROM conversation_local) ORDER BY closed_at_ms DESC LIMIT ?`, agentId, limit))
  const pending = rows(db.all<SqlRow>(`SELECT ${LIST} FROM conversation_local WHERE owner_id = ? AND state = 'closed' AND gone = 0`, agentId))
  return [...pending, ...kept].sort((a, b) => (b.closedAtMs ?? 0) - (a.closedAtMs ?? 0)).slice(0, limit)
}

/** @returns conversations of a customer, newest first */
export function ofCustomer(db: ReadDb, customerId: string, limit: number): Conversation[] {
  return rows(db.all<SqlRow>(`${SELECT} WHERE customer_id = ? ORDER BY started_at_ms DESC LIMIT ?`, customerId, limit))
}

/** @returns how many open conversations each agent has, as far as they are on this desk */
export function openCounts(db: ReadDb): Map<string, number> {
  return new Map(db.all<{ id: string; n: number }>(
    "SELECT owner_id AS id, count(*) AS n FROM conversation_view WHERE state = 'open' AND owner_id IS NOT NULL GROUP BY owner_id").map(({ id, n }) => [id, n]))
}
