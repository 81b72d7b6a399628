import type { MealPlan, Shift, ShiftKind } from '../../domain/entities/roster.ts'
import { proposeBatches } from '../../domain/meal/propose.ts'
import { FIGURES } from '../../domain/figures/registry.ts'
import { addDays, dateAt, weekOf, zonedMs } from '../../domain/roster/zoned.ts'
import { onDuty } from '../shift/on-duty.ts'
import { DEMO_PEOPLE, DEMO_TEAMS } from './demo-shop.ts'
import type { DemoPerson, DemoTeam } from './demo-types.ts'
import { personId, personRow } from './insert-rows.ts'

const HOUR_MS = 3_600_000
/** Hours of the wall clock; the night goes on over midnight. */
const HOURS = { day: [9, 18], mid: [15, 23], night: [22, 31] } as const
/** Who is on the trial's shifts; their team is the first they belong to. */
const ON_SHIFTS = DEMO_PEOPLE.filter(({ shift }) => shift !== null)
/** Everybody takes the night of the late shift in turn, and a day off a week. */
const DAYS_OFF = 7
const NIGHT_EVERY = 4

const teamOf = ({ teamKeys }: DemoPerson): DemoTeam['key'] => teamKeys[0] ?? 'team-presale'
/** M2: of each team the first on its list. */
const isDuty = (person: DemoPerson): boolean => ON_SHIFTS.find((one) => teamOf(one) === teamOf(person)) === person

function kindOn(person: DemoPerson, place: number, day: number): ShiftKind {
  const isOff = (on: number): boolean => (on + place) % DAYS_OFF === 0
  if (isOff(day)) return 'off'
  if (person.shift === 'late' && (day + place) % NIGHT_EVERY === 1 && !isOff(day + 1)) return 'night'
  return person.shift === 'late' ? 'mid' : 'day'
}

function shiftOf(person: DemoPerson, date: string, kind: ShiftKind, fromMs: number, toMs: number): Shift {
  return { id: `shift-${person.account}-${date}`, personId: personId(person.account), teamId: teamOf(person), kind, date, fromMs, toMs, duty: kind === 'day' && isDuty(person) }
}

/**
 * Two weeks of shifts around the first start of the trial. Today everybody is on duty, from two hours before to eight hours after it, whatever the
 * clock says: who tries the program out sees a day that runs and is not sent home.
 */
export function demoShifts(nowMs: number, timeZone: string): Shift[] {
  const today = dateAt(nowMs, timeZone)
  const nowHourMs = nowMs - nowMs % HOUR_MS
  const first = weekOf(today)[0] ?? today
  const todays = ON_SHIFTS.map((person) => shiftOf(person, today, person.shift === 'late' ? 'mid' : 'day', Math.max(nowHourMs - 2 * HOUR_MS, zonedMs(today, 0, timeZone)), nowHourMs + (person.shift === 'late' ? 10 : 8) * HOUR_MS))
  const others = ON_SHIFTS.flatMap((person, place) => Array.from({ length: 14 }, (_, day) => {
    const date = addDays(first, day)
    const kind = kindOn(person, place, day)
    const [from, to] = kind === 'off' ? [0, 24] : kind === 'night' || kind === 'mid' ? HOURS[kind] : HOURS.day
    return shiftOf(person, date, kind, zonedMs(date, from * 60, timeZone), zonedMs(date, to * 60, timeZone))
  }))
  const clashes = (shift: Shift): boolean => todays.some((one) => one.personId === shift.personId && one.fromMs < shift.toMs && shift.fromMs < one.toMs)
  return [...todays, ...others.filter((shift) => shift.date !== today && !clashes(shift))]
}

/** M2: tomorrow's lunch of each team, as the program proposes it. Today's is left to try out. */
export function demoMeals(shifts: readonly Shift[], nowMs: number, timeZone: string): MealPlan[] {
  const date = addDays(dateAt(nowMs, timeZone), 1)
  return DEMO_TEAMS.flatMap(({ key }) => {
    const people = DEMO_PEOPLE.filter((person) => teamOf(person) === key)
    const { batches } = proposeBatches({
      people: onDuty(people.map(personRow), shifts, date), windowFromMs: zonedMs(date, FIGURES.lunchFrom.standard, timeZone),
      windowToMs: zonedMs(date, FIGURES.lunchTo.standard, timeZone), load: { open: 0, queued: 0 }, history: [], weeks: 0, figures: null, count: null,
    })
    const duty = ON_SHIFTS.find((person) => teamOf(person) === key)
    return batches.length === 0 || !duty ? [] : [
      { id: `${key}:${date}:lunch`, teamId: key, date, meal: 'lunch' as const, batches, decidedById: personId(duty.account), decidedAtMs: nowMs },
    ]
  })
}
