import { UsersRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ThreadView } from '../../../protocol/views.ts'
import { useTime } from '../../edge/ticker.ts'
import { durationText } from '../../format/clock-text.ts'
import { useDays } from '../../i18n/use-days.ts'
import { Float } from '../../ui/floating.tsx'

/** M6: who had the conversation and how long, the present one last. */
export function Holders({ holders, text }: Pick<ThreadView, 'holders'> & { text: string }) {
  const { t } = useTranslation()
  if (holders.length < 2) return <span className='truncate'>{text}</span>
  return (
    <Float
      label={t('holders.title')} className='w-72'
      trigger={<button type='button' data-holders className='flex min-w-0 items-center gap-1 rounded-sm underline decoration-line-strong underline-offset-4 hover:text-ink'><UsersRound size={13} className='shrink-0' aria-hidden='true' /><span className='truncate'>{text}</span></button>}
    >
      <h3 className='mb-1.5 font-medium'>{t('holders.title')}</h3>
      <ol>{holders.map(holder => <Holder key={holder.fromMs} holder={holder} />)}</ol>
    </Float>
  )
}

function Holder({ holder: { personId, name, fromMs, toMs } }: { holder: ThreadView['holders'][number] }) {
  const { t, i18n } = useTranslation()
  const days = useDays()
  const lasted = useTime(nowMs => durationText(Math.max(0, (toMs ?? nowMs) - fromMs), i18n.language))
  return (
    <li className='flex items-baseline justify-between gap-3 border-b border-line py-1.5 last:border-0'>
      <span className='truncate'>{personId === null ? t('holders.queue') : name ?? t('holders.someone')}{toMs === null && <span className='ml-1.5 text-xs text-brand'>{t('holders.now')}</span>}</span>
      <span className='shrink-0 text-sm text-ink-2 tabular-nums'>{t('holders.lasted', { time: days.time(fromMs), duration: lasted })}</span>
    </li>
  )
}
