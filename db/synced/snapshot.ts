import { ENTITY_NAMES } from '../../domain/entities/entity-names.ts'
import type { EntityName } from '../../domain/entities/entity.ts'
import type { DeskFile, WriteDb } from '../handle.ts'
import { _acknowledge } from '../local/outbox.ts'
import { writeMeta } from '../local/meta.ts'
import { _putRow, parseRow } from './rows.ts'
import type { RowHash } from './scopes.ts'

export type SnapshotRow = { entity: EntityName; id: string; seq: string; scopes: string[]; row: unknown }
export type SnapshotEnd = { cookie: string; epoch: string; lastMutationId: number; nowMs: number }

const TWINNED = [...ENTITY_NAMES, 'row_scope', 'scope_sum']

/**
 * A download of everything into twin tables `s_*` of the same file, in slices, while the old rows stay readable; the swap is
 * a rename in one transaction with the cookie. A crash before the swap leaves the old rows and a twin to throw away.
 */
export class SnapshotWriter {
  readonly #file: DeskFile
  readonly #hash: RowHash
  readonly #sums = new Map<string, bigint>()
  /** As many of them are in the twin. */
  #written = 0

  constructor(file: DeskFile, hash: RowHash) {
    this.#file = file
    this.#hash = hash
    file.write(db => {
      _dropTwins(db, 's_')
      for (const table of TWINNED) _makeTwin(db, table)
    })
  }

  /**
   * One slice, one transaction; keep it under some hundred rows. Not waited for on the disk: until the swap, which is, the
   * twin is thrown away after a crash anyway. @throws BadRowError · DiskFullError */
  add(rows: SnapshotRow[]): void {
    this.#written = 0
    const parsed = rows.map(({ entity, row }) => parseRow(entity, row))
    this.#file.writeRelaxed(db => {
      rows.forEach(({ entity, id, seq, scopes }, index) => {
        _putRow(db, entity, parsed[index] as unknown as Record<string, unknown>, seq, true)
        const hash = this.#hash(entity, id, seq)
        for (const scope of scopes) {
          db.run('INSERT OR IGNORE INTO s_row_scope (entity, id, scope) VALUES (?, ?, ?)', entity, id, scope)
          this.#sums.set(scope, BigInt.asUintN(64, (this.#sums.get(scope) ?? 0n) + hash))
        }
      })
    })
  }

  /** @returns scopes whose checksum differs from the server's */
  differing(expected: Record<string, string>): string[] {
    const scopes = new Set([...Object.keys(expected), ...this.#sums.keys()])
    return [...scopes].filter(scope => (this.#sums.get(scope) ?? 0n) !== BigInt(expected[scope] ?? '0'))
  }

  /** Writes at most `most` of the scopes' checksums: what is written before the swap makes it shorter. @returns whether some are left */
  addSums(most: number): boolean {
    this.#file.writeRelaxed(db => { this.#putSums(db, most) })
    return this.#written < this.#sums.size
  }

  #putSums(db: WriteDb, most: number): void {
    const sums = [...this.#sums].slice(this.#written, this.#written + most)
    for (const [scope, sum] of sums) db.run('INSERT OR REPLACE INTO s_scope_sum (scope, sum) VALUES (?, ?)', scope, sum.toString())
    this.#written += sums.length
  }

  /** The swap. `replay` rebuilds the local rows over the new ones. */
  swap(end: SnapshotEnd, replay: (db: WriteDb) => void): void {
    this.#file.write(db => {
      this.#putSums(db, this.#sums.size)
      _dropTwins(db, 'old_')
      db.renameTables(new Map(TWINNED.flatMap(table => [[table, `old_${table}`], [`s_${table}`, table]])))
      _acknowledge(db, end.lastMutationId, [], end.nowMs)
      writeMeta(db, 'cookie', end.cookie)
      writeMeta(db, 'epoch', end.epoch)
      replay(db)
      for (const entity of ENTITY_NAMES) db.touch(entity)
    })
  }
}

/** Empties what a swap left, at most `rows` of it, so that it never stalls. @returns whether something is left */
export function sweepOldTables(file: DeskFile, rows: number): boolean {
  return file.write(db => {
    const left = db.get<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'old\\_%' ESCAPE '\\'")
    if (!left) return false
    const key = left.name === 'old_row_scope' ? '(entity, id, scope)' : left.name === 'old_scope_sum' ? 'scope' : 'id'
    const columns = key.replace(/[()]/g, '')
    const gone = db.run(`DELETE FROM ${left.name} WHERE ${key} IN (SELECT ${columns} FROM ${left.name} LIMIT ?)`, rows)
    if (gone < rows) db.exec(`DROP TABLE ${left.name}`)
    return true
  })
}

function _dropTwins(db: WriteDb, prefix: 's_' | 'old_'): void {
  for (const table of TWINNED) db.exec(`DROP TABLE IF EXISTS ${prefix}${table}`)
}

/** The twin has the table's own definition, read from the file: it cannot drift from the migrations. */
function _makeTwin(db: WriteDb, table: string): void {
  const parts = db.all<{ type: string; name: string; sql: string }>(
    "SELECT type, name, sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL AND type IN ('table', 'index') ORDER BY type DESC", table)
  for (const { type, name, sql } of parts) {
    if (type === 'table') db.exec(sql.replace(/^CREATE TABLE "?\w+"?/, `CREATE TABLE s_${table}`))
    else db.exec(sql.replace(/^CREATE INDEX "?\w+"? ON "?\w+"?/, `CREATE INDEX ${otherName(name)} ON s_${table}`))
  }
}

/** Index names are unique in the file: a table and its twin take turns with a trailing mark. */
function otherName(name: string): string {
  return name.endsWith('_x') ? name.slice(0, -2) : `${name}_x`
}
