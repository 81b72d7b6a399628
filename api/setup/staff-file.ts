import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { Role, Seniority } from '../../domain/entities/people.ts'
import { Language } from '../../domain/entities/scalars.ts'

/** One person of a staff file, still with team names. */
export interface StaffEntry {
  /** Line in the file, from 1; the header is line 1. */
  readonly line: number
  readonly account: string
  readonly name: string
  readonly roles: Role[]
  readonly teams: string[]
  readonly seniority: Seniority
  readonly skills: string[]
  readonly languages: Language[]
  readonly conversationLimit: number
}

export interface StaffError {
  readonly line: number
  readonly column: string | null
  readonly problem: string
}

export interface StaffFile {
  readonly entries: StaffEntry[]
  readonly errors: StaffError[]
}

/** Header words, also as a Chinese spreadsheet names them. */
const COLUMNS: Record<string, string> = {
  account: 'account', 账号: 'account', name: 'name', 姓名: 'name', 昵称: 'name', roles: 'roles', role: 'roles', 角色: 'roles',
  teams: 'teams', team: 'teams', 团队: 'teams', 组: 'teams', seniority: 'seniority', 资历: 'seniority', skills: 'skills',
  技能: 'skills', languages: 'languages', 语言: 'languages', limit: 'limit', 接待上限: 'limit',
}
const ROLE_WORDS: Record<string, Role> = {
  客服: 'agent', 新人: 'trainee', 主管: 'supervisor', 质检: 'qc_reviewer', 讲师: 'trainer', 部门: 'department_member',
  管理员: 'admin',
}
const SENIORITY_WORDS: Record<string, Seniority> = { 新人: 'trainee', 普通: 'junior', 资深: 'senior' }
const LANGUAGE_WORDS: Record<string, Language> = { 中文: 'zh', 英文: 'en', 英语: 'en' }
const REQUIRED = ['account', 'name', 'roles', 'teams']
const MAX_LINES = 5_000

/** Sign-in names: no spaces, so that they can be typed and read out. */
export const Account = z.string().min(2).max(60).regex(/^[\p{L}\p{N}._@-]+$/u)
const Limit = z.coerce.number().int().min(0).max(200)

const list = (cell: string): string[] => cell.split(/[;|、,，；]/).map((word) => word.trim()).filter((word) => word !== '')

function words<T>(cell: string, schema: z.ZodType<T>, chinese: Record<string, T>): { good: T[], bad: string[] } {
  const good: T[] = []
  const bad: string[] = []
  for (const word of list(cell)) {
    const parsed = schema.safeParse(chinese[word] ?? word.toLowerCase())
    if (parsed.success) good.push(parsed.data)
    else bad.push(word)
  }
  return { good, bad }
}

function readLine(line: number, cells: Record<string, string>, seen: Set<string>): StaffEntry | StaffError[] {
  const errors: StaffError[] = []
  const wrong = (column: string, problem: string): void => { errors.push({ line, column, problem }) }
  const account = Account.safeParse(cells['account'] ?? '')
  if (!account.success) wrong('account', '2 to 60 letters, digits or . _ @ -')
  else if (seen.has(account.data.toLowerCase())) wrong('account', `"${account.data}" stands in this file twice`)
  else seen.add(account.data.toLowerCase())
  const name = (cells['name'] ?? '').trim()
  if (name === '' || name.length > 60) wrong('name', '1 to 60 characters')
  const roles = words(cells['roles'] ?? '', Role, ROLE_WORDS)
  if (roles.bad.length > 0) wrong('roles', `unknown: ${roles.bad.join(', ')}; known: ${Role.options.join(', ')}`)
  else if (roles.good.length === 0) wrong('roles', 'at least one')
  const languages = words(cells['languages'] ?? '', Language, LANGUAGE_WORDS)
  if (languages.bad.length > 0) wrong('languages', `unknown: ${languages.bad.join(', ')}; known: zh, en`)
  const rank = (cells['seniority'] ?? '').trim()
  const fallback = roles.good.includes('trainee') ? 'trainee' : 'junior'
  const seniority = Seniority.safeParse(rank === '' ? fallback : SENIORITY_WORDS[rank] ?? rank.toLowerCase())
  if (!seniority.success) wrong('seniority', `one of ${Seniority.options.join(', ')}`)
  const limit = Limit.safeParse((cells['limit'] ?? '').trim() === '' ? 8 : cells['limit'])
  if (!limit.success) wrong('limit', 'a whole number from 0 to 200')
  if (errors.length > 0 || !account.success || !seniority.success || !limit.success) return errors
  return {
    line, account: account.data, name, roles: [...new Set(roles.good)], teams: list(cells['teams'] ?? ''),
    seniority: seniority.data, skills: list(cells['skills'] ?? '').slice(0, 30),
    languages: languages.good.length > 0 ? [...new Set(languages.good)] : ['zh'], conversationLimit: limit.data,
  }
}

interface Row {
  readonly record: string[]
  readonly info: { readonly lines: number }
}

function readTable(text: string): Row[] | StaffError {
  try {
    return parse(text, {
      bom: true, info: true, relaxColumnCount: true, trim: true, skipEmptyLines: true, toLine: MAX_LINES,
    }) as unknown as Row[]
  } catch (error) {
    const line = error instanceof Error && 'lines' in error && typeof error.lines === 'number' ? error.lines : 1
    return { line, column: null, problem: 'not a CSV table (check the quotes)' }
  }
}

/**
 * Reads a staff list (N5): CSV with a header line, in English or Chinese words; lists in a cell are parted by ; or 、.
 * In: the file's text. Out: the good entries and every fault with its line; nothing is thrown.
 */
export function readStaffFile(text: string): StaffFile {
  const table = readTable(text)
  if (!Array.isArray(table)) return { entries: [], errors: [table] }
  const header = (table[0]?.record ?? []).map((cell) => COLUMNS[cell.toLowerCase()] ?? cell)
  const missing = REQUIRED.filter((column) => !header.includes(column))
  if (missing.length > 0) {
    return { entries: [], errors: [{ line: 1, column: null, problem: `columns missing: ${missing.join(', ')}` }] }
  }
  const entries: StaffEntry[] = []
  const errors: StaffError[] = []
  const seen = new Set<string>()
  for (const { record, info } of table.slice(1)) {
    const cells = Object.fromEntries(header.map((column, at) => [column, record[at] ?? '']))
    const read = readLine(info.lines, cells, seen)
    if (Array.isArray(read)) errors.push(...read)
    else entries.push(read)
  }
  return { entries, errors }
}
