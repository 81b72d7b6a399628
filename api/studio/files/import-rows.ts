import type { Ids } from '../../../domain/ports.ts'
import type { Sql, Tx } from '../../store/sql.ts'
import type { Rows } from './work.ts'

/** An hour. */
export const KEPT_MS = 3_600_000

/** A file that was read. Its rows are the items of a release that is not there yet, under the file's own id. `error`: `faults` keeps it from being applied. */
export interface ImportFile {
  readonly id: string
  readonly state: 'reading' | 'read' | 'applying' | 'done' | 'cancelled' | 'failed'
  readonly total: number
  readonly releaseId: string | null
  readonly error: string | null
}
type Db = Sql | Tx

/** A file is being read; older ones are forgotten. */
export async function beginImport(sql: Sql, tenant: string, { id, personId, nowMs }: { id: string, personId: string, nowMs: number }): Promise<void> {
  await forgetImports(sql, tenant, nowMs)
  await sql`insert into import_file (tenant, id, person_id, state, rows, done, total, error, created_at_ms)
    values (${tenant}, ${id}, ${personId}, 'reading', '[]'::jsonb, 0, 0, null, ${nowMs})`
}

/** It was read; its rows are kept for an hour. */
export async function keepImport(db: Db, tenant: string, { id, total, error }: Pick<ImportFile, 'id' | 'total' | 'error'>): Promise<void> {
  await db`update import_file set state = 'read', total = ${total}, error = ${error} where tenant = ${tenant} and id = ${id}`
}

/** Files older than an hour go, with the rows of those that were not applied; one that is being applied stays until it is out. */
export async function forgetImports(db: Db, tenant: string, nowMs: number): Promise<void> {
  await db`
    with gone as (
      delete from import_file where tenant = ${tenant} and created_at_ms <= ${nowMs - KEPT_MS} and state <> 'applying' returning id, state)
    delete from release_item i using gone g
    where i.tenant = ${tenant} and i.release_id = g.id and g.state in ('reading', 'read', 'failed')`
}

/** Rows of a file that is broken, or could not be read. */
export async function dropRows(db: Db, tenant: string, id: string): Promise<void> {
  await db`delete from release_item where tenant = ${tenant} and release_id = ${id}`
}

/** The import of this person, locked if asked for; null = it is not there, or is another's. */
export async function readImportFile(
  db: Db, tenant: string, id: string, personId: string, { lock = false }: { lock?: boolean } = {},
): Promise<ImportFile | null> {
  const [row] = await db<ImportFile[]>`
    select id, state, total, release_id as "releaseId", error from import_file
    where tenant = ${tenant} and id = ${id} and person_id = ${personId} ${lock ? db`for update` : db``}`
  return row ?? null
}

/** Stores the rows of a file as items, in order, as they come in. Each is over the version that was live when it was read: applied, it must still be. */
export class RowWriter {
  readonly #sql: Sql
  readonly #ids: Ids
  readonly #tenant: string
  readonly #importId: string
  #count = 0
  #last: Promise<unknown> = Promise.resolve()

  constructor(sql: Sql, ids: Ids, tenant: string, importId: string) {
    this.#sql = sql
    this.#ids = ids
    this.#tenant = tenant
    this.#importId = importId
  }

  write({ json, count }: Rows): void {
    const from = this.#count
    this.#count += count
    const newIds = Array.from({ length: count }, () => this.#ids.next())
    this.#last = this.#last.then(() => this.#sql`
      insert into release_item (tenant, release_id, idx, kind, target_id, title, action, base_version, version, content)
      select ${this.#tenant}, ${this.#importId}, ${from}::int + n - 1, 'script', coalesce(id, new_id), content ->> 'title', 'put',
        "baseVersion", "baseVersion" + 1, content
      from rows from (json_to_recordset(${json}::text::json) as (id text, "baseVersion" int, content jsonb), unnest(${newIds}::text[]))
        with ordinality as t (id, "baseVersion", content, new_id, n)`)
    // Told by written().
    this.#last.catch(() => undefined)
  }

  /** Resolves when all are stored. Throws database errors. */
  async written(): Promise<void> {
    await this.#last
  }
}

/** Once it is out or taken back, its rows are in the release or nowhere. */
export async function setImport(
  db: Db, tenant: string, id: string, { state, releaseId }: Pick<ImportFile, 'state' | 'releaseId'>,
): Promise<void> {
  await db`update import_file set state = ${state}, release_id = ${releaseId} where tenant = ${tenant} and id = ${id}`
}
