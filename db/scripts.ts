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

/** @returns id and a stamp that is another one after each change, of every script or knowledge entry here */
export function stampsOf(db: ReadDb, entity: 'script' | 'knowledge'): Map<string, string> {
  return new Map(db.all<{ id: string; stamp: string }>(
    `SELECT id, version || ':' || updated_at_ms || ':' || pending AS stamp FROM ${entity}_view`).map(({ id, stamp }) => [id, stamp]))
}
