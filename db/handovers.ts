import type { Handover, HandoverItem } from '../domain/entities/handover.ts'
import type { ReadDb } from './handle.ts'
import { columnList } from './synced/columns.ts'
import { decode, type SqlRow } from './synced/rows.ts'

const NEVER = Number.MAX_SAFE_INTEGER

/** @returns handovers that are open, or were settled since (epoch ms): their customers may still wait for contact (T6) */
export function handoversSince(db: ReadDb, sinceMs: number): Handover[] {
  return db.all<SqlRow>(`SELECT ${columnList('handover')} FROM handover_view WHERE state = 'open' OR (state = 'done' AND settled_at_ms >= ?) ORDER BY started_at_ms`, sinceMs)
    .map(row => decode('handover', row))
}

/** @returns the conversations of a handover in the order they are due */
export function itemsOf(db: ReadDb, handoverId: string): HandoverItem[] {
  return db.all<SqlRow>(`SELECT ${columnList('handover_item')} FROM handover_item_view WHERE handover_id = ?`, handoverId)
    .map(row => decode('handover_item', row)).sort((a, b) => (a.dueAtMs ?? NEVER) - (b.dueAtMs ?? NEVER) || a.id.localeCompare(b.id))
}
