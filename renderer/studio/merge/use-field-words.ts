import { useMemo } from 'react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { TeamView } from '../../../protocol/views.ts'
import type { DayWriter } from '../../format/day-text.ts'
import { useDays } from '../../i18n/use-days.ts'
import type { studio } from '../../i18n/zh/studio.ts'
import { useLive } from '../../state/live-store.ts'
import { STAGES } from '../plain-content.ts'

export type FieldName = keyof typeof studio.studio.field

/** What a field is called; one without words of its own by its key. */
export function fieldName(t: TFunction, path: string): string {
  const key = path.split('.')[0] ?? ''
  return NAMES.has(key) ? t(`studio.field.${key as FieldName}`) : key
}
const NAMES = new Set<string>([
  'code', 'stage', 'scene', 'title', 'body', 'language', 'tags', 'twinOf', 'validFromMs', 'validToMs', 'campaign', 'audience', 'pictureIds', 'ownerId',
  'reviewAtMs', 'question', 'solution', 'cases', 'mistakes', 'autoAnswer',
] satisfies FieldName[])

/** Writes the value of any field as a text that can be compared. */
export function useFieldWords(): (key: string, value: unknown) => string {
  const { t } = useTranslation()
  const days = useDays()
  const team = useLive(state => state.team)
  return useMemo(() => (key: string, value: unknown) => words(t, days, team, key, value), [t, days, team])
}

function words(t: TFunction, days: DayWriter, team: TeamView | null, key: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  const stage = key === 'stage' ? STAGES.find(one => one === value) : undefined
  if (stage) return t(`stage.${stage}`)
  if (key === 'language') return value === 'en' ? t('companion.en') : t('companion.zh')
  if (key === 'ownerId') return team?.people.find(person => person.id === value)?.name ?? ''
  if (typeof value === 'number' && key.endsWith('Ms')) return days.full(value)
  if (typeof value === 'boolean') return value ? t('studio.yes') : t('studio.no')
  if (Array.isArray(value)) return value.map(one => words(t, days, team, '', one)).join('\n')
  if (typeof value === 'object') return Object.entries(value).map(([name, one]) => words(t, days, team, name, one)).filter(Boolean).join('\n')
  if (typeof value === 'string' || typeof value === 'number') return nameOf(team, String(value))
  return ''
}

/** A team or channel by its name, anything else as it is. */
function nameOf(team: TeamView | null, value: string): string {
  return team?.teams.find(({ id }) => id === value)?.name ?? team?.channels.find(({ id }) => id === value)?.name ?? value
}
