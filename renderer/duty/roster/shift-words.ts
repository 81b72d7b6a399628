import { useTranslation } from 'react-i18next'
import type { Shift } from '../../../domain/entities/roster.ts'
import { minuteText } from '../../format/minute-text.ts'
import { minutesOf } from './roster-edit.ts'

const DAY_MIN = 1_440

/** A shift in words. `times`: `22:00–06:00`. `next`: it ends on a later day. `text`: kind and times; of a day off only its kind. */
export type ShiftWords = { kind: string; letter: string; times: string; next: boolean; text: string }

/** @param timeZone of the team */
export function useShiftWords(timeZone: string): (shift: Shift) => ShiftWords {
  const { t } = useTranslation()
  return shift => {
    const { from, to } = minutesOf(shift, timeZone)
    const kind = t(`crew.kind.${shift.kind}`)
    const next = to > DAY_MIN
    const times = `${minuteText(from)}–${minuteText(next ? to - DAY_MIN : to)}`
    const text = shift.kind === 'off' ? kind : `${kind} ${times}${next ? ` ${t('crew.roster.nextDay')}` : ''}`
    return { kind, letter: t(`crew.letter.${shift.kind}`), times, next, text }
  }
}
