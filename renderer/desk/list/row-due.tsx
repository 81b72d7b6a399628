import { Hourglass, MessageCircleDashed } from 'lucide-react'
import { clsx } from 'clsx'
import { useTranslation } from 'react-i18next'
import type { Due } from '../../../protocol/views.ts'
import { serverNow, useTime } from '../../edge/ticker.ts'
import { clockText } from '../../format/clock-text.ts'
import { dueLook, dueSecond } from '../../format/due-look.ts'
import type { DueLook } from '../../format/due-look.ts'
import { Ring } from '../../ui/ring.tsx'

/** The look of a due now; renders again when its second changes, not before. */
export function useDueLook(due: Due): DueLook {
  const second = useTime(nowMs => dueSecond(due, nowMs))
  return dueLook(due, second > 0 ? due.dueAtMs - second * 1000 : Math.max(due.dueAtMs, serverNow()))
}

/** The ring of a waiting customer. */
export function RowRing({ due }: { due: Due }) {
  const { t } = useTranslation()
  const look = useDueLook(due)
  const seconds = clockText(look.seconds * 1000)
  const rule = t(`due.${due.rule}`)
  return (
    <span title={look.tone === 'late' ? t('list.rowLate', { rule, seconds }) : t('list.rowDue', { rule, seconds })} className='grid'>
      <Ring look={look} size='row' />
    </span>
  )
}

/** A promise or silence beside a row. */
export function RowSide({ due }: { due: Due }) {
  const { t } = useTranslation()
  const look = useDueLook(due)
  const Icon = due.rule === 'T8' ? Hourglass : MessageCircleDashed
  return (
    <span
      title={t(`due.${due.rule}`)}
      className={clsx('inline-flex items-center gap-1 text-xs tabular-nums',
        look.tone === 'late' ? 'text-late' : look.tone === 'soon' ? 'text-warn' : 'text-ink-2')}
    >
      <Icon size={12} aria-hidden='true' />
      <span className='sr-only'>{t(`due.${due.rule}`)}</span>
      {look.tone === 'late' ? '+' : ''}{clockText(look.seconds * 1000)}
    </span>
  )
}
