import { now } from './edge/time.ts'
import type { Language } from './texts.ts'

const LOCALE: Record<Language, string> = { zh: 'zh-CN', en: 'en' }

/** A moment as people say it: the time today, the day before it otherwise. @param atMs epoch milliseconds */
export function clockText(atMs: number, language: Language, nowMs = now()): string {
  const locale = LOCALE[language]
  const day = (ms: number) => new Date(ms).toDateString()
  const time = new Date(atMs).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', hour12: false })
  if (day(atMs) === day(nowMs)) return time
  const daysAway = Math.round((new Date(day(atMs)).getTime() - new Date(day(nowMs)).getTime()) / 86_400_000)
  const name = Math.abs(daysAway) <= 2
    ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(daysAway, 'day')
    : new Date(atMs).toLocaleDateString(locale, { month: 'short', day: 'numeric' })
  return language === 'zh' ? `${name} ${time}` : `${name}, ${time}`
}
