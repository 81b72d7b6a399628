import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { RosterConflict } from '../../../domain/entities/roster.ts'
import { zonedMs } from '../../../domain/roster/zoned.ts'
import type { RosterView } from '../../../protocol/shift-views.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useAbilityName } from '../ability-name.ts'

/** A conflict of the roster in a sentence (L4). */
export function useConflictText({ people, timeZone }: Pick<RosterView, 'people' | 'timeZone'>): (conflict: RosterConflict) => string {
  const { t } = useTranslation()
  const days = useDays(timeZone)
  const ability = useAbilityName()
  return useCallback(({ code, personId, date, params }) => {
    const time = (value: unknown) => typeof value === 'number' ? days.time(value) : ''
    const what = params['language'] === undefined ? ability('skill', String(params['skill'] ?? '')) : ability('language', String(params['language']))
    return t(`crew.roster.conflict.${code}`, {
      name: people.find(one => one.personId === personId)?.name ?? '', day: days.monthDay(zonedMs(date, 720, timeZone)), hours: params['hours'] ?? '',
      from: time(params['fromMs']), to: time(params['toMs']), what,
    })
  }, [t, days, ability, people, timeZone])
}

/** By shift, what is wrong with it and its person; what concerns a whole day stands in its head. */
export function wrongOf(conflicts: readonly RosterConflict[], words: (conflict: RosterConflict) => string): Map<string, string> {
  const found = new Map<string, string>()
  for (const conflict of conflicts) {
    if (conflict.personId === null) continue
    for (const id of conflict.shiftIds) found.set(id, [found.get(id), words(conflict)].filter(Boolean).join('\n'))
  }
  return found
}
