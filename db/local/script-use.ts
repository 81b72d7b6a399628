import type { Script } from '../../domain/entities/script.ts'
import type { ReadDb, WriteDb } from '../handle.ts'
import { columnList } from '../synced/columns.ts'
import { decode, type SqlRow } from '../synced/rows.ts'
import { readMeta, writeMeta } from './meta.ts'

// What this agent uses and has seen stays on this desk: it ranks the palette and marks what is new.

const KEPT_MS = 120 * 86_400_000

/** @returns when each script was used, oldest first, epoch ms */
export function readUses(db: ReadDb): Map<string, number[]> {
  const uses = new Map<string, number[]>()
  for (const { id, atMs } of db.all<{ id: string; atMs: number }>('SELECT script_id AS id, at_ms AS atMs FROM script_use ORDER BY at_ms')) {
    const known = uses.get(id)
    if (known) known.push(atMs)
    else uses.set(id, [atMs])
  }
  return uses
}

/** Notes a use; what is older than a season is forgotten. */
export function _use(db: WriteDb, scriptId: string, conversationId: string | null, atMs: number): void {
  db.run('DELETE FROM script_use WHERE at_ms < ?', atMs - KEPT_MS)
  db.run('INSERT INTO script_use (script_id, at_ms, conversation_id) VALUES (?, ?, ?)', scriptId, atMs, conversationId)
}

/** @returns scripts of the team that are new or changed since this agent looked; none before the first sync was counted as seen */
export function unseenScripts(db: ReadDb): Script[] {
  if (readMeta(db, 'scripts_seen') === null) return []
  return db.all<SqlRow>(`SELECT ${columnList('script')} FROM script_view WHERE person_id IS NULL
    AND version > coalesce((SELECT version FROM script_seen WHERE script_id = script_view.id), 0)`).map(row => decode('script', row))
}

/** @returns whether a script of the team is new or changed, as it is now, since this agent looked */
export function isUnseen(db: ReadDb, { id, version }: Pick<Script, 'id' | 'version'>): boolean {
  if (readMeta(db, 'scripts_seen') === null) return false
  return version > (db.get<{ version: number }>('SELECT version FROM script_seen WHERE script_id = ?', id)?.version ?? 0)
}

/** These were looked at as they are now. @returns how many of them had a mark */
export function _seen(db: WriteDb, scriptIds: readonly string[]): number {
  let marked = 0
  for (const id of scriptIds) {
    marked += db.run(`INSERT INTO script_seen (script_id, version) SELECT id, version FROM script_view WHERE id = ? AND person_id IS NULL
      ON CONFLICT (script_id) DO UPDATE SET version = excluded.version WHERE version < excluded.version`, id)
  }
  if (marked > 0) db.touch('script_seen')
  return marked
}

/** What the first sync brought is no news: everything here counts as seen, once. Nothing happens before a sync. */
export function _seeFirst(db: WriteDb): void {
  if (readMeta(db, 'scripts_seen') !== null || readMeta(db, 'cookie') === null) return
  db.run('INSERT OR REPLACE INTO script_seen (script_id, version) SELECT id, version FROM script_view WHERE person_id IS NULL')
  writeMeta(db, 'scripts_seen', 1)
  db.touch('script_seen')
}
