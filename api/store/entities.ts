import type { JSONValue } from 'postgres'
import { ENTITIES } from '../../domain/entities/entity.ts'
import type { EntityName, EntityRow } from '../../domain/entities/entity.ts'
import { COLUMNS } from './columns.ts'
import type { TenantKeys } from './crypto.ts'
import type { Sql, Tx } from './sql.ts'

/** Where to read: a transaction (or the pool), one tenant, its keys. A ChangeSet is one. */
export interface TenantDb {
  readonly tx: Sql | Tx
  readonly tenant: string
  readonly keys: TenantKeys
}

/** A stored row with the commit that wrote it last. */
export interface StoredRow<N extends EntityName> {
  seq: number
  row: EntityRow<N>
}

type Raw = Record<string, unknown> & { row_seq: number }

function about(name: EntityName, column: string, id: string): string {
  return `${name}.${column}:${id}`
}

function fromRaw<N extends EntityName>(keys: TenantKeys, name: N, raw: Raw): StoredRow<N> {
  const row: Record<string, unknown> = {}
  for (const { property, column, kind } of COLUMNS[name]) {
    const value = raw[column]
    row[property] = kind === 'cipher' && value !== null
      ? keys.decrypt(value as Buffer, about(name, property, raw['id'] as string))
      : value
  }
  return { seq: raw.row_seq, row: row as EntityRow<N> }
}

function toRaw<N extends EntityName>({ tx, tenant, keys }: TenantDb, name: N, row: EntityRow<N>): Record<string, unknown> {
  const raw: Record<string, unknown> = { tenant }
  for (const { property, column, kind } of COLUMNS[name]) {
    const value = (row as Record<string, unknown>)[property]
    if (value === null || value === undefined) raw[column] = null
    else if (kind === 'cipher') raw[column] = keys.encrypt(value as string, about(name, property, row.id))
    else raw[column] = kind === 'json' ? tx.json(value as JSONValue) : value
  }
  return raw
}

function names(name: EntityName): string[] {
  return ['row_seq', ...COLUMNS[name].map(({ column }) => column)]
}

/** One row, or null. `lock` takes it FOR UPDATE (order: device, conversation, agent by id, ticket, tenant_head). */
export async function readEntity<N extends EntityName>(
  db: TenantDb, name: N, id: string, { lock = false }: { lock?: boolean } = {},
): Promise<EntityRow<N> | null> {
  const { tx, tenant, keys } = db
  const [raw] = await tx<Raw[]>`
    select ${tx(names(name))} from ${tx(name as string)} where tenant = ${tenant} and id = ${id} ${lock ? tx`for update` : tx``}`
  return raw ? fromRaw(keys, name, raw).row : null
}

/** Rows by ids, with their seqs; missing ones are left out. Order is not that of `ids`. */
export async function readStored<N extends EntityName>(db: TenantDb, name: N, ids: readonly string[]): Promise<StoredRow<N>[]> {
  if (ids.length === 0) return []
  const { tx, tenant, keys } = db
  const raws = await tx<Raw[]>`
    select ${tx(names(name))} from ${tx(name as string)} where tenant = ${tenant} and id in ${tx(ids as string[])}`
  return raws.map((raw) => fromRaw(keys, name, raw))
}

/** One equality or membership per property named. Plain columns only: what is encrypted is found by blind index. */
export type Where<N extends EntityName> = { [P in keyof EntityRow<N>]?: string | number | boolean | null | readonly string[] }

export interface ListOptions<N extends EntityName> {
  orderBy?: keyof EntityRow<N> & string
  descending?: boolean
  limit?: number
  lock?: boolean
}

/** Rows where every named property equals its value (an array: is one of them). */
export async function listEntities<N extends EntityName>(
  { tx, tenant, keys }: TenantDb, name: N, where: Where<N>, { orderBy, descending, limit, lock }: ListOptions<N> = {},
): Promise<EntityRow<N>[]> {
  const columnOf = (property: string) => {
    const found = COLUMNS[name].find((column) => column.property === property && column.kind === 'plain')
    if (!found) throw new TypeError(`${name}.${property} is not a plain column`)
    return tx(found.column)
  }
  const conditions = Object.entries(where).map(([property, value]) => {
    const column = columnOf(property)
    if (value === null) return tx`and ${column} is null`
    return Array.isArray(value) ? tx`and ${column} = any(${value as string[]})` : tx`and ${column} = ${value as string}`
  })
  const raws = await tx<Raw[]>`
    select ${tx(names(name))} from ${tx(name as string)} where tenant = ${tenant} ${conditions.length > 0 ? conditions : tx``}
    ${orderBy ? tx`order by ${columnOf(orderBy)} ${descending ? tx`desc` : tx`asc`}, id` : tx`order by id`}
    ${limit === undefined ? tx`` : tx`limit ${limit}`} ${lock ? tx`for update` : tx``}`
  return raws.map((raw) => fromRaw(keys, name, raw).row)
}

/** Inserts or replaces a row, checked against its schema. Only a ChangeSet calls this. Throws ZodError. */
export async function _writeRow<N extends EntityName>(db: TenantDb, name: N, row: EntityRow<N>): Promise<void> {
  const { tx } = db
  const checked = ENTITIES[name].parse(row) as EntityRow<N>
  const raw = toRaw(db, name, checked)
  const { tenant: _tenant, id: _id, ...changed } = raw
  await tx`
    insert into ${tx(name as string)} ${tx(raw)}
    on conflict (tenant, id) do update set ${tx(changed)}`
}

/** Rows are handed to the database as JSON, unless it must not read them. */
function isReadable(name: EntityName): boolean {
  return COLUMNS[name].every(({ kind }) => kind !== 'cipher')
}

function jsonOf<N extends EntityName>(name: N, row: EntityRow<N>): string {
  const raw: Record<string, unknown> = {}
  for (const { property, column } of COLUMNS[name]) raw[column] = (row as Record<string, unknown>)[property]
  return JSON.stringify(raw)
}

/** The column names of an entity as lists for an insert: plain, of the record `r`, and as what is set on a conflict. */
function columnLists({ tx }: TenantDb, name: EntityName) {
  const columns = COLUMNS[name].map(({ column }) => column)
  const list = (of: (column: string) => ReturnType<typeof tx>, all = columns) => all.map(of).reduce((before, one) => tx`${before}, ${one}`)
  return {
    plain: list((column) => tx`${tx(column)}`), ofRecord: list((column) => tx`r.${tx(column)}`),
    changed: list((column) => tx`${tx(column)} = excluded.${tx(column)}`, columns.filter((column) => column !== 'id')),
  }
}

/** As _writeRow, many in one statement. */
export async function _writeRows<N extends EntityName>(db: TenantDb, name: N, rows: readonly EntityRow<N>[]): Promise<void> {
  const { tx, tenant } = db
  const checked = rows.map((row) => ENTITIES[name].parse(row) as EntityRow<N>)
  const { plain, ofRecord, changed } = columnLists(db, name)
  if (!isReadable(name)) {
    await tx`insert into ${tx(name as string)} ${tx(checked.map((row) => toRaw(db, name, row)))} on conflict (tenant, id) do update set ${changed}`
    return
  }
  await tx`
    insert into ${tx(name as string)} (tenant, ${plain})
    select ${tenant}, ${ofRecord} from json_populate_recordset(null::${tx(name as string)}, ${`[${checked.map((row) => jsonOf(name, row)).join(',')}]`}::text::json) r
    on conflict (tenant, id) do update set ${changed}`
}

/** A row that is checked and written down for the database already. */
export interface ReadyRow<N extends EntityName = EntityName> {
  readonly entity: N
  readonly row: EntityRow<N>
  readonly json: string
}

/** Checks a row and writes it down, ahead of the transaction that stores it (ChangeSet.putReady). Throws ZodError. */
export function readyRow<N extends EntityName>(entity: N, row: EntityRow<N>): ReadyRow<N> {
  if (!isReadable(entity)) throw new TypeError(`${entity} is encrypted: the database must not read it`)
  const checked = ENTITIES[entity].parse(row) as EntityRow<N>
  return { entity, row: checked, json: jsonOf(entity, checked) }
}

/** Stores ready rows with the number of the commit: to be sent behind the head. Only commitChanges calls this. */
export function _insertReady(db: TenantDb, name: EntityName, jsons: readonly string[]) {
  const { tx, tenant } = db
  const { plain, ofRecord, changed } = columnLists(db, name)
  return tx`
    insert into ${tx(name)} (tenant, ${plain}, row_seq)
    select h.tenant, ${ofRecord}, h.seq from tenant_head h, json_populate_recordset(null::${tx(name)}, ${`[${jsons.join(',')}]`}::text::json) r
    where h.tenant = ${tenant}
    on conflict (tenant, id) do update set ${changed}, row_seq = excluded.row_seq`
}

/** Deletes rows. Only a ChangeSet calls this. @returns the ids of those that were there */
export async function _deleteRows({ tx, tenant }: TenantDb, name: EntityName, ids: readonly string[]): Promise<string[]> {
  const gone = await tx<{ id: string }[]>`delete from ${tx(name as string)} where tenant = ${tenant} and id = any(${ids as string[]}) returning id`
  return gone.map(({ id }) => id)
}
