import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { addDays, zonedMs } from '../../../domain/roster/zoned.ts'
import { useDays } from '../../i18n/use-days.ts'
import { Button, IconButton } from '../../ui/button.tsx'

/** Which day is shown (`YYYY-MM-DD`), and the way to others; null = today. */
export function DaySteps({ date, timeZone, onChange }: { date: string; timeZone: string; onChange: (date: string | null) => void }) {
  const { t } = useTranslation()
  const days = useDays(timeZone)
  return (
    <div className='flex items-center gap-1'>
      <IconButton label={t('crew.previousDay')} onClick={() => { onChange(addDays(date, -1)) }}><ChevronLeft size={16} /></IconButton>
      <span className='min-w-24 text-center text-sm tabular-nums' aria-live='polite'>{days.weekday(zonedMs(date, 720, timeZone))}</span>
      <IconButton label={t('crew.nextDay')} onClick={() => { onChange(addDays(date, 1)) }}><ChevronRight size={16} /></IconButton>
      <Button small look='quiet' onClick={() => { onChange(null) }}>{t('crew.today')}</Button>
    </div>
  )
}
