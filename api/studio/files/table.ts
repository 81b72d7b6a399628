import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import type { Fault } from '../../../protocol/studio.ts'
import { decodeText } from './decode.ts'
import type { TextEncoding } from './decode.ts'
import { unpacksWithin } from './unpacked-size.ts'

export interface TableRow {
  /** Of the file, from 1; of a row over several lines the first. In a sheet the row's number. */
  readonly line: number
  readonly cells: readonly string[]
}
export interface Table { readonly encoding: TextEncoding | 'xlsx', readonly rows: readonly TableRow[] }

export const MOST_ROWS = 20_000
export const MOST_COLUMNS = 100
/** A sheet of 20,000 long scripts unpacks to about 60 MB. */
const MOST_UNPACKED = 192 * 1024 * 1024
const DELIMITERS = [',', '\t', ';', '，', '|'] as const

const fault = (code: Fault['code'], line: number | null = null, value = ''): Fault => ({ line, column: null, code, value })

/** The one that parts the first line into the most cells. */
function delimiterOf(text: string): string {
  const first = text.split(/\r\n|\n|\r/).find((line) => line.trim() !== '') ?? ''
  const outside = first.replace(/"(?:[^"]|"")*"/g, '')
  const counts = DELIMITERS.map((delimiter) => outside.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}

function isBlank({ cells }: TableRow): boolean {
  return cells.every((cell) => cell.trim() === '')
}

/** Line ends are made one kind first: the parser counts \r\n inside quotes as two lines. */
function readCsv(text: string): TableRow[] | Fault {
  const rows: TableRow[] = []
  let before = 0
  try {
    parse(text.replace(/\r\n?/g, '\n'), {
      delimiter: delimiterOf(text), relaxColumnCount: true, relaxQuotes: true, recordDelimiter: '\n',
      // Read past the one row too many, with its empty lines: a file of a million rows is not taken in.
      to: MOST_ROWS * 2,
      onRecord: (cells, { lines }) => {
        const row = { line: before + 1, cells }
        before = lines
        if (!isBlank(row)) rows.push(row)
        return null
      },
    })
    return rows
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return fault('unreadable', before + 1, String(error.code))
  }
}

/** A cell of a sheet as text. Of a formula the stored result is taken; the formula itself is never run. */
function sheetCell(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 19).replace('T', ' ').replace(' 00:00:00', '')
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

async function readXlsx(bytes: Uint8Array): Promise<TableRow[] | Fault> {
  if (!unpacksWithin(bytes, MOST_UNPACKED)) return fault('unreadable')
  try {
    const sheet = await readSheet(Buffer.from(bytes))
    return sheet.map((cells, at) => ({ line: at + 1, cells: cells.map(sheetCell) })).filter((row) => !isBlank(row))
  } catch (error) {
    return fault('unreadable', null, error instanceof Error ? error.message.slice(0, 100) : '')
  }
}

/**
 * The rows of a CSV file (comma, tab, semicolon; UTF-8, UTF-16, GBK) or of the first sheet of an XLSX file. Empty rows are left out.
 * Goes in: the file's bytes. Comes out: the table, its first row the headers, or the one fault why there is none.
 */
export async function readTable(bytes: Uint8Array): Promise<Table | Fault> {
  if (bytes.length === 0) return fault('empty_file')
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b
  const decoded = isArchive ? null : decodeText(bytes)
  if (!isArchive && !decoded) return fault('unreadable')
  const rows = decoded ? readCsv(decoded.text) : await readXlsx(bytes)
  if (!Array.isArray(rows)) return rows
  if (rows.length < 2) return fault('empty_file')
  if (rows.length > MOST_ROWS + 1) return fault('too_many_rows', null, String(MOST_ROWS))
  const columns = rows[0]?.cells.length ?? 0
  if (columns > MOST_COLUMNS) return fault('wrong_columns', rows[0]?.line ?? null, String(columns))
  return { encoding: decoded?.encoding ?? 'xlsx', rows }
}
