import type { Fault, StudioOutput } from '../../../protocol/studio.ts'
import { columnNames, guessMapping, recognise } from './columns.ts'
import type { FileMapping } from './columns.ts'
import { planImport } from './plan.ts'
import type { Existing, PlannedRow, TextCheck } from './plan.ts'
import { readTable } from './table.ts'

const PREVIEW = 50
const MOST_FAULTS = 500
const SAMPLES = 3
const SAMPLE_LENGTH = 80

export interface ReadInput {
  readonly bytes: Uint8Array
  /** As the supervisor set it; null = guess. */
  readonly mapping: FileMapping | null
  readonly existing: readonly Existing[]
  readonly timeZone: string
  readonly check: TextCheck
  /** Told what has to be written, in order, some rows at a time, while the rest is read; no more of it once a row is broken. */
  readonly planned?: (rows: readonly PlannedRow[]) => void
}
export type ReadSummary = Omit<StudioOutput<'import.read'>, 'importId'>
export interface ReadResult {
  readonly summary: ReadSummary
  /** What has to be written, in the order of the file. */
  readonly work: readonly PlannedRow[]
}

const nothing = (fault: Fault): ReadResult => ({
  summary: {
    recognised: 'unknown', encoding: 'utf-8', columns: [], mapping: {}, total: 0, fresh: 0, changed: 0, same: 0, preview: [], faults: [fault],
    faultCount: 1,
  },
  work: [],
})

/** Reads a file of scripts as far as it can be read; every fault is in the summary, nothing is thrown for a bad file. */
export async function readFile({ bytes, mapping: given, existing, timeZone, check, planned }: ReadInput): Promise<ReadResult> {
  const table = await readTable(bytes)
  if (!('rows' in table)) return nothing(table)
  const [header, ...rows] = table.rows
  const columns = columnNames(header?.cells ?? [])
  const recognised = recognise(columns)
  const mapping = given ?? guessMapping(columns)
  const codesOptional = recognised === 'qianniu'
  const plan = mapping.body === undefined || !columns.includes(mapping.body)
    ? { rows: [], faults: [{ line: header?.line ?? null, column: null, code: 'wrong_columns' as const, value: columns.slice(0, 5).join(', ').slice(0, 200) }] }
    : planImport({ columns, rows, mapping, codesOptional, existing, timeZone, check }, planned)
  const count = (action: string): number => plan.rows.filter((row) => row.action === action).length
  return {
    summary: {
      recognised, encoding: table.encoding, mapping, total: rows.length,
      columns: columns.map((name, at) => ({
        name, sample: rows.slice(0, SAMPLES).map(({ cells }) => (cells[at] ?? '').trim().slice(0, SAMPLE_LENGTH)),
      })),
      fresh: count('new'), changed: count('change'), same: count('same'),
      preview: plan.rows.slice(0, PREVIEW).map(({ line, action, content }) => ({ line, action, content })),
      faults: plan.faults.slice(0, MOST_FAULTS), faultCount: plan.faults.length,
    },
    work: plan.rows.filter(({ action }) => action !== 'same'),
  }
}
