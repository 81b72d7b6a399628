import { migration0001 } from './migrations/0001-first.ts'
import { migration0002 } from './migrations/0002-studio.ts'
import { migration0003 } from './migrations/0003-publishing.ts'
import { migration0004 } from './migrations/0004-language-hits.ts'
import { migration0005 } from './migrations/0005-shift.ts'
import type { Sql } from './sql.ts'

/** Numbered, expand first and contract a release later; never changed once released. */
export const MIGRATIONS: readonly { version: number, name: string, sql: string }[] = [migration0001, migration0002, migration0003, migration0004, migration0005]

/** The database was written by a newer release: start that one, or restore a backup. */
export class DatabaseIsNewer extends Error {
  constructor(found: number, known: number) {
    super(`The database has schema ${found}; this release knows ${known}. Start the newer release.`)
    this.name = 'DatabaseIsNewer'
  }
}

const LOCK = 7_425_301

/** Brings the schema up, one transaction a step; two nodes may start together (advisory lock). Throws DatabaseIsNewer. */
export async function migrate(sql: Sql, migrations = MIGRATIONS): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${LOCK})`
    await tx`create table if not exists schema_migration (version integer primary key, name text not null, at timestamptz not null default now())`
  })
  for (const step of migrations) {
    await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${LOCK})`
      const [found] = await tx<{ version: number }[]>`select version from schema_migration where version = ${step.version}`
      if (found) return
      await tx.unsafe(step.sql)
      await tx`insert into schema_migration ${tx({ version: step.version, name: step.name })}`
    })
  }
  const [top] = await sql<{ version: number }[]>`select coalesce(max(version), 0) as version from schema_migration`
  const known = migrations.at(-1)?.version ?? 0
  if (top && top.version > known) throw new DatabaseIsNewer(top.version, known)
}
