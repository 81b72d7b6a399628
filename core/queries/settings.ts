import type { ReadDb, WriteDb } from '../../db/handle.ts'
import { readMeta, writeMeta } from '../../db/local/meta.ts'
import { DeskSettings } from '../../protocol/views.ts'

/** @returns the settings kept in this file; what is missing or of another version has its default */
export function readSettings(db: ReadDb): DeskSettings {
  const kept = readMeta(db, 'settings')
  const parsed = DeskSettings.safeParse(kept === null ? {} : JSON.parse(kept))
  return parsed.success ? parsed.data : DeskSettings.parse({})
}

export function saveSettings(db: WriteDb, change: Partial<DeskSettings>): void {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  writeMeta(db, 'settings', JSON.stringify({ ...readSettings(db), ...given }))
}
