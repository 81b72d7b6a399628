import type { ReadDb, WriteDb } from '../handle.ts'

/** The single values of a file. Values are text; numbers and objects as JSON where said. */
export type MetaKey =
  | 'cookie' | 'epoch' | 'device_id' | 'next_mutation_id' | 'session' | 'me' | 'shop'
  /** Newest server time ever seen or estimated (lease), and when the server was last heard: epoch ms. */
  | 'high_water_ms' | 'heard_at_ms' | 'lease_hours'
  | 'synced_at_ms' | 'escrowed' | 'settings' | 'clock_offset_ms' | 'snapshot_wanted'
  /** Set once the scripts that came with the first sync count as seen. */
  | 'scripts_seen'

/** @returns null when never written */
export function readMeta(db: ReadDb, key: MetaKey): string | null {
  return db.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', key)?.value ?? null
}

export function readNumber(db: ReadDb, key: MetaKey): number | null {
  const value = readMeta(db, key)
  return value === null ? null : Number(value)
}

export function writeMeta(db: WriteDb, key: MetaKey, value: string | number): void {
  db.run('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value', key, String(value))
  if (key === 'settings' || key === 'me') db.touch(key)
}

export function deleteMeta(db: WriteDb, key: MetaKey): void {
  db.run('DELETE FROM meta WHERE key = ?', key)
}
