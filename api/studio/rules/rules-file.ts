import { LanguageRuleContent, type LanguageRule } from '../../../domain/entities/language-rule.ts'
import type { Fault } from '../../../protocol/studio.ts'
import { decodeText } from '../files/decode.ts'
import { readTable, type TableRow } from '../files/table.ts'
import { languageOfWord } from '../files/words.ts'

/** A rule of a file; `id` null = a new one. */
export interface FileRule { readonly line: number, readonly id: string | null, readonly content: LanguageRuleContent }

const COLUMNS = ['id', 'rule', 'severity', 'language', 'wordings', 'exceptions', 'positive', 'reason', 'active'] as const
type Column = (typeof COLUMNS)[number]
/** Headers in Chinese, and short forms. */
const HEADERS = new Map<string, Column>([
  ...COLUMNS.map((column): [string, Column] => [column, column]), ['编号', 'id'], ['规则', 'rule'], ['级别', 'severity'], ['严重程度', 'severity'], ['语言', 'language'],
  ['禁用说法', 'wordings'], ['说法', 'wordings'], ['wording', 'wordings'], ['例外', 'exceptions'], ['exception', 'exceptions'], ['建议说法', 'positive'], ['推荐说法', 'positive'],
  ['理由', 'reason'], ['说明', 'reason'], ['启用', 'active'],
])
const SEVERITIES = new Map([['block', 'block'], ['禁止', 'block'], ['拦截', 'block'], ['warn', 'warn'], ['警告', 'warn'], ['提醒', 'warn'], ['note', 'note'], ['提示', 'note'], ['记录', 'note']])
const MOST_RULES = 3_000
const UTF8_MARK = '\uFEFF'
const FORMULA = /^'*[=+\-@\t\r]/

/** The rules as a CSV table; several wordings of one rule stand in one cell, a line each. */
export function rulesAsCsv(rules: readonly LanguageRule[]): string {
  const cell = (text: string): string => {
    const safe = FORMULA.test(text) ? `'${text}` : text
    return /[",;\t\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  const rows = rules.map((rule) => [rule.id, rule.rule, rule.severity, rule.language, rule.wordings.join('\n'), rule.exceptions.join('\n'), rule.positive ?? '', rule.reason ?? '', rule.active ? '1' : '0'])
  return UTF8_MARK + [[...COLUMNS], ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')
}

/** The rules as JSON, with what a supervisor writes of each. */
export function rulesAsJson(rules: readonly LanguageRule[]): string {
  return `${JSON.stringify(rules.map((rule) => ({ id: rule.id, ...contentOf(rule) })), null, 2)}\n`
}

/** What a supervisor writes of a rule. */
export function contentOf(rule: LanguageRule): LanguageRuleContent {
  return LanguageRuleContent.parse(rule)
}

const fault = (line: number | null, column: string | null, code: Fault['code'], value = ''): Fault => ({ line, column, code, value: value.slice(0, 200) })

/** Rules of a JSON or CSV (XLSX) file. Comes out: the rules, or every fault with its line. */
export async function readRules(bytes: Uint8Array): Promise<{ rules: FileRule[], faults: Fault[] }> {
  const text = decodeText(bytes)?.text.trimStart() ?? ''
  const found = text.startsWith('[') || text.startsWith('{') ? fromJson(text) : await fromTable(bytes)
  const rules = found.filter((one): one is FileRule => 'content' in one)
  const faults = found.filter((one): one is Fault => 'code' in one)
  const twice = rules.filter(({ id }, at) => id !== null && rules.findIndex((other) => other.id === id) !== at)
  faults.push(...twice.map(({ line, id }) => fault(line, 'id', 'duplicate_code', id ?? '')))
  if (rules.length > MOST_RULES) faults.push(fault(null, null, 'too_many_rows', String(MOST_RULES)))
  return { rules, faults: faults.slice(0, 500) }
}

function fromJson(text: string): (FileRule | Fault)[] {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return [fault(null, null, 'bad_json')]
  }
  if (!Array.isArray(read)) return [fault(null, null, 'bad_json')]
  if (read.length === 0) return [fault(null, null, 'empty_file')]
  return read.flatMap((one: unknown, at) => checked(at + 1, one as Record<string, unknown>))
}

async function fromTable(bytes: Uint8Array): Promise<(FileRule | Fault)[]> {
  const table = await readTable(bytes)
  if ('code' in table) return [table]
  const [head, ...rows] = table.rows
  const columns = (head?.cells ?? []).map((name) => HEADERS.get(name.normalize('NFKC').trim().toLowerCase()) ?? null)
  if (!columns.includes('wordings') || !columns.includes('rule')) return [fault(head?.line ?? null, null, 'wrong_columns')]
  return rows.flatMap((row) => checked(row.line, fromCells(row, columns)))
}

function fromCells({ cells }: TableRow, columns: readonly (Column | null)[]): Record<string, unknown> {
  const cell = (column: Column): string => {
    const text = (cells[columns.indexOf(column)] ?? '').trim()
    return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text
  }
  const list = (column: Column): string[] => cell(column).split(/[\n|]/).map((one) => one.trim()).filter((one) => one !== '')
  return {
    id: cell('id') === '' ? null : cell('id'), rule: cell('rule').toUpperCase(), severity: SEVERITIES.get(cell('severity').toLowerCase()) ?? cell('severity'),
    language: cell('language') === '' ? (/\p{Script=Han}/u.test(cell('wordings')) ? 'zh' : 'en') : languageOfWord(cell('language')) ?? cell('language'),
    wordings: list('wordings'), exceptions: list('exceptions'), positive: cell('positive') === '' ? null : cell('positive'),
    reason: cell('reason') === '' ? null : cell('reason'), active: !/^(?:0|false|no|否|停用)$/i.test(cell('active')),
  }
}

const CODE_OF: Record<string, Fault['code']> = { too_big: 'too_long', too_small: 'missing', invalid_type: 'missing' }

function checked(line: number, given: Record<string, unknown> | null): (FileRule | Fault)[] {
  const parsed = LanguageRuleContent.safeParse(given)
  const id = given?.['id']
  const idFault = id === null || id === undefined || (typeof id === 'string' && /^[A-Za-z0-9_:.-]{1,64}$/.test(id)) ? [] : [fault(line, 'id', 'unknown_value', typeof id === 'string' ? id : '')]
  if (parsed.success && idFault.length === 0) return [{ line, id: typeof id === 'string' ? id : null, content: parsed.data }]
  const issues = parsed.success ? [] : parsed.error.issues
  return [...idFault, ...issues.map(({ path, code }) => {
    const column = String(path[0] ?? '')
    const value = path.reduce<unknown>((within, key) => typeof within === 'object' && within !== null ? Reflect.get(within, key) : undefined, given)
    const text = typeof value === 'string' ? value : ''
    if (column === 'language') return fault(line, column, 'unknown_language', text)
    return fault(line, column === '' ? null : column, text === '' ? 'missing' : CODE_OF[code] ?? 'unknown_value', text)
  })]
}
