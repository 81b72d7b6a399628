import { useTranslation } from 'react-i18next'
import { localZone } from '../edge/clock.ts'
import { dayWriter } from '../format/day-text.ts'
import type { DayWriter } from '../format/day-text.ts'

const kept = new Map<string, DayWriter>()

/** Dates and times in the language of the window. @param zone IANA name; without one that of the machine */
export function useDays(zone: string = localZone()): DayWriter {
  const { i18n } = useTranslation()
  const key = `${i18n.language} ${zone}`
  const writer = kept.get(key) ?? dayWriter(i18n.language, zone)
  kept.set(key, writer)
  return writer
}
