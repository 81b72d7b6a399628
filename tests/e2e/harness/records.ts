import { readFileSync } from 'node:fs'
import path from 'node:path'
import postgres from 'postgres'

/** What the server has recorded that no window shows yet, straight from the API's own PostgreSQL. @param folder of the API's data */
export async function recordsOf<T extends object>(folder: string, ask: (sql: postgres.Sql) => PromiseLike<readonly T[]>): Promise<T[]> {
  const password = readFileSync(path.join(folder, 'postgres-password'), 'utf8').trim()
  const port = readFileSync(path.join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[3]
  const sql = postgres(`postgres://shiftdesk:${password}@127.0.0.1:${port}/shiftdesk`, { max: 1 })
  try {
    return [...await ask(sql)]
  } finally {
    await sql.end()
  }
}
