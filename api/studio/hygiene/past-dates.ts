import { DateTime } from 'luxon'

const CLOCK = '(?:\\s*(?:日|号)?\\s*(上午|中午|下午|晚上|晚|凌晨)?\\s*(\\d{1,2})(?::|：|点|时)(\\d{2})?)?'
const CHINESE = new RegExp(`(?:(\\d{4})\\s*年)?\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*(?:日|号)?${CLOCK}`, 'gu')
const DIGITS = new RegExp(`(?<![\\d.])(20\\d{2})[-/.](\\d{1,2})[-/.](\\d{1,2})(?![\\d.])${CLOCK}`, 'gu')
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?'
const MONTH_DAY = new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(20\\d{2}))?\\b`, 'giu')
const DAY_MONTH = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH}(?:,?\\s+(20\\d{2}))?\\b`, 'giu')
/** "today" is true on every day; "tomorrow at ten" only on the day it was written. */
const RELATIVE = /(明天|后天|大后天|今晚)\s*(上午|中午|下午|晚上|晚|凌晨)?\s*(\d{1,2})(?::|：|点|时)(\d{2})?/gu
const DAYS: Record<string, number> = { 今晚: 0, 明天: 1, 后天: 2, 大后天: 3 }

interface Named { readonly words: string, readonly endsAtMs: number }
interface When { readonly writtenAtMs: number, readonly timeZone: string }
interface Parts { year: string | undefined, month: number, day: string | undefined, half?: string | undefined, hour?: string | undefined, minute?: string | undefined }

function hourOf(half: string | undefined, hour: number): number {
  return ['下午', '晚上', '晚', '今晚'].includes(half ?? '') && hour < 12 ? hour + 12 : hour
}

/** Without a year the one nearest to when it was written is meant. */
function timeOf({ year, month, day, half, hour, minute }: Parts, { writtenAtMs, timeZone }: When): number | null {
  const written = DateTime.fromMillis(writtenAtMs, { zone: timeZone })
  const years = year === undefined ? [written.year - 1, written.year, written.year + 1] : [Number(year)]
  const clock = hour === undefined ? null : { hour: hourOf(half, Number(hour)), minute: Number(minute ?? 0) }
  const times = years.map((one) => DateTime.fromObject({ year: one, month, day: Number(day), ...clock }, { zone: timeZone }))
    .filter((time) => time.isValid).map((time) => (clock ? time : time.endOf('day')).toMillis())
  times.sort((a, b) => Math.abs(a - writtenAtMs) - Math.abs(b - writtenAtMs))
  return times[0] ?? null
}

function absolute(text: string, when: When): Named[] {
  const found: Named[] = []
  const add = (words: string, parts: Parts): void => {
    const endsAtMs = timeOf(parts, when)
    if (endsAtMs !== null) found.push({ words: words.trim(), endsAtMs })
  }
  for (const pattern of [CHINESE, DIGITS]) {
    for (const [words, year, month, day, half, hour, minute] of text.matchAll(pattern)) add(words, { year, month: Number(month), day, half, hour, minute })
  }
  const monthOf = (word: string | undefined): number => MONTHS.indexOf((word ?? '').slice(0, 3).toLowerCase()) + 1
  for (const [words, month, day, year] of text.matchAll(MONTH_DAY)) add(words, { year, month: monthOf(month), day })
  for (const [words, day, month, year] of text.matchAll(DAY_MONTH)) add(words, { year, month: monthOf(month), day })
  return found
}

function relative(text: string, { writtenAtMs, timeZone }: When): Named[] {
  const written = DateTime.fromMillis(writtenAtMs, { zone: timeZone })
  return [...text.matchAll(RELATIVE)].flatMap(([words, day = '', half, hour, minute]) => {
    const time = written.plus({ days: DAYS[day] ?? 0 }).startOf('day')
      .set({ hour: hourOf(half ?? day, Number(hour)), minute: Number(minute ?? 0) })
    return time.isValid ? [{ words, endsAtMs: time.toMillis() }] : []
  })
}

/**
 * The first date or clock time in a text that is past. Goes in: the text, when it was written and what time it is (epoch ms), and the
 * shop's time zone. Comes out: the words as they stand there with when they ended, or null.
 */
export function pastDate(text: string, writtenAtMs: number, nowMs: number, timeZone: string): Named | null {
  const when = { writtenAtMs, timeZone }
  return [...absolute(text, when), ...relative(text, when)].find(({ endsAtMs }) => endsAtMs < nowMs) ?? null
}
