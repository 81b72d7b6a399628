import { DeskFile } from '../../db/handle.ts'
import type { SqlValue, WriteDb } from '../../db/handle.ts'
import { migrate } from '../../db/migrate.ts'
import { COLUMNS, fieldsOf, sqlName } from '../../db/synced/columns.ts'
import { ENTITY_NAMES } from '../../domain/entities/entity-names.ts'
import type { EntityName } from '../../domain/entities/entity.ts'

/**
 * The yardstick's file: the same encrypted file with the same tables and indexes, filled by plain statements. No checks, no
 * scopes, no sums, no twin tables, no live queries.
 */
export class BareFile {
  readonly #file: DeskFile
  readonly #plans = new Map(ENTITY_NAMES.map(entity => [entity, planOf(entity)]))

  constructor(path: string) {
    this.#file = DeskFile.open(path, new Uint8Array(32).fill(7))
    migrate(this.#file)
  }

  write<T>(work: (db: WriteDb) => T): T {
    return this.#file.write(work)
  }

  put(db: WriteDb, entity: EntityName, row: Record<string, unknown>, seq: string): void {
    const plan = this.#plans.get(entity)
    if (!plan) throw new Error(`no table ${entity}`)
    db.run(plan.sql, ...plan.fields.map(field => asSql(row[field])), Number(seq))
  }

  close(): void {
    this.#file.close()
  }
}

function planOf(entity: EntityName): { fields: string[]; sql: string } {
  const fields = fieldsOf(entity)
  const columns = Object.keys(COLUMNS[entity]).map(sqlName)
  return { fields, sql: `INSERT OR REPLACE INTO ${entity} (${columns.join(', ')}, row_seq) VALUES (${columns.map(() => '?').join(', ')}, ?)` }
}

function asSql(value: unknown): SqlValue {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value === undefined) return null
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value as SqlValue
}
