import { CalendarOff, Utensils } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { zonedMs } from '../../../domain/roster/zoned.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useQuery } from '../../state/use-query.ts'
import { Tag } from '../../ui/tag.tsx'
import { useShiftWords } from '../roster/shift-words.ts'
import { useDutyTeam, useToday } from '../use-team.ts'

/** My shifts of today and tomorrow and my meal, at a glance. */
export function DayCard() {
  const { t } = useTranslation()
  const timeZone = useDutyTeam()?.timeZone ?? 'Asia/Shanghai'
  const today = useToday(timeZone)
  const days = useDays(timeZone)
  const words = useShiftWords(timeZone)
  const { value: shift } = useQuery('shift', {})
  if (!shift) return null
  const day = (date: string) => date === today ? t('crew.today') : days.weekday(zonedMs(date, 720, timeZone))
  return (
    <section aria-label={t('crew.myDay.mine')} className='flex flex-wrap items-stretch gap-2 bg-panel px-4 py-3'>
      {shift.shifts.length === 0 && <p className='flex items-center gap-2 text-ink-2'><CalendarOff size={15} aria-hidden='true' />{t('crew.myDay.none')}</p>}
      {shift.shifts.map(one => {
        const { kind, times, next } = words(one)
        const now = one.id === shift.current?.id
        return (
          <div key={one.id} aria-current={now ? 'true' : undefined} className={now ? 'rounded-md bg-brand-soft px-3 py-1.5 text-brand' : 'rounded-md border border-line px-3 py-1.5'}>
            <p className='text-xs text-ink-2'>{day(one.date)} · {kind}</p>
            <p className='flex items-center gap-2 font-medium tabular-nums'>{times}{next && <span className='text-xs font-normal'>{t('crew.roster.nextDay')}</span>}{one.duty && <Tag tone='brand' title={t('crew.dutyPersonHint')}>{t('crew.dutyPerson')}</Tag>}</p>
          </div>
        )
      })}
      {shift.meal && (
        <div className='rounded-md bg-warn-soft px-3 py-1.5 text-warn'>
          <p className='flex items-center gap-1 text-xs'><Utensils size={12} aria-hidden='true' />{t(`crew.meal.${shift.meal.meal}`)} · {t('crew.myDay.batch', { batch: shift.meal.batch + 1 })}</p>
          <p className='font-medium tabular-nums'>{days.time(shift.meal.fromMs)}–{days.time(shift.meal.toMs)}</p>
        </div>
      )}
    </section>
  )
}
