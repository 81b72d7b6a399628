import type { LanguageRule } from '../../../domain/entities/language-rule.ts'
import type { Language } from '../../../domain/entities/scalars.ts'
import type { Script, ScriptContent } from '../../../domain/entities/script.ts'
import type { Issue, Use } from '../hygiene/find.ts'
import type { FileMapping } from './columns.ts'
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
  /** `count`: rows that an import has to write; they are told while it reads. */
  readonly read: { summary: ReadSummary, count: number }
  /** Base64. */
  readonly export: string
  readonly hygiene: Issue[]
}
export type Result = { [K in Work['kind']]: { kind: K, value: Done[K] } }[Work['kind']]

/** Some of the rows that an import has to write, in order, as JSON (PlannedRow[]). */
export interface Rows { readonly json: string, readonly count: number }

async function read({ bytes, mapping, existing, rules, timeZone }: Extract<Work, { kind: 'read' }>, tell: (rows: Rows) => void): Promise<Done['read']> {
  const { check } = textRules(JSON.parse(rules) as LanguageRule[])
  const { summary, work } = await readFile({
    bytes: Buffer.from(bytes, 'base64'), mapping, existing: JSON.parse(existing) as Existing[], timeZone, check,
    planned: (rows) => { tell({ json: JSON.stringify(rows), count: rows.length }) },
  })
  return { summary, count: work.length }
}

// What only some work needs is read with it: a thread that is started for a table in text has a third less to read.
async function table({ scripts, format, language, timeZone }: Extract<Work, { kind: 'export' }>): Promise<string> {
  const { exportTable } = await import('./export.ts')
  const bytes = await exportTable(JSON.parse(scripts) as ScriptContent[], format, language, timeZone)
  return Buffer.from(bytes).toString('base64')
}

async function hygiene({ scripts, rules, uses, nowMs, timeZone, unusedDays }: Extract<Work, { kind: 'hygiene' }>): Promise<Issue[]> {
  const { findIssues } = await import('../hygiene/find.ts')
  return findIssues({ scripts: JSON.parse(scripts) as Script[], uses, nowMs, timeZone, unusedDays, ...textRules(JSON.parse(rules) as LanguageRule[]) })
}

/** Does one piece of work; runs in a thread of its own (worker.ts). @param tell the rows of a file, while it is read */
export async function doWork(work: Work, tell: (rows: Rows) => void): Promise<Result> {
  switch (work.kind) {
    case 'read': return { kind: 'read', value: await read(work, tell) }
    case 'export': return { kind: 'export', value: await table(work) }
    case 'hygiene': return { kind: 'hygiene', value: await hygiene(work) }
  }
}
