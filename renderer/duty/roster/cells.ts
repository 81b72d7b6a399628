import type { Shift } from '../../../domain/entities/roster.ts'
import { byTime } from '../../../domain/roster/shift-times.ts'

/** Where the keyboard stands in the week: the nth shift of somebody's day, or the empty day (0). */
export type Slot = { personId: string; date: string; index: number }
/** Somebody's shifts by day. */
export type Row = Readonly<Record<string, readonly Shift[]>>

/** The shifts of a week by person and day, each day's by time. What did not change is the same object as before, so that only its row draws again. */
export function rowsOf(shifts: readonly Shift[], before: ReadonlyMap<string, Row> = new Map()): Map<string, Row> {
  const people = new Map<string, Record<string, Shift[]>>()
  for (const shift of [...shifts].sort(byTime)) {
    const row = people.get(shift.personId) ?? {}
    people.set(shift.personId, row);
    (row[shift.date] ??= []).push(shift)
  }
  return new Map([...people].map(([personId, row]) => {
    const old = before.get(personId)
    return [personId, old && isSame(old, row) ? old : row]
  }))
}

function isSame(a: Row, b: Row): boolean {
  const dates = Object.keys(b)
  return dates.length === Object.keys(a).length && dates.every(date => a[date]?.length === b[date]?.length && b[date]?.every((shift, at) => a[date]?.[at] === shift))
}

/** The slot an arrow key leads to: up and down through the shifts of a day, then to the next person; the slot itself at the edge. */
export function slotAfter(slot: Slot, key: string, people: readonly string[], dates: readonly string[], rows: ReadonlyMap<string, Row>): Slot {
  const row = people.indexOf(slot.personId)
  const column = dates.indexOf(slot.date)
  const last = (personId: string, date: string) => Math.max(0, (rows.get(personId)?.[date]?.length ?? 0) - 1)
  const at = (personId: string | undefined, date: string | undefined, index: number): Slot =>
    personId === undefined || date === undefined ? slot : { personId, date, index: Math.max(0, Math.min(index, last(personId, date))) }
  switch (key) {
    case 'ArrowLeft': return at(slot.personId, dates[column - 1], slot.index)
    case 'ArrowRight': return at(slot.personId, dates[column + 1], slot.index)
    case 'ArrowUp': return slot.index > 0 ? { ...slot, index: slot.index - 1 } : at(people[row - 1], slot.date, Number.MAX_SAFE_INTEGER)
    case 'ArrowDown': return slot.index < last(slot.personId, slot.date) ? { ...slot, index: slot.index + 1 } : at(people[row + 1], slot.date, 0)
    case 'Home': return at(slot.personId, dates[0], 0)
    case 'End': return at(slot.personId, dates.at(-1), 0)
    case 'PageUp': return at(people[Math.max(0, row - 10)], slot.date, 0)
    case 'PageDown': return at(people[Math.min(people.length - 1, row + 10)], slot.date, 0)
    default: return slot
  }
}
