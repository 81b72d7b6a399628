import type { EntityName, EntityRow } from '../domain/entities/entity.ts'
import type { ReadDb } from './handle.ts'
import { columnList } from './synced/columns.ts'
import { decode, type SqlRow } from './synced/rows.ts'

/** @returns all rows of one of the smaller tables, by id */
export function allRows<N extends EntityName>(db: ReadDb, entity: N): EntityRow<N>[] {
  return db.all<SqlRow>(`SELECT ${columnList(entity)} FROM ${entity}_view ORDER BY id`).map(row => decode(entity, row))
}

/** @returns whether the words stand in a script or knowledge entry of the team: the shop's own address, its telephone */
export function standsInContent(db: ReadDb, words: string): boolean {
  return db.get(`SELECT 1 FROM script_view WHERE person_id IS NULL AND instr(body, ?) > 0
    UNION ALL SELECT 1 FROM knowledge_view WHERE instr(solution, ?) > 0 OR instr(cases, ?) > 0 LIMIT 1`, words, words, words) !== undefined
}

/** @returns the next so many rows after an id, by id; from '' on the first ones */
export function rowsAfter<N extends 'script' | 'knowledge'>(db: ReadDb, entity: N, afterId: string, count: number): EntityRow<N>[] {
  return db.all<SqlRow>(`SELECT ${columnList(entity)} FROM ${entity}_view WHERE id > ? ORDER BY id LIMIT ?`, afterId, count).map(row => decode(entity, row))
}
