import type { LanguageRule } from '../../../domain/entities/language-rule.ts'
import type { Language } from '../../../domain/entities/scalars.ts'
import type { Script, ScriptContent } from '../../../domain/entities/script.ts'
import { findIssues } from '../hygiene/find.ts'
import type { Issue, Use } from '../hygiene/find.ts'
import type { FileMapping } from './columns.ts'
import { exportTable } from './export.ts'
import type { ExportFormat } from './export.ts'
import type { Existing } from './plan.ts'
import { readFile } from './read-file.ts'
import type { ReadSummary } from './read-file.ts'
import { textRules } from './text-check.ts'

/** Long work on files and texts. Rows come as the JSON the database made of them, so that the thread that answers never reads them. */
export type Work =
  | { kind: 'read', bytes: string, mapping: FileMapping | null, existing: string, rules: string, timeZone: string }
  | { kind: 'export', scripts: string, format: ExportFormat, language: Language, timeZone: string }
  | { kind: 'hygiene', scripts: string, rules: string, uses: Use[], nowMs: number, timeZone: string, unusedDays: number }

export interface Done {
  /** `rows`: JSON of what an import has to write (PlannedRow[]). */
  readonly read: { summary: ReadSummary, rows: string, count: number }
  /** Base64. */
  readonly export: string
  readonly hygiene: Issue[]
}
export type Result = { [K in Work['kind']]: { kind: K, value: Done[K] } }[Work['kind']]

async function read({ bytes, mapping, existing, rules, timeZone }: Extract<Work, { kind: 'read' }>): Promise<Done['read']> {
  const { check } = textRules(JSON.parse(rules) as LanguageRule[])
  const { summary, work } = await readFile({
    bytes: Buffer.from(bytes, 'base64'), mapping, existing: JSON.parse(existing) as Existing[], timeZone, check,
  })
  return { summary, rows: JSON.stringify(work), count: work.length }
}

async function table({ scripts, format, language, timeZone }: Extract<Work, { kind: 'export' }>): Promise<string> {
  const bytes = await exportTable(JSON.parse(scripts) as ScriptContent[], format, language, timeZone)
  return Buffer.from(bytes).toString('base64')
}

function hygiene({ scripts, rules, uses, nowMs, timeZone, unusedDays }: Extract<Work, { kind: 'hygiene' }>): Issue[] {
  return findIssues({ scripts: JSON.parse(scripts) as Script[], uses, nowMs, timeZone, unusedDays, ...textRules(JSON.parse(rules) as LanguageRule[]) })
}

/** Does one piece of work; runs in a thread of its own (worker.ts). */
export async function doWork(work: Work): Promise<Result> {
  switch (work.kind) {
    case 'read': return { kind: 'read', value: await read(work) }
    case 'export': return { kind: 'export', value: await table(work) }
    case 'hygiene': return { kind: 'hygiene', value: hygiene(work) }
  }
}
