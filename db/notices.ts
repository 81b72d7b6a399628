import type { Notice } from '../domain/entities/roster.ts'
import type { ReadDb } from './handle.ts'
import { columnList } from './synced/columns.ts'
import { decode, type SqlRow } from './synced/rows.ts'

/** @returns notices that nobody has seen yet, and all since a time (epoch ms); newest first */
export function noticesSince(db: ReadDb, sinceMs: number, limit: number): Notice[] {
  return db.all<SqlRow>(`SELECT ${columnList('notice')} FROM notice_view WHERE seen_at_ms IS NULL OR at_ms >= ? ORDER BY at_ms DESC, id DESC LIMIT ?`, sinceMs, limit)
    .map(row => decode('notice', row))
}
