import { clsx } from 'clsx'
import { CalendarPlus, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HoursFault } from '../../../domain/calendar/hours-faults.ts'
import type { OpeningHours } from '../../../domain/entities/team.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { inputLook } from '../../ui/field.tsx'
import { minuteOf, minuteText } from '../../format/minute-text.ts'

type Period = OpeningHours['periods'][number]
const DAYS = [1, 2, 3, 4, 5, 6, 7]
const NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** The periods of each day of the week. */
export function WeekPeriods({ periods, faults, onChange }: { periods: Period[]; faults: HoursFault[]; onChange: (periods: Period[]) => void }) {
  const { t } = useTranslation()
  const set = (at: number, part: Partial<Period>) => { onChange(periods.map((one, index) => index === at ? { ...one, ...part } : one)) }
  const add = (weekday: number) => {
    const lastMin = Math.max(0, ...periods.filter(one => one.weekday === weekday).map(({ toMin }) => toMin))
    const fromMin = lastMin === 0 ? 540 : Math.min(1380, lastMin + 60)
    onChange([...periods, { weekday, fromMin, toMin: Math.min(1440, fromMin + (lastMin === 0 ? 540 : 180)) }])
  }
  const monday = periods.filter(({ weekday }) => weekday === 1)
  return (
    <div className='mt-1 divide-y divide-line'>
      {DAYS.map(weekday => {
        const day = t(`hours.weekday.${NAMES[weekday - 1] ?? 'mon'}`)
        const here = periods.map((period, at) => ({ ...period, at })).filter(period => period.weekday === weekday)
        const fault = faults.find(({ field, at }) => field === 'periods' && here.some(period => period.at === at))
        return (
          <div key={weekday} role='group' aria-label={day} className='flex min-h-10 items-start gap-3 py-1'>
            <span className='w-16 shrink-0 pt-1.5'>{day}</span>
            <div className='flex min-w-0 flex-1 flex-col gap-1'>
              {here.length === 0 && <span className='pt-1.5 text-ink-3'>{t('hours.closed')}</span>}
              {here.map(({ at, fromMin, toMin }) => (
                <div key={at} className='flex items-center gap-1.5'>
                  <Clock label={t('hours.from', { day })} value={fromMin} onChange={next => { set(at, { fromMin: next }) }} />
                  <span aria-hidden='true' className='text-ink-3'>–</span>
                  <Clock label={t('hours.to', { day })} value={toMin} onChange={next => { set(at, { toMin: next }) }} />
                  <IconButton label={t('hours.remove', { what: `${day} ${minuteText(fromMin)}–${minuteText(toMin)}` })} onClick={() => { onChange(periods.filter((_, index) => index !== at)) }}><X size={14} /></IconButton>
                </div>
              ))}
              {fault && <p role='alert' className='text-sm text-late'>{fault.fault === 'overlap' ? t('hours.overlap') : t('hours.badPeriod')}</p>}
            </div>
            {weekday === 1 && monday.length > 0 && (
              <Button
                small look='quiet' onClick={() => {
                  onChange([...DAYS.slice(0, 5).flatMap(to => monday.map(period => ({ ...period, weekday: to }))), ...periods.filter(one => one.weekday > 5)])
                }}
              >
                {t('hours.copyDays')}
              </Button>
            )}
            <IconButton label={`${day}: ${t('hours.add')}`} onClick={() => { add(weekday) }}><CalendarPlus size={15} /></IconButton>
          </div>
        )
      })}
    </div>
  )
}

function Clock({ label, value, onChange }: { label: string; value: number; onChange: (minutes: number) => void }) {
  // What is being typed stands while it says the same, or nothing yet.
  const [typed, setTyped] = useState<string | null>(null)
  const minutes = typed === null ? value : minuteOf(typed.normalize('NFKC'))
  const text = typed !== null && (minutes === value || minutes === null) ? typed : minuteText(value)
  return (
    <input
      aria-label={label} value={text} aria-invalid={minutes === null ? true : undefined} autoComplete='off' spellCheck={false} maxLength={5}
      className={clsx(inputLook, 'h-8! w-18! px-2! text-center tabular-nums aria-invalid:border-late')}
      onChange={event => {
        setTyped(event.target.value)
        const next = minuteOf(event.target.value.normalize('NFKC'))
        if (next !== null) onChange(next)
      }}
      onBlur={() => { setTyped(null) }}
    />
  )
}
