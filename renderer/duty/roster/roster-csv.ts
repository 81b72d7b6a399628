import type { Shift } from '../../../domain/entities/roster.ts'
import { minuteText } from '../../format/minute-text.ts'
import { minutesOf } from './roster-edit.ts'

const HEAD = 'account,date,kind,from,to,duty'
const DAY_MIN = 1_440

/** Shifts as an import reads them, with the mark spreadsheets know UTF-8 by. @param account by a person's id */
export function rosterCsv(shifts: readonly Shift[], account: (personId: string) => string, timeZone: string): string {
  const rows = shifts.map(shift => {
    const { from, to } = minutesOf(shift, timeZone)
    return [cell(account(shift.personId)), shift.date, shift.kind, minuteText(from), minuteText(to > DAY_MIN ? to - DAY_MIN : to), shift.duty ? '1' : ''].join(',')
  })
  return `\uFEFF${[HEAD, ...rows].join('\r\n')}\r\n`
}

/** Quoted where it must be; a spreadsheet takes nothing for a formula. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
