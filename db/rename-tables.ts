import type Sqlite from 'better-sqlite3'
import { WriteEffectError } from './errors.ts'

type Part = { rowid: number; type: string; name: string; table: string; sql: string | null }

/**
 * Renames tables with their indexes by writing the schema table, inside the caller's transaction. ALTER TABLE parses the whole
 * schema anew for each one: 70 ms for the 32 of a snapshot's swap, in which the engine stands still; this is 3 ms. Only tables
 * of our own migrations: no trigger, no foreign key, no AUTOINCREMENT, no statistics, which would have to be renamed too.
 * @param names old name to new @throws WriteEffectError when one is missing or its definition is not understood
 */
export function renameTables(sqlite: Sqlite.Database, names: ReadonlyMap<string, string>): void {
  const parts = sqlite.prepare<[], Part>("SELECT rowid, type, name, tbl_name AS 'table', sql FROM sqlite_schema WHERE type IN ('table', 'index')").all()
  const missing = [...names.keys()].filter(name => !parts.some(part => part.type === 'table' && part.name === name))
  if (missing.length > 0) throw new WriteEffectError(`no table ${missing.join(', ')}`)
  const changed = parts.flatMap(part => {
    const to = names.get(part.table)
    return to === undefined ? [] : [renamed(part, to)]
  })
  // Off again in any case: a wrong word in the schema table makes a file unreadable.
  sqlite.unsafeMode(true)
  sqlite.pragma('writable_schema = ON')
  try {
    const update = sqlite.prepare('UPDATE sqlite_schema SET name = ?, tbl_name = ?, sql = ? WHERE rowid = ?')
    for (const { name, table, sql, rowid } of changed) update.run(name, table, sql, rowid)
    const version = sqlite.pragma('schema_version', { simple: true }) as number
    sqlite.pragma(`schema_version = ${version + 1}`)
  } finally {
    // Reads the schema again.
    sqlite.pragma('writable_schema = RESET')
    sqlite.unsafeMode(false)
  }
}

function renamed(part: Part, to: string): Part {
  const { type, name, table, sql } = part
  if (sql === null) return { ...part, name: name.replace(`sqlite_autoindex_${table}_`, `sqlite_autoindex_${to}_`), table: to }
  const definition = type === 'table' ? sql.replace(/^CREATE TABLE "?\w+"?/, `CREATE TABLE ${to}`) : sql.replace(/^(CREATE INDEX "?\w+"? ON) "?\w+"?/, `$1 ${to}`)
  if (definition === sql) throw new WriteEffectError(`the definition of ${name} is not understood`)
  return { ...part, name: type === 'table' ? to : name, table: to, sql: definition }
}
