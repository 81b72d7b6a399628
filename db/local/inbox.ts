import type { ReadDb, WriteDb } from '../handle.ts'

/** An intent the server refused, with its arguments as typed. `id` is the intent's key. */
export type Refused = { id: string; mutation: string; args: unknown; code: string; text: string | null; atMs: number }

type Sql = { id: string; mutation: string; args: string; code: string; text: string | null; at_ms: number }

/** @returns newest first */
export function readInbox(db: ReadDb): Refused[] {
  return db.all<Sql>('SELECT id, mutation, args, code, text, at_ms FROM inbox ORDER BY at_ms DESC')
    .map(({ at_ms: atMs, args, ...rest }) => ({ ...rest, args: JSON.parse(args) as unknown, atMs }))
}

export function countInbox(db: ReadDb): number {
  return db.get<{ n: number }>('SELECT count(*) AS n FROM inbox')?.n ?? 0
}

/** @returns whether there was one */
export function dismissRefused(db: WriteDb, id: string): boolean {
  db.touch('inbox')
  return db.run('DELETE FROM inbox WHERE id = ?', id) === 1
}
