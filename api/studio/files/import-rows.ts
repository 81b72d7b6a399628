import type { Sql, Tx } from '../../store/sql.ts'

/** An hour. */
export const KEPT_MS = 3_600_000

/** A file that was read. `error`: `faults` keeps it from being applied. */
export interface ImportFile {
  readonly id: string
  readonly state: 'read' | 'applying' | 'done' | 'cancelled' | 'failed'
  readonly total: number
  readonly releaseId: string | null
  readonly error: string | null
}
type Db = Sql | Tx

/** Keeps the rows of a file for an hour, and forgets older ones. In: rows as JSON text, and how many. */
export async function keepImport(
  sql: Sql, tenant: string, kept: { id: string, personId: string, rows: string, total: number, error: string | null, nowMs: number },
): Promise<void> {
  await forgetImports(sql, tenant, kept.nowMs)
  await sql`insert into import_file (tenant, id, person_id, state, rows, done, total, error, created_at_ms)
    values (${tenant}, ${kept.id}, ${kept.personId}, 'read', ${kept.rows}::text::jsonb, 0, ${kept.total}, ${kept.error}, ${kept.nowMs})`
}

/** Rows older than an hour go; one that is being applied stays until it is out. */
export async function forgetImports(db: Db, tenant: string, nowMs: number): Promise<void> {
  await db`delete from import_file where tenant = ${tenant} and created_at_ms <= ${nowMs - KEPT_MS} and state <> 'applying'`
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

/** The kept rows (PlannedRow[]) as the items of a release, in their order. In: ids for new scripts, as many as there are rows. */
export async function storeRows(
  tx: Tx, tenant: string, id: string, { releaseId, newIds }: { releaseId: string, newIds: readonly string[] },
): Promise<void> {
  await tx`
    insert into release_item (tenant, release_id, idx, kind, target_id, title, action, base_version, content)
    select ${tenant}, ${releaseId}, n - 1, 'script', coalesce(one ->> 'id', new_id), one -> 'content' ->> 'title', 'put',
      (one ->> 'baseVersion')::int, one -> 'content'
    from import_file f, rows from (jsonb_array_elements(f.rows), unnest(${newIds as string[]}::text[])) with ordinality as t (one, new_id, n)
    where f.tenant = ${tenant} and f.id = ${id}`
}

/** Once it is out or taken back, its rows are in the release or nowhere. */
export async function setImport(
  db: Db, tenant: string, id: string, { state, releaseId }: Pick<ImportFile, 'state' | 'releaseId'>,
): Promise<void> {
  await db`update import_file set state = ${state}, release_id = ${releaseId}, rows = '[]'::jsonb where tenant = ${tenant} and id = ${id}`
}
