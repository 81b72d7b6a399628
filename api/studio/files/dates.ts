import { DateTime } from 'luxon'

const DATE = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[\sT]*(\d{1,2})[:：](\d{2})(?:[:：](\d{2}))?)?$/

/**
 * The time a cell names: 2026-11-01, 2026/11/1 0:00, 2026年11月1日 20:00. Goes in: the cell, the shop's time zone (IANA), and whether it
 * ends something: a day alone then means its end. Comes out: epoch ms, or null.
 */
export function timeOfCell(cell: string, timeZone: string, ends: boolean): number | null {
  const found = DATE.exec(cell.normalize('NFKC').trim())
  if (!found) return null
  const [year, month, day, hour = 0, minute = 0, second = 0] = found.slice(1).map((part) => part === undefined ? undefined : Number(part))
  const time = DateTime.fromObject({ year, month, day, hour, minute, second }, { zone: timeZone })
  if (!time.isValid) return null
  const wholeDay = found[4] === undefined
  return (ends && wholeDay ? time.plus({ days: 1 }) : time).toMillis()
}

/** A time as a table shows it, in the shop's time zone: 2026-11-01 20:00, with seconds only where there are some. Null = empty. */
export function cellOfTime(timeMs: number | null, timeZone: string): string {
  if (timeMs === null) return ''
  const time = DateTime.fromMillis(timeMs, { zone: timeZone })
  return time.toFormat(time.second === 0 ? 'yyyy-MM-dd HH:mm' : 'yyyy-MM-dd HH:mm:ss')
}
