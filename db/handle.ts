import Sqlite from 'better-sqlite3'
import { fromSqlite, SqliteTooOldError, WriteEffectError } from './errors.ts'
import { renameTables } from './rename-tables.ts'

export type SqlValue = string | number | bigint | Uint8Array | null
declare const reading: unique symbol
declare const writing: unique symbol

/** May be read from at any time. */
export interface ReadDb {
  readonly [reading]: true
  get<T>(sql: string, ...params: SqlValue[]): T | undefined
  all<T>(sql: string, ...params: SqlValue[]): T[]
}

/** Exists only inside `DeskFile.write`. */
export interface WriteDb extends ReadDb {
  readonly [writing]: true
  /** @returns rows changed */
  run(sql: string, ...params: SqlValue[]): number
  /** Statements without parameters: schema changes. */
  exec(sql: string): void
  /** Many tables at once, old name to new; names may be taken over within the set. Views go on by name. See rename-tables.ts. */
  renameTables(names: ReadonlyMap<string, string>): void
  /** Says that live queries over `table` are stale. @param id the row that was written; none = any of them may be another one */
  touch(table: string, id?: string): void
}

/** Tables that were written, and which rows of each; null = any of them may be another one. */
export type Written = ReadonlyMap<string, ReadonlySet<string> | null>

export const CIPHER = 'aegis-256'
const NEEDED = [3, 51, 3]
const MAX_STATEMENTS = 300

/** The agent's encrypted file: one connection, one thread. Rows, outbox and cookie live in it together. */
export class DeskFile {
  readonly read: ReadDb
  readonly #sqlite: Sqlite.Database
  readonly #writer: WriteDb
  readonly #statements = new Map<string, Sqlite.Statement<SqlValue[]>>()
  readonly #listeners = new Set<(tables: ReadonlySet<string>, written: Written) => void>()
  #touched = new Map<string, Set<string> | null>()

  private constructor(sqlite: Sqlite.Database) {
    this.#sqlite = sqlite
    const reader = {
      get: <T>(sql: string, ...params: SqlValue[]) => this.#call(() => this.#prepare(sql).get(...params)) as T | undefined,
      all: <T>(sql: string, ...params: SqlValue[]) => this.#call(() => this.#prepare(sql).all(...params)) as T[],
    }
    this.read = reader as ReadDb
    this.#writer = {
      ...reader,
      run: (sql: string, ...params: SqlValue[]) => this.#prepare(sql).run(...params).changes,
      exec: (sql: string) => {
        this.#statements.clear()
        sqlite.exec(sql)
      },
      renameTables: (names: ReadonlyMap<string, string>) => {
        this.#statements.clear()
        renameTables(sqlite, names)
      },
      touch: (table: string, id?: string) => this.#touch(table, id),
    } as WriteDb
  }

  /**
   * Opens (or makes) the file. @param key 32 bytes, used as they are
   * @throws FileDamagedError also for a wrong key: the two cannot be told apart · FileBusyError · DiskFullError · SqliteTooOldError
   */
  static open(path: string, key: Uint8Array): DeskFile {
    let sqlite: Sqlite.Database | null = null
    try {
      sqlite = new Sqlite(path, { timeout: 5_000 })
      prepareConnection(sqlite, key)
      return new DeskFile(sqlite)
    } catch (error) {
      sqlite?.close()
      throw fromSqlite(error)
    }
  }

  /**
   * One transaction: all of `work` or nothing. Inside another `write` it is part of that one.
   * @throws what `work` throws, after rolling back · DiskFullError · FileDamagedError
   */
  write<T>(work: (db: WriteDb) => T): T {
    if (this.#sqlite.inTransaction) return work(this.#writer)
    try {
      this.#sqlite.exec('BEGIN IMMEDIATE')
      const value = work(this.#writer)
      this.#sqlite.exec('COMMIT')
      const touched = this.#touched
      this.#touched = new Map()
      if (touched.size > 0) for (const listener of [...this.#listeners]) listener(new Set(touched.keys()), touched)
      return value
    } catch (error) {
      this.#touched = new Map()
      if (this.#sqlite.inTransaction) this.#sqlite.exec('ROLLBACK')
      throw fromSqlite(error)
    }
  }

  /**
   * As `write`, but the commit does not wait for the disk: for what can be fetched again. The log stays in order, so the next
   * `write` makes this durable too, and what a power cut loses is a tail without a hole.
   */
  writeRelaxed<T>(work: (db: WriteDb) => T): T {
    if (this.#sqlite.inTransaction) return work(this.#writer)
    this.#sqlite.pragma('synchronous = NORMAL')
    try {
      return this.write(work)
    } finally {
      this.#sqlite.pragma('synchronous = FULL')
    }
  }

  /** Told after each commit which tables were written, and which of their rows. @returns stops it */
  onWrite(listener: (tables: ReadonlySet<string>, written: Written) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Moves the WAL into the file and cuts it: after much was written. */
  checkpoint(): void {
    this.#sqlite.pragma('wal_checkpoint(TRUNCATE)')
  }

  get open(): boolean {
    return this.#sqlite.open
  }

  close(): void {
    this.#statements.clear()
    this.#listeners.clear()
    this.#sqlite.close()
  }

  #touch(table: string, id?: string): void {
    const ids = this.#touched.get(table)
    if (id === undefined) this.#touched.set(table, null)
    else if (ids === undefined) this.#touched.set(table, new Set([id]))
    else ids?.add(id)
  }

  #call<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      throw fromSqlite(error)
    }
  }

  #prepare(sql: string): Sqlite.Statement<SqlValue[]> {
    const known = this.#statements.get(sql)
    if (known) return known
    if (this.#statements.size >= MAX_STATEMENTS) this.#statements.clear()
    const statement = this.#sqlite.prepare<SqlValue[]>(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}

function prepareConnection(sqlite: Sqlite.Database, key: Uint8Array): void {
  if (key.length !== 32) throw new WriteEffectError(`a database key has 32 bytes, not ${key.length}`)
  const hex = Array.from(key, byte => byte.toString(16).padStart(2, '0')).join('')
  sqlite.pragma("cipher = 'aegis'")
  sqlite.pragma(`algorithm = '${CIPHER}'`)
  // raw: the key is random already, no derivation.
  // Before any statement: one without the key reads the write-ahead log that a killed core left behind as foreign bytes, and
  // on closing copies it into the file as such.
  sqlite.pragma(`key = 'raw:${hex}'`)
  const { version } = sqlite.prepare('select sqlite_version() as version').get() as { version: string }
  const parts = version.split('.').map(Number)
  const distance = NEEDED.map((needed, i) => (parts[i] ?? 0) - needed).find(difference => difference !== 0) ?? 0
  if (distance < 0) throw new SqliteTooOldError(version)
  // Sorts would otherwise spill to disk in clear text.
  sqlite.pragma('temp_store = MEMORY')
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('secure_delete = FAST')
  sqlite.pragma('cache_size = -65536')
  sqlite.pragma('foreign_keys = ON')
  // Reads a page: a wrong key or foreign bytes show here and not later.
  sqlite.prepare('select count(*) from sqlite_master').get()
}

/** @throws WriteEffectError unless exactly `expected` rows changed */
export function mustChange(changes: number, expected: number, what: string): void {
  if (changes !== expected) throw new WriteEffectError(`${what}: ${changes} rows changed instead of ${expected}`)
}
