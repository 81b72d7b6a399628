import type { ReadDb, WriteDb } from '../../db/handle.ts'
import { readMeta, writeMeta } from '../../db/local/meta.ts'
import type { Language } from '../../domain/entities/scalars.ts'
import { DeskSettings } from '../../protocol/settings.ts'

/** What was read last: every live query looks at the settings, which change once a month. */
let last: { text: string | null; settings: DeskSettings } | null = null

/** @returns the settings kept in this file; what is missing or of another version has its default. Not to be changed */
export function readSettings(db: ReadDb): Readonly<DeskSettings> {
  const text = readMeta(db, 'settings')
  if (last?.text !== text || last === null) {
    const parsed = DeskSettings.safeParse(text === null ? {} : JSON.parse(text))
    last = { text, settings: parsed.success ? parsed.data : DeskSettings.parse({}) }
  }
  return last.settings
}

export function saveSettings(db: WriteDb, change: Partial<DeskSettings>): void {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  writeMeta(db, 'settings', JSON.stringify({ ...readSettings(db), ...given }))
}

/** @returns the agent's language; the system's where none was chosen */
export function languageOf({ language }: Readonly<DeskSettings>, locale: string): Language {
  return language === 'system' ? (locale.startsWith('zh') ? 'zh' : 'en') : language
}
