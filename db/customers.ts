import type { CustomerNote, Order } from '../domain/entities/customer.ts'
import type { ReadDb } from './handle.ts'
import { columnList } from './synced/columns.ts'
import { decode, type SqlRow } from './synced/rows.ts'

/** @returns orders of a customer, newest first */
export function ordersOf(db: ReadDb, customerId: string, limit: number): Order[] {
  return db.all<SqlRow>(
    `SELECT ${columnList('order_head')} FROM order_head_view WHERE customer_id = ? ORDER BY placed_at_ms DESC LIMIT ?`, customerId, limit)
    .map(row => decode('order_head', row))
}

/** @returns notes on a customer, newest first, removed ones too: they can be brought back */
export function notesOf(db: ReadDb, customerId: string): CustomerNote[] {
  return db.all<SqlRow>(`SELECT ${columnList('customer_note')} FROM customer_note_view WHERE customer_id = ? ORDER BY at_ms DESC`, customerId)
    .map(row => decode('customer_note', row))
}
