import type { Shift } from '../../domain/entities/roster.ts'
import { personConflicts } from '../../domain/roster/conflicts.ts'
import { dateAt, zonedMs } from '../../domain/roster/zoned.ts'
import type { ShiftOutput } from '../../protocol/shift.ts'
import { timeOfCell } from '../studio/files/dates.ts'
import { readTable } from '../studio/files/table.ts'
import type { TableRow } from '../studio/files/table.ts'
import { isYes, kindOfWord, minuteOfCell, rosterColumns } from './roster-words.ts'
import type { RosterField } from './roster-words.ts'

type RosterFault = ShiftOutput<'roster.read'>['faults'][number]
/** Before it has an id and a team. */
export type ReadShift = Omit<Shift, 'id' | 'teamId'>
export interface RosterRead { readonly shifts: ReadShift[], readonly faults: RosterFault[] }
export interface RosterPerson { readonly id: string, readonly account: string, readonly name: string }

const MOST_SHIFTS = 5_000
const MOST_FAULTS = 500
const DAY_MIN = 1_440

const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

/** By account; by name where only one has it: lists of teams often have no accounts. */
function finder(people: readonly RosterPerson[]): (cell: string) => string | undefined {
  const byAccount = new Map(people.map(({ id, account }) => [folded(account), id]))
  const byName = Map.groupBy(people, ({ name }) => folded(name))
  return (cell) => {
    const named = byName.get(folded(cell)) ?? []
    return byAccount.get(folded(cell)) ?? (named.length === 1 ? named[0]?.id : undefined)
  }
}

/** From when to when, by minutes of the day; a day off without times is the whole day, an end before the beginning is the next day's. */
function minutesOf(kind: Shift['kind'], from: string, to: string): { fromMin: number, toMin: number } | RosterFault['value'] {
  if (kind === 'off' && from.trim() === '' && to.trim() === '') return { fromMin: 0, toMin: DAY_MIN }
  const [fromMin, endMin] = [minuteOfCell(from), minuteOfCell(to)]
  if (fromMin === null || fromMin >= DAY_MIN) return from
  if (endMin === null || endMin === fromMin) return to
  return { fromMin, toMin: endMin > fromMin ? endMin : endMin + DAY_MIN }
}

/** One row of the table. @returns the shift, or what is wrong with it */
function readRow(cell: (field: RosterField) => string, personOf: (cell: string) => string | undefined, timeZone: string): ReadShift | Omit<RosterFault, 'line'> {
  const personId = personOf(cell('account'))
  if (personId === undefined) return { code: 'unknown_account', value: cell('account') }
  const dayMs = timeOfCell(cell('date'), timeZone, false)
  if (dayMs === null) return { code: 'bad_date', value: cell('date') }
  const kind = kindOfWord(cell('kind'))
  if (kind === null) return { code: 'unknown_kind', value: cell('kind') }
  const times = minutesOf(kind, cell('from'), cell('to'))
  if (typeof times === 'string') return { code: 'bad_time', value: times }
  const date = dateAt(dayMs, timeZone)
  return { personId, kind, date, fromMs: zonedMs(date, times.fromMin, timeZone), toMs: zonedMs(date, times.toMin, timeZone), duty: isYes(cell('duty')) }
}

/** Rows in which somebody would work twice at once, or on a day off. */
function overlaps(read: ReadonlyMap<number, ReadShift>): RosterFault[] {
  const shifts = [...read].map(([line, shift]) => ({ ...shift, id: String(line), teamId: '' }))
  return personConflicts(shifts).filter(({ code }) => code === 'overlap' || code === 'on_day_off')
    .map(({ shiftIds, date }) => ({ line: Number(shiftIds.at(-1)), code: 'overlap', value: date }))
}

/**
 * Reads a roster (CSV or XLSX: account, date, kind, from, to, duty) as far as it can be read, by line; nothing is thrown for a bad file.
 * @param people of the team @param timeZone the team's
 */
export async function readRoster(bytes: Uint8Array, people: readonly RosterPerson[], timeZone: string): Promise<RosterRead> {
  const table = await readTable(bytes)
  if (!('rows' in table)) return { shifts: [], faults: [{ line: table.line, code: table.code as RosterFault['code'], value: table.value }] }
  const [header, ...rows] = table.rows
  const columns = rosterColumns(header?.cells ?? [])
  if (!columns) return { shifts: [], faults: [{ line: header?.line ?? null, code: 'wrong_columns', value: (header?.cells ?? []).join(', ').slice(0, 200) }] }
  if (rows.length > MOST_SHIFTS) return { shifts: [], faults: [{ line: null, code: 'too_many_rows', value: String(MOST_SHIFTS) }] }
  const personOf = finder(people)
  const read = new Map<number, ReadShift>()
  const faults: RosterFault[] = []
  const cellOf = ({ cells }: TableRow) => (field: RosterField): string => cells[columns[field]] ?? ''
  for (const row of rows) {
    const one = readRow(cellOf(row), personOf, timeZone)
    if ('code' in one) faults.push({ line: row.line, code: one.code, value: one.value.slice(0, 200) })
    else read.set(row.line, one)
  }
  const all = [...faults, ...overlaps(read)].sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
  return { shifts: [...read.values()], faults: all.slice(0, MOST_FAULTS) }
}
