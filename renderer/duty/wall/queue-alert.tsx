import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { WallView } from '../../../protocol/shift-views.ts'
import { clockText } from '../../format/clock-text.ts'
import { Button } from '../../ui/button.tsx'

/** L1: the queue is over its threshold; one press calls help, and what came of it stands beside it. */
export function QueueAlert({ queue, help, onHelp }: Pick<WallView, 'queue' | 'help'> & { onHelp: () => void }) {
  const { t } = useTranslation()
  const asked = help.asked > 0 ? t('crew.wall.helpAsked', help) : null
  if (!queue.alert) return asked && <p className='border-b border-line bg-info-soft px-4 py-1.5 text-sm text-info'>{asked}</p>
  return (
    <div className='flex items-center gap-3 border-b border-line bg-late-soft px-4 py-1.5 text-late'>
      <TriangleAlert size={16} aria-hidden='true' className='shrink-0' />
      <p role='alert' className='sr-only'>{t('crew.wall.queueAlert')}</p>
      <p className='min-w-0 flex-1 tabular-nums'>{t('crew.wall.alertLead', { count: queue.count, limit: queue.alertAt, wait: clockText(queue.longestWaitMs) })}{asked && ` ${asked}`}</p>
      <Button small look='danger' onClick={onHelp}>{t('crew.wall.help')}</Button>
    </div>
  )
}
