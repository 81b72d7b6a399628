/** Reads epoch ms in one zone and language. Formatters are costly to make: one per kind is kept. */
export type DayWriter = {
  /** `14:05` */
  time(ms: number): string
  /** The calendar day as `2026-11-21`, to tell days apart. */
  dayKey(ms: number): string
  /** Today, yesterday, else the date; the year only when it is another one. */
  day(ms: number, nowMs: number): string
  /** Just the time today, else the short date: for narrow places. */
  brief(ms: number, nowMs: number): string
  /** `5 分钟前`, from a minute on; null below. */
  ago(ms: number, nowMs: number): string | null
  /** Year and month. */
  month(ms: number): string
  monthDay(ms: number): string
  /** The day of the week with the date: a head over a column. */
  weekday(ms: number): string
  full(ms: number): string
}

const DAY_MS = 86_400_000

/** @param zone IANA name, e.g. Asia/Shanghai */
export function dayWriter(language: string, zone: string): DayWriter {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB'
  const make = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: zone, ...options })
  const time = make({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const key = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const dayMonth = make({ month: 'long', day: 'numeric', weekday: 'short' })
  const dayMonthYear = make({ year: 'numeric', month: 'long', day: 'numeric' })
  const short = language === 'zh' ? make({ month: '2-digit', day: '2-digit' }) : make({ month: 'short', day: 'numeric' })
  const weekday = make({ weekday: 'short' })
  const month = make({ year: 'numeric', month: 'short' })
  const shortYear = make({ year: '2-digit', month: '2-digit', day: '2-digit' })
  const full = make({ year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const dayKey = (ms: number) => key.format(ms)
  const sameYear = (a: number, b: number) => dayKey(a).slice(0, 4) === dayKey(b).slice(0, 4)

  return {
    time: ms => time.format(ms),
    dayKey,
    day(ms, nowMs) {
      const day = dayKey(ms)
      if (day === dayKey(nowMs)) return relative.format(0, 'day')
      if (day === dayKey(nowMs - DAY_MS)) return relative.format(-1, 'day')
      return (sameYear(ms, nowMs) ? dayMonth : dayMonthYear).format(ms)
    },
    brief(ms, nowMs) {
      if (dayKey(ms) === dayKey(nowMs)) return time.format(ms)
      if (dayKey(ms) === dayKey(nowMs - DAY_MS)) return relative.format(-1, 'day')
      return (sameYear(ms, nowMs) ? short : shortYear).format(ms)
    },
    ago(ms, nowMs) {
      const minutes = Math.floor((nowMs - ms) / 60_000)
      if (minutes < 1) return null
      if (minutes < 60) return relative.format(-minutes, 'minute')
      if (minutes < 1440) return relative.format(-Math.floor(minutes / 60), 'hour')
      return relative.format(-Math.floor(minutes / 1440), 'day')
    },
    month: ms => month.format(ms),
    monthDay: ms => short.format(ms),
    weekday: ms => `${weekday.format(ms)} ${short.format(ms)}`,
    full: ms => full.format(ms),
  }
}

/** Yuan from fen. */
export function moneyText(fen: number, language: string): string {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB'
  return new Intl.NumberFormat(locale, { style: 'currency', currency: 'CNY', currencyDisplay: 'narrowSymbol' }).format(fen / 100)
}

/** @param share 0 to 1 */
export function percentText(share: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent' }).format(share)
}
