import type { ReadDb } from './handle.ts'

export type Found = {
  kind: 'conversation' | 'message' | 'customer' | 'order'
  id: string
  conversation_id: string | null
  customer_id: string | null
  title: string
  text: string
  at_ms: number | null
}

// LIKE and not a trigram index: most Chinese words have two characters, which trigrams cannot find, and the index would double
// the file. Messages go newest first by index, a slice at a time, so that the engine never stalls.
const pattern = (text: string): string => `%${text.replace(/[\\%_]/g, mark => `\\${mark}`)}%`

/** @returns customers by nickname, name or phone tail, each with their newest conversation here */
export function searchCustomers(db: ReadDb, text: string, limit: number): Found[] {
  const like = pattern(text)
  const tail = /^\d{2,4}$/.test(text) ? `%${text}` : ''
  return db.all<Found>(`SELECT 'customer' AS kind, c.id, c.id AS customer_id, c.nickname AS title,
      coalesce(c.phone_masked, c.nickname) AS text, NULL AS at_ms,
      (SELECT v.id FROM conversation_view v WHERE v.customer_id = c.id ORDER BY v.started_at_ms DESC LIMIT 1) AS conversation_id
    FROM customer_view c
    WHERE c.nickname LIKE ? ESCAPE '\\' OR c.name LIKE ? ESCAPE '\\' OR (? <> '' AND c.phone_masked LIKE ?)
    LIMIT ?`, like, like, tail, tail, limit)
}

/** @returns conversations whose customer or last line matches and whose customer is not here (queue heads) */
export function searchConversations(db: ReadDb, text: string, limit: number): Found[] {
  const like = pattern(text)
  return db.all<Found>(`SELECT 'conversation' AS kind, id, id AS conversation_id, customer_id, customer_name AS title, snippet AS text,
      last_message_at_ms AS at_ms FROM conversation_view
    WHERE (customer_name LIKE ? ESCAPE '\\' OR snippet LIKE ? ESCAPE '\\')
    ORDER BY last_message_at_ms DESC LIMIT ?`, like, like, limit)
}

/** @returns orders by a part of their number */
export function searchOrders(db: ReadDb, text: string, limit: number): Found[] {
  return db.all<Found>(`SELECT 'order' AS kind, o.id, o.customer_id, o.number AS title, o.number AS text, o.placed_at_ms AS at_ms,
      (SELECT v.id FROM conversation_view v WHERE v.customer_id = o.customer_id ORDER BY v.started_at_ms DESC LIMIT 1) AS conversation_id
    FROM order_head_view o WHERE o.number LIKE ? ESCAPE '\\' ORDER BY o.placed_at_ms DESC LIMIT ?`, pattern(text), limit)
}

/**
 * A slice of the messages, newest first. @param beforeMs where the slice before ended @param scan how many messages to look at
 * @returns hits, and where to go on (null = all seen)
 */
export function searchMessages(
  db: ReadDb, text: string, limit: number, beforeMs: number, scan: number,
): { found: Found[]; nextBeforeMs: number | null } {
  const edge = db.get<{ at: number }>(
    'SELECT accepted_at_ms AS at FROM message WHERE accepted_at_ms < ? ORDER BY accepted_at_ms DESC LIMIT 1 OFFSET ?', beforeMs, scan)
  const found = db.all<Found>(`SELECT 'message' AS kind, m.id, m.conversation_id, c.customer_id,
      coalesce(c.customer_name, '') AS title, m.body AS text, m.accepted_at_ms AS at_ms
    FROM message m LEFT JOIN conversation c ON c.id = m.conversation_id
    WHERE m.accepted_at_ms < ? AND m.accepted_at_ms >= ? AND m.body LIKE ? ESCAPE '\\'
    ORDER BY m.accepted_at_ms DESC LIMIT ?`, beforeMs, edge?.at ?? 0, pattern(text), limit)
  return { found, nextBeforeMs: edge ? edge.at : null }
}
