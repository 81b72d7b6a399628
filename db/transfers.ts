import type { Transfer } from '../domain/entities/transfer.ts'
import type { ReadDb } from './handle.ts'
import { columnList } from './synced/columns.ts'
import { decode, type SqlRow } from './synced/rows.ts'

/** @returns transfers that wait for a yes, oldest first */
export function offeredTransfers(db: ReadDb): Transfer[] {
  return db.all<SqlRow>(`SELECT ${columnList('transfer')} FROM transfer_view WHERE state = 'offered' ORDER BY offered_at_ms, id`).map(row => decode('transfer', row))
}
