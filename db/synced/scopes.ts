import type { EntityName } from '../../domain/entities/entity.ts'
import type { ReadDb, WriteDb } from '../handle.ts'

/** hash64 of protocol/, given from outside: db/ knows no wire. */
export type RowHash = (entity: string, id: string, seq: string) => bigint

/** @returns scopes that hold a row */
export function _scopesOf(db: ReadDb, entity: EntityName, id: string): string[] {
  return db.all<{ scope: string }>('SELECT scope FROM row_scope WHERE entity = ? AND id = ?', entity, id).map(({ scope }) => scope)
}

/** @returns whether a scope holds a row here */
export function isInScope(db: ReadDb, scope: string, entity: EntityName, id: string): boolean {
  return db.get('SELECT 1 FROM row_scope WHERE entity = ? AND id = ? AND scope = ?', entity, id, scope) !== undefined
}

/** @returns seq of a server row as decimal text, null when there is none */
export function _seqOf(db: ReadDb, entity: EntityName, id: string): string | null {
  return db.get<{ seq: string }>(`SELECT CAST(row_seq AS TEXT) AS seq FROM ${entity} WHERE id = ?`, id)?.seq ?? null
}

/** Adds `delta` to the checksum of a scope, mod 2^64. */
export function _addToSum(db: WriteDb, scope: string, delta: bigint): void {
  const known = db.get<{ sum: string }>('SELECT sum FROM scope_sum WHERE scope = ?', scope)
  const sum = BigInt.asUintN(64, BigInt(known?.sum ?? '0') + delta)
  db.run('INSERT INTO scope_sum (scope, sum) VALUES (?, ?) ON CONFLICT (scope) DO UPDATE SET sum = excluded.sum', scope, sum.toString())
}

/** @returns checksum of every scope that holds rows here */
export function readSums(db: ReadDb): Map<string, string> {
  return new Map(db.all<{ scope: string; sum: string }>(
    "SELECT scope, sum FROM scope_sum WHERE sum <> '0'").map(({ scope, sum }) => [scope, sum]))
}

/** A row leaves a scope; it goes when no scope is left (I8). @returns whether the row itself went */
export function _leave(db: WriteDb, hash: RowHash, scope: string, entity: EntityName, id: string): boolean {
  if (db.run('DELETE FROM row_scope WHERE entity = ? AND id = ? AND scope = ?', entity, id, scope) === 0) return false
  const seq = _seqOf(db, entity, id)
  if (seq !== null) _addToSum(db, scope, -hash(entity, id, seq))
  if (_scopesOf(db, entity, id).length > 0) return false
  db.run(`DELETE FROM ${entity} WHERE id = ?`, id)
  db.touch(entity, id)
  return true
}
