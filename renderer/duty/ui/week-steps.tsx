import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { addDays, zonedMs } from '../../../domain/roster/zoned.ts'
import { useDays } from '../../i18n/use-days.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { showWeekOf } from '../duty-store.ts'

/** Which week is shown, and the way to others. @param from its Monday */
export function WeekSteps({ from, timeZone }: { from: string; timeZone: string }) {
  const { t } = useTranslation()
  const days = useDays(timeZone)
  const noon = (date: string) => days.monthDay(zonedMs(date, 720, timeZone))
  return (
    <div className='flex items-center gap-1'>
      <IconButton label={t('crew.previousWeek')} onClick={() => { showWeekOf(addDays(from, -7)) }}><ChevronLeft size={16} /></IconButton>
      <span className='min-w-[7.5rem] text-center text-sm tabular-nums' aria-live='polite'>{noon(from)} – {noon(addDays(from, 6))}</span>
      <IconButton label={t('crew.nextWeek')} onClick={() => { showWeekOf(addDays(from, 7)) }}><ChevronRight size={16} /></IconButton>
      <Button small look='quiet' onClick={() => { showWeekOf(null) }}>{t('crew.week')}</Button>
    </div>
  )
}
