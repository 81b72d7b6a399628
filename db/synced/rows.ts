import { ENTITY_NAMES } from '../../domain/entities/entity-names.ts'
import { ENTITIES, type EntityName, type EntityRow } from '../../domain/entities/entity.ts'
import { BadRowError } from '../errors.ts'
import type { ReadDb, SqlValue, WriteDb } from '../handle.ts'
import { columnList, COLUMNS, fieldsOf, sqlName, type ColumnKind } from './columns.ts'

// The one place where synced rows are converted. SQL here is made of the fixed names of columns.ts and nothing else.

export type SqlRow = Record<string, SqlValue>
type Plan = {
  fields: [field: string, column: string, kind: ColumnKind][]
  /** Those that stand in SQL otherwise than in the row. */
  converted: [field: string, kind: 'bool' | 'json'][]
  upsert: string
  upsertTwin: string
  upsertLocal: string
  one: string
}

function planOf(entity: EntityName): Plan {
  const kinds: Record<string, ColumnKind> = COLUMNS[entity]
  const fields = fieldsOf(entity).map((field): Plan['fields'][number] => [field, sqlName(field), kinds[field] ?? 'text'])
  const names = fields.map(([, column]) => column)
  const marks = names.map(() => '?').join(', ')
  const sets = names.filter(column => column !== 'id').map(column => `${column} = excluded.${column}`).join(', ')
  const list = names.join(', ')
  return {
    fields,
    converted: fields.flatMap(([field, , kind]): Plan['converted'] => kind === 'bool' ? [[field, 'bool']] : kind === 'json' || kind === 'json?' ? [[field, 'json']] : []),
    upsert: `INSERT INTO ${entity} (${list}, row_seq) VALUES (${marks}, ?)
      ON CONFLICT (id) DO UPDATE SET ${sets}, row_seq = excluded.row_seq`,
    upsertTwin: `INSERT OR REPLACE INTO s_${entity} (${list}, row_seq) VALUES (${marks}, ?)`,
    upsertLocal: `INSERT OR REPLACE INTO ${entity}_local (${list}, gone) VALUES (${marks}, 0)`,
    one: `SELECT ${columnList(entity)} FROM ${entity}_view WHERE id = ?`,
  }
}
const PLANS = Object.fromEntries(ENTITY_NAMES.map(name => [name, planOf(name)])) as Record<EntityName, Plan>

function encode(plan: Plan, row: Record<string, unknown>): SqlValue[] {
  return plan.fields.map(([field, , kind]) => {
    const value = row[field]
    if (value === null || value === undefined) return null
    if (kind === 'bool') return value ? 1 : 0
    if (kind === 'json' || kind === 'json?') return JSON.stringify(value)
    return value as string | number
  })
}

/**
 * Makes the row of a SELECT of `columnList` the entity's own, in its place: a copy field by field cost five times the memory, and what is thrown
 * away is what the engine stands still for. Not validated again: only validated rows get in. @returns the same object
 */
export function decode<N extends EntityName>(entity: N, sql: SqlRow): EntityRow<N> {
  const row: Record<string, unknown> = sql
  for (const [field, kind] of PLANS[entity].converted) {
    const value = row[field]
    if (kind === 'bool') row[field] = value === 1
    else if (value !== null) row[field] = value === '[]' ? [] : JSON.parse(value as string) as unknown
  }
  return row as EntityRow<N>
}

/** @throws BadRowError when a row off the wire is not of this schema */
export function parseRow<N extends EntityName>(entity: N, row: unknown): EntityRow<N> {
  const parsed = ENTITIES[entity].safeParse(row)
  if (!parsed.success) throw new BadRowError(`${entity}: ${parsed.error.issues.map(issue => issue.path.join('.')).join(', ')}`)
  return parsed.data as EntityRow<N>
}

/** Server row; `seq` as decimal text. */
export function _putRow(db: WriteDb, entity: EntityName, row: Record<string, unknown>, seq: string, twin: boolean): void {
  const plan = PLANS[entity]
  db.run(twin ? plan.upsertTwin : plan.upsert, ...encode(plan, row), BigInt(seq))
}

/** Replayed row of a pending intent. A message's position may be null. */
export function _putLocal<N extends EntityName>(db: WriteDb, entity: N, row: EntityRow<N> | (Omit<EntityRow<N>, 'position'> & { position: null })): void {
  const plan = PLANS[entity]
  db.run(plan.upsertLocal, ...encode(plan, row))
  db.touch(entity, row.id)
}

/** A tombstone: the row is gone here until the server says so too. */
export function _dropLocal(db: WriteDb, entity: EntityName, id: string): void {
  db.run(`INSERT OR REPLACE INTO ${entity}_local (id, gone) VALUES (?, 1)`, id)
  db.touch(entity, id)
}

/** Forgets every replayed row: before a replay from the start. */
export function _clearLocal(db: WriteDb): void {
  for (const entity of ENTITY_NAMES) {
    for (const { id } of db.all<{ id: string }>(`DELETE FROM ${entity}_local RETURNING id`)) db.touch(entity, id)
  }
}

/** @returns one row as windows see it (server row or what is pending over it) */
export function readRow<N extends EntityName>(db: ReadDb, entity: N, id: string): EntityRow<N> | null {
  const sql = db.get<SqlRow>(PLANS[entity].one, id)
  return sql ? decode(entity, sql) : null
}
