import type { ScriptContent } from '../../../domain/entities/script.ts'
import { pinyinOf } from '../../../domain/palette/pinyin.ts'
import type { Fault } from '../../../protocol/studio.ts'
import type { FileMapping } from './columns.ts'
import { contentOfRow, meantCell, titleOf } from './row.ts'
import type { Cells, Field, Wrong } from './row.ts'
import type { TableRow } from './table.ts'

/** A script as it is live. */
export type Existing = ScriptContent & { readonly id: string, readonly version: number }
export type RowAction = 'new' | 'change' | 'same'
export interface PlannedRow {
  readonly line: number
  readonly action: RowAction
  /** Of the script that is changed; null of a new one. */
  readonly id: string | null
  readonly baseVersion: number
  readonly content: ScriptContent
}
export interface Plan { readonly rows: PlannedRow[], readonly faults: Fault[] }

/** Finds what must not be in a text: names of variables there are none of, and wordings that block. */
export type TextCheck = (content: ScriptContent) => Pick<Fault, 'code' | 'value'>[]

export interface PlanInput {
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
  readonly mapping: FileMapping
  /** The file is one of 千牛: a phrase may have no code there, and gets one here. */
  readonly codesOptional: boolean
  readonly existing: readonly Existing[]
  readonly timeZone: string
  readonly check: TextCheck
}

const CODE_LENGTH = 4
const keyOf = (code: string): string => code.normalize('NFKC').toLowerCase()
const KEPT = ['code', 'stage', 'scene', 'title', 'body', 'language', 'tags', 'validFromMs', 'validToMs', 'campaign'] as const

function isSame(content: ScriptContent, existing: Existing): boolean {
  return KEPT.every((key) => content[key] === existing[key] || JSON.stringify(content[key]) === JSON.stringify(existing[key]))
}

/** Initials of the first characters of the title: nhqw of 你好，请问. */
function initials(body: string): string {
  const letters = pinyinOf(titleOf(body)).split(/\s+/).flatMap((syllable) => /^[a-z0-9]/.exec(syllable)?.[0] ?? [])
  return letters.slice(0, CODE_LENGTH).join('') || 'hs'
}

/** Codes in use, those of the file and those there are, and new ones beside them. */
class Codes {
  readonly #taken: Set<string>
  readonly #byBody: Map<string, string>
  constructor({ existing, rows, columns, mapping }: PlanInput) {
    const at = mapping.code === undefined ? -1 : columns.indexOf(mapping.code)
    const written = at < 0 ? [] : rows.map(({ cells }) => keyOf(meantCell(cells[at] ?? '', false)))
    this.#taken = new Set([...existing.map(({ code }) => keyOf(code)), ...written])
    this.#byBody = new Map(existing.map(({ body, code }) => [body, code]))
  }

  /** The code of the same phrase if it is here already, so that a file read again changes nothing; else a new one. */
  of(body: string): string {
    const known = this.#byBody.get(body)
    if (known !== undefined) return known
    const base = initials(body)
    let code = base
    for (let number = 2; this.#taken.has(code); number++) code = `${base}${number}`
    this.#taken.add(code)
    this.#byBody.set(body, code)
    return code
  }
}

/** Rows told at a time. */
const TOLD = 1_000

/**
 * What would come of each row of a table (nothing is stored here). Comes out: the good rows, and every fault with line and column.
 * @param planned told the rows that change something as soon as they are known; no more of them once one is broken
 */
export function planImport(input: PlanInput, planned: (rows: readonly PlannedRow[]) => void = () => undefined): Plan {
  const { columns, mapping, existing, timeZone, check, codesOptional } = input
  const fields = (Object.entries(mapping) as [Field, string][]).map(([field, column]) => ({ field, column, at: columns.indexOf(column) }))
    .filter(({ at }) => at >= 0)
  const columnOf = new Map<Field, string>(fields.map(({ field, column }) => [field, column]))
  const byCode = new Map(existing.map((one) => [keyOf(one.code), one]))
  const codes = new Codes(input)
  const lines = new Map<string, number>()
  const plan: Plan = { rows: [], faults: [] }
  let untold: PlannedRow[] = []
  for (const { line, cells: texts } of input.rows) {
    const cells: Cells = {}
    for (const { field, at } of fields) cells[field] = meantCell(texts[at] ?? '', codesOptional)
    const makesCode = !cells.code && (codesOptional || !columnOf.has('code'))
    if (makesCode && cells.body) cells.code = codes.of(cells.body)
    const found = byCode.get(keyOf(cells.code ?? '')) ?? null
    const { content, wrong } = contentOfRow(cells, found, timeZone)
    if (content.code === '' && !makesCode) wrong.unshift({ field: 'code', code: 'missing', value: '' })
    const key = keyOf(content.code)
    if (key !== '' && lines.has(key)) wrong.push({ field: 'code', code: 'duplicate_code', value: `${content.code} (${lines.get(key)})` })
    else lines.set(key, line)
    if (content.body !== '') wrong.push(...check(content).map((one): Wrong => ({ ...one, field: 'body' })))
    for (const { field, code, value } of wrong) plan.faults.push({ line, column: columnOf.get(field) ?? null, code, value })
    if (wrong.length > 0) continue
    const action = found === null ? 'new' : isSame(content, found) ? 'same' : 'change'
    const row: PlannedRow = { line, action, id: found?.id ?? null, baseVersion: found?.version ?? 0, content }
    plan.rows.push(row)
    if (action !== 'same') untold.push(row)
    if (untold.length < TOLD || plan.faults.length > 0) continue
    planned(untold)
    untold = []
  }
  if (untold.length > 0 && plan.faults.length === 0) planned(untold)
  return plan
}
