import type { LanguageRule } from '../../../domain/entities/language-rule.ts'
import type { Language } from '../../../domain/entities/scalars.ts'
import type { Script, ScriptContent } from '../../../domain/entities/script.ts'
import { scriptPinyin } from '../../../domain/palette/pinyin.ts'
import type { RosterPerson, RosterRead } from '../../shift/roster-file.ts'
import type { Issue, Use } from '../hygiene/find.ts'
import type { FileMapping } from './columns.ts'
import type { ExportFormat } from './export.ts'
import type { Existing } from './plan.ts'
import { readFile } from './read-file.ts'
import type { ReadSummary } from './read-file.ts'
import { textRules } from './text-check.ts'
import type { TextRules } from './text-check.ts'

/** Long work on files and texts. Rows come as the JSON the database made of them, so that the thread that answers never reads them. */
export type Work =
  | { kind: 'read', bytes: string, mapping: FileMapping | null, existing: string, rules: string, timeZone: string }
  | { kind: 'export', scripts: string, format: ExportFormat, language: Language, timeZone: string }
  | { kind: 'hygiene', scripts: string, rules: string, uses: Use[], nowMs: number, timeZone: string, unusedDays: number }
  | { kind: 'roster', bytes: string, people: RosterPerson[], timeZone: string }

export interface Done {
  /** `count`: rows that an import has to write; they are told while it reads. */
  readonly read: { summary: ReadSummary, count: number }
  /** Base64. */
  readonly export: string
  readonly hygiene: Issue[]
  readonly roster: RosterRead
}
/** The result of a piece of work, and what is left to do that nobody waits for. */
interface Answered<K extends Work['kind']> { readonly value: Done[K], readonly rest: (() => void) | null }

/** Some of the rows that an import has to write, in order, as JSON (PlannedRow[]). */
export interface Rows { readonly json: string, readonly count: number }
/** What a thread tells besides its result: rows while it reads, and their readings, from an index on, when it has answered. */
export interface Tell { rows(rows: Rows): void, readings(from: number, readings: readonly string[]): void }
/** Of one message. */
const READINGS = 1_000

let compiled: { rules: string, texts: TextRules } | null = null

/** Compiled once for the files that one supervisor tries after the other. */
function textRulesOf(rules: string): TextRules {
  compiled = compiled?.rules === rules ? compiled : { rules, texts: textRules(JSON.parse(rules) as LanguageRule[]) }
  return compiled.texts
}

async function read({ bytes, mapping, existing, rules, timeZone }: Extract<Work, { kind: 'read' }>, tell: Tell): Promise<Answered<'read'>> {
  const { check } = textRulesOf(rules)
  const { summary, work } = await readFile({
    bytes: Buffer.from(bytes, 'base64'), mapping, existing: JSON.parse(existing) as Existing[], timeZone, check,
    planned: (rows) => { tell.rows({ json: JSON.stringify(rows), count: rows.length }) },
  })
  const readings = (): void => {
    for (let from = 0; from < work.length; from += READINGS) tell.readings(from, work.slice(from, from + READINGS).map(({ content }) => scriptPinyin(content)))
  }
  return { value: { summary, count: work.length }, rest: summary.faultCount > 0 ? null : readings }
}

// What only some work needs is read with it: a thread that is started for a table in text has a third less to read.
async function table({ scripts, format, language, timeZone }: Extract<Work, { kind: 'export' }>): Promise<string> {
  const { exportTable } = await import('./export.ts')
  const bytes = await exportTable(JSON.parse(scripts) as ScriptContent[], format, language, timeZone)
  return Buffer.from(bytes).toString('base64')
}

async function hygiene({ scripts, rules, uses, nowMs, timeZone, unusedDays }: Extract<Work, { kind: 'hygiene' }>): Promise<Issue[]> {
  const { findIssues } = await import('../hygiene/find.ts')
  return findIssues({ scripts: JSON.parse(scripts) as Script[], uses, nowMs, timeZone, unusedDays, ...textRulesOf(rules) })
}

async function roster({ bytes, people, timeZone }: Extract<Work, { kind: 'roster' }>): Promise<RosterRead> {
  const { readRoster } = await import('../../shift/roster-file.ts')
  return readRoster(Buffer.from(bytes, 'base64'), people, timeZone)
}

/** Does one piece of work; runs in a thread of its own (worker.ts). @returns its result, and what is to be done once that is told */
export async function doWork(work: Work, tell: Tell): Promise<Answered<Work['kind']>> {
  switch (work.kind) {
    case 'read': return read(work, tell)
    case 'export': return { value: await table(work), rest: null }
    case 'hygiene': return { value: await hygiene(work), rest: null }
    case 'roster': return { value: await roster(work), rest: null }
  }
}
