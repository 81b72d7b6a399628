import type { RosterConflict, Shift } from '../entities/roster.ts'
import { byTime, isWork } from './shift-times.ts'
import { uncovered } from './coverage.ts'
import type { Skilled } from './coverage.ts'

const HOUR_MS = 3_600_000
const LONGEST_H = 12
const SHORTEST_REST_H = 8

const hours = (ms: number): number => Math.round(ms / HOUR_MS * 10) / 10
const overlap = (a: Shift, b: Shift): boolean => a.fromMs < b.toMs && b.fromMs < a.toMs

/** What is wrong with a team's roster, by day: nothing here forbids it, a supervisor sees it (L4). */
export function conflictsOf(shifts: readonly Shift[], people: readonly Skilled[]): RosterConflict[] {
  return [...personConflicts(shifts), ...noDuty(shifts), ...uncovered(shifts, people)]
    .sort((a, b) => a.date < b.date ? -1 : a.date > b.date ? 1 : 0)
}

/** Of each person: two shifts at once, work on a day off, more than 12 h without a break, less than 8 h between the work of two days. */
export function personConflicts(shifts: readonly Shift[]): RosterConflict[] {
  const people = grouped([...shifts].sort(byTime), ({ personId }) => personId)
  return [...people].flatMap(([personId, mine]) => {
    const found = (code: RosterConflict['code'], at: readonly Shift[], params: RosterConflict['params'] = {}): RosterConflict =>
      ({ code, shiftIds: at.map(({ id }) => id), personId, date: at.at(-1)?.date ?? '', params })
    const work = mine.filter(isWork)
    const off = mine.filter(({ kind }) => kind === 'off')
    const beside = mine.filter((shift) => shift.kind !== 'off' && !isWork(shift))
    return [
      ...pairs(work).filter(([a, b]) => overlap(a, b)).map((pair) => found('overlap', pair)),
      ...pairs(beside).filter(([a, b]) => overlap(a, b)).map((pair) => found('overlap', pair)),
      ...off.flatMap((day) => [...work, ...beside].filter((shift) => overlap(day, shift)).map((shift) => found('on_day_off', [day, shift]))),
      ...runsOf(work).flatMap((run) => {
        const ms = Math.max(...run.map(({ toMs }) => toMs)) - Math.min(...run.map(({ fromMs }) => fromMs))
        return ms > LONGEST_H * HOUR_MS ? [found('too_long', run, { hours: hours(ms) })] : []
      }),
      ...nights(work).flatMap(([before, after]) => {
        const ms = after.fromMs - before.toMs
        return ms > 0 && ms < SHORTEST_REST_H * HOUR_MS ? [found('rest', [before, after], { hours: hours(ms) })] : []
      }),
    ]
  })
}

function grouped(shifts: readonly Shift[], keyOf: (shift: Shift) => string): Map<string, Shift[]> {
  const groups = new Map<string, Shift[]>()
  for (const shift of shifts) groups.set(keyOf(shift), [...groups.get(keyOf(shift)) ?? [], shift])
  return groups
}

const pairs = (shifts: readonly Shift[]): [Shift, Shift][] => shifts.flatMap((a, at) => shifts.slice(at + 1).map((b): [Shift, Shift] => [a, b]))

/** Shifts that follow each other without a gap, together. */
function runsOf(work: readonly Shift[]): Shift[][] {
  const runs: Shift[][] = []
  let endMs = -1
  for (const shift of work) {
    if (shift.fromMs <= endMs) runs.at(-1)?.push(shift)
    else runs.push([shift])
    endMs = Math.max(endMs, shift.toMs)
  }
  return runs
}

/** The last shift of a day with the first of the next day that has one: a broken day is no short night. */
function nights(work: readonly Shift[]): [Shift, Shift][] {
  const days = [...grouped(work, ({ date }) => date).values()]
  return days.slice(1).flatMap((day, at): [Shift, Shift][] => {
    const before = days[at]?.reduce((last, shift) => shift.toMs > last.toMs ? shift : last)
    return before && day[0] ? [[before, day[0]]] : []
  })
}

/** M2: a day on which people work and nobody splits the batches. */
function noDuty(shifts: readonly Shift[]): RosterConflict[] {
  return [...grouped(shifts.filter(isWork), ({ date }) => date)]
    .filter(([, day]) => !day.some(({ duty }) => duty))
    .map(([date]) => ({ code: 'no_duty', shiftIds: [], personId: null, date, params: {} }))
}
