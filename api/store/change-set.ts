import type { EntityName, EntityRow } from '../../domain/entities/entity.ts'
import type { TenantKeys } from './crypto.ts'
import { _deleteRows, _writeRow, _writeRows } from './entities.ts'
import type { ReadyRow, TenantDb } from './entities.ts'
import type { Tx } from './sql.ts'

/** A query not yet awaited: `execute` sends it at once (awaiting sends it a microtask later, which would be after COMMIT). */
export type ClosingStatement = (tx: Tx) => { execute(): PromiseLike<unknown> }

export interface Touched {
  entity: EntityName
  id: string
  /** As written last in this transaction; null = deleted. */
  row: EntityRow<EntityName> | null
  /** Set: it is not stored yet, that happens with the last statements. */
  json?: string
}

/**
 * The synced rows written in one transaction. Made by inTransaction, which ends it in commitChanges: whoever writes through it
 * cannot forget change rows, sums, grants or the head. It is the TenantDb of its transaction, so reads see its own writes.
 */
export class ChangeSet implements TenantDb {
  readonly tx: Tx
  readonly tenant: string
  readonly keys: TenantKeys
  #touched = new Map<string, Touched>()
  #granted = new Set<string>()
  #closing: ClosingStatement[] = []
  #after: (() => void)[] = []

  constructor(tx: Tx, tenant: string, keys: TenantKeys) {
    this.tx = tx
    this.tenant = tenant
    this.keys = keys
  }

  /** Inserts or replaces a row. Throws ZodError on a row that does not fit its schema. */
  async put<N extends EntityName>(entity: N, row: EntityRow<N>): Promise<void> {
    await _writeRow(this, entity, row)
    this.#touched.set(`${entity}\n${row.id}`, { entity, id: row.id, row })
  }

  /** Many rows of one entity in one statement (imports). Throws as put. */
  async putMany<N extends EntityName>(entity: N, rows: readonly EntityRow<N>[]): Promise<void> {
    if (rows.length === 0) return
    await _writeRows(this, entity, rows)
    for (const row of rows) this.#touched.set(`${entity}\n${row.id}`, { entity, id: row.id, row })
  }

  /**
   * Rows made ready before (readyRow). They are stored once, with the last statements, so what is read in this transaction is as it was before:
   * for whoever writes many and reads none of them again.
   */
  putReady(rows: readonly ReadyRow[]): void {
    for (const { entity, row, json } of rows) this.#touched.set(`${entity}\n${row.id}`, { entity, id: row.id, row, json })
  }

  /** Deletes a row; it leaves every scope it was in. */
  remove(entity: EntityName, id: string): Promise<void> {
    return this.removeMany(entity, [id])
  }

  /** Deletes rows of one entity in one statement; those that are not there change nothing. */
  async removeMany(entity: EntityName, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return
    const keyOf = (id: string): string => `${entity}\n${id}`
    for (const id of ids) if (this.#touched.get(keyOf(id))?.json !== undefined) this.#touched.delete(keyOf(id))
    for (const id of await _deleteRows(this, entity, ids)) this.#touched.set(keyOf(id), { entity, id, row: null })
  }

  /** The scopes of this person changed by other means than the rows written here (a grant ran out). */
  grantsChanged(personId: string): void {
    this.#granted.add(personId)
  }

  /**
   * A statement sent with the last ones, after the head was counted up:
   * `(select seq from tenant_head where tenant = …)` is this commit's seq there.
   */
  atCommit(statement: ClosingStatement): void {
    this.#closing.push(statement)
  }

  /** Runs once the transaction is committed, never before and never when it fails. Must not throw. */
  afterCommit(callback: () => void): void {
    this.#after.push(callback)
  }

  /** Forgets everything since `mark`: the savepoint it belongs to was rolled back. */
  rollbackTo(mark: ChangeMark): void {
    this.#touched = new Map(mark.touched)
    this.#granted = new Set(mark.granted)
    this.#closing = [...mark.closing]
    this.#after = [...mark.after]
  }

  /** To be handed to rollbackTo. */
  mark(): ChangeMark {
    return { touched: new Map(this.#touched), granted: new Set(this.#granted), closing: [...this.#closing], after: [...this.#after] }
  }

  get touched(): readonly Touched[] {
    return [...this.#touched.values()]
  }

  get granted(): readonly string[] {
    return [...this.#granted]
  }

  get closing(): readonly ClosingStatement[] {
    return this.#closing
  }

  get after(): readonly (() => void)[] {
    return this.#after
  }
}

export interface ChangeMark {
  touched: ReadonlyMap<string, Touched>
  granted: ReadonlySet<string>
  closing: readonly ClosingStatement[]
  after: readonly (() => void)[]
}
