import { useMemo } from 'react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { FigureValue } from '../../../domain/entities/release.ts'
import type { OpeningHours } from '../../../domain/entities/team.ts'
import { isFigureKey } from '../../../domain/figures/figures.ts'
import { FIGURES } from '../../../domain/figures/registry.ts'
import type { TeamView } from '../../../protocol/views.ts'
import type { DayWriter } from '../../format/day-text.ts'
import { useDays } from '../../i18n/use-days.ts'
import type { studio } from '../../i18n/zh/studio.ts'
import { useLive } from '../../state/live-store.ts'
import { minuteText } from '../../format/minute-text.ts'
import { valueText } from '../figures/figure-text.ts'
import { STAGES, TIERS } from '../plain-content.ts'

type FieldName = keyof typeof studio.studio.field

/** What a field is called; one without words of its own by its key. */
export function fieldName(t: TFunction, path: string): string {
  const key = path.split('.')[0] ?? ''
  if (isNamed(key)) return t(NAMED[key])
  return NAMES.has(key) ? t(`studio.field.${key as FieldName}`) : key
}
const NAMES = new Set<string>([
  'code', 'stage', 'scene', 'title', 'body', 'language', 'tags', 'twinOf', 'validFromMs', 'validToMs', 'campaign', 'audience', 'pictureIds', 'ownerId',
  'reviewAtMs', 'question', 'solution', 'cases', 'mistakes', 'autoAnswer', 'teamIds',
] satisfies FieldName[])
/** Fields that their own pages have words for. */
const NAMED = {
  rule: 'rules.rule', severity: 'rules.severity', wordings: 'rules.wordings', exceptions: 'rules.exceptions', positive: 'rules.positive', reason: 'rules.reason',
  active: 'rules.active', grade: 'notices.gradeLabel', notice: 'notices.planNotice', scriptIds: 'notices.scripts', autoReply: 'notices.reply',
  reportingPath: 'notices.path', given: 'figures.title', openingHours: 'figures.view.hours', automaticReply: 'hours.automaticReply', closedNotice: 'hours.closedNotice',
} as const
const isNamed = (key: string): key is keyof typeof NAMED => key in NAMED

/** Writes the value of any field as a text that can be compared. */
export function useFieldWords(): (key: string, value: unknown) => string {
  const { t } = useTranslation()
  const days = useDays()
  const team = useLive(state => state.team)
  return useMemo(() => (key: string, value: unknown) => words(t, days, team, key, value), [t, days, team])
}

function words(t: TFunction, days: DayWriter, team: TeamView | null, key: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  const own = OWN_WORDS[key]?.(t, value)
  if (own !== undefined) return own
  if (key === 'ownerId') return team?.people.find(person => person.id === value)?.name ?? ''
  // A day with its year, whatever day it is now.
  if (key === 'reviewAtMs' && typeof value === 'number') return days.day(value, 0)
  if (typeof value === 'number' && key.endsWith('Ms')) return days.full(value)
  if (typeof value === 'boolean') return value ? t('studio.yes') : t('studio.no')
  if (Array.isArray(value)) return value.map(one => words(t, days, team, '', one)).filter(Boolean).join('\n')
  if (typeof value === 'object') return Object.entries(value).map(([name, one]) => words(t, days, team, name, one)).filter(Boolean).join('\n')
  if (typeof value === 'string' || typeof value === 'number') return nameOf(team, String(value))
  return ''
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
type Period = OpeningHours['periods'][number]

/** Values that are read otherwise than they are written; undefined = like every other. */
const OWN_WORDS: Record<string, ((t: TFunction, value: unknown) => string | undefined) | undefined> = {
  stage: (t, value) => {
    const stage = STAGES.find(one => one === value)
    return stage && t(`stage.${stage}`)
  },
  language: (t, value) => value === 'en' ? t('companion.en') : t('companion.zh'),
  tiers: (t, value) => TIERS.filter(tier => (value as string[]).includes(tier)).map(tier => t(`tier.${tier}`)).join('\n'),
  on: (t, value) => value === true ? t('figures.on') : t('figures.off'),
  pictureIds: (t, value) => (value as string[]).length === 0 ? '' : t('palette.pictures', { count: (value as string[]).length }),
  severity: (t, value) => t(`figures.severity.${value as 'block' | 'warn' | 'note'}`),
  grade: (t, value) => t(`notices.grade.${value as 'minor' | 'major' | 'critical'}`),
  given: (t, value) => Object.entries(value as Record<string, FigureValue>).flatMap(([key, figure]) => isFigureKey(key)
    ? [`${FIGURES[key].rule} ${t(`figures.name.${key}`)} ${valueText(t, FIGURES[key].unit, figure)}`] : []).sort().join('\n'),
  periods: (t, value) => (value as Period[]).length === 0 ? t('hours.always')
    : [...value as Period[]].sort((a, b) => a.weekday - b.weekday || a.fromMin - b.fromMin)
        .map(({ weekday, fromMin, toMin }) => `${t(`hours.weekday.${WEEKDAYS[weekday - 1] ?? 'mon'}`)} ${minuteText(fromMin)}–${minuteText(toMin)}`).join('\n'),
}

/** A team or channel by its name, anything else as it is. */
function nameOf(team: TeamView | null, value: string): string {
  return team?.teams.find(({ id }) => id === value)?.name ?? team?.channels.find(({ id }) => id === value)?.name ?? value
}
