import type { OpeningHours } from '../entities/team.ts'

/** What keeps opening hours from being used: `at` is the place in its list. order: it ends before it begins, or not within a day. */
export type HoursFault = { field: 'timeZone' | 'periods' | 'holidays'; at: number; fault: 'zone' | 'order' | 'overlap' | 'date' }

const knownZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** Whether this is a day of the calendar, as `2026-02-28`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return Number.isFinite(day.getTime()) && day.toISOString().startsWith(text)
}

/** @returns what is wrong with these hours (D11), nothing when they can be kept */
export function hoursFaults({ timeZone, periods, holidays }: OpeningHours): HoursFault[] {
  const faults: HoursFault[] = knownZone(timeZone) ? [] : [{ field: 'timeZone', at: 0, fault: 'zone' }]
  periods.forEach(({ weekday, fromMin, toMin }, at) => {
    if (fromMin >= toMin || fromMin < 0 || toMin > 1440) faults.push({ field: 'periods', at, fault: 'order' })
    else if (periods.slice(0, at).some((other) => other.weekday === weekday && other.fromMin < toMin && fromMin < other.toMin)) {
      faults.push({ field: 'periods', at, fault: 'overlap' })
    }
  })
  holidays.forEach((day, at) => { if (!isDate(day)) faults.push({ field: 'holidays', at, fault: 'date' }) })
  return faults
}
