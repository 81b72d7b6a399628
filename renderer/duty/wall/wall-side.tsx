import { clsx } from 'clsx'
import { Eye } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { WallView } from '../../../protocol/shift-views.ts'
import { useTime } from '../../edge/ticker.ts'
import { clockText } from '../../format/clock-text.ts'
import { useDays } from '../../i18n/use-days.ts'
import { openDuty } from '../../state/window-store.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Progress } from '../../ui/progress.tsx'
import { useWatch } from './act/use-watch.ts'

/** Beside the people: who waits longest, the meal, handovers. @param big for a screen across the room: nothing to press */
export function WallSide({ wall, big = false }: { wall: WallView; big?: boolean }) {
  const { t } = useTranslation()
  return (
    <div className={clsx('flex shrink-0 flex-col gap-3 overflow-y-auto', big ? 'w-[26%]' : 'w-[264px] max-[1180px]:w-[220px]')} tabIndex={big ? undefined : 0} role='group' aria-label={t('crew.wall.side')}>
      <Part title={t('crew.wall.urgent')} big={big}>
        {wall.urgent.length === 0 && <p className='text-ink-2'>{t('crew.wall.urgentNone')}</p>}
        <ul>{wall.urgent.slice(0, big ? 6 : 20).map(one => <UrgentRow key={one.conversationId} urgent={one} big={big} />)}</ul>
      </Part>
      <Meals meal={wall.meal} big={big} />
      <Part title={t('crew.wall.handovers')} big={big}>
        {wall.handovers.length === 0 && <p className='text-ink-2'>{t('crew.wall.handoversNone')}</p>}
        {wall.handovers.map(one => <HandoverRow key={one.handoverId} handover={one} />)}
      </Part>
    </div>
  )
}

function Part({ title, big, children }: { title: string; big: boolean; children: ReactNode }) {
  const Head = big ? 'h2' : 'h3'
  return (
    <section aria-label={title} className='rounded-lg border border-line bg-panel px-3 py-2'>
      <Head className='mb-1 text-sm font-semibold text-ink-2'>{title}</Head>
      {children}
    </section>
  )
}

function UrgentRow({ urgent: { conversationId, customerName, ownerName, waitingSinceMs }, big }: { urgent: WallView['urgent'][number]; big: boolean }) {
  const { t } = useTranslation()
  const watch = useWatch()
  const seconds = useTime(nowMs => Math.max(0, Math.floor((nowMs - waitingSinceMs) / 1_000)))
  return (
    <li className='flex min-h-8 items-center gap-2 border-b border-line py-0.5 last:border-0'>
      <span className='min-w-0 flex-1'>
        <span className='block truncate'>{customerName}</span>
        <span className='block truncate text-xs text-ink-2'>{ownerName ?? t('crew.wall.urgentQueued')}</span>
      </span>
      <span className={clsx('shrink-0 text-sm tabular-nums', seconds >= 60 ? 'font-medium text-late' : 'text-ink-2')} title={t('crew.wall.waits', { time: clockText(seconds * 1_000) })}>{clockText(seconds * 1_000)}</span>
      {!big && <IconButton label={`${t('crew.wall.watch')} ${customerName}`} onClick={() => { void watch(conversationId) }}><Eye size={15} /></IconButton>}
    </li>
  )
}

function Meals({ meal, big }: { meal: WallView['meal']; big: boolean }) {
  const { t } = useTranslation()
  const days = useDays()
  return (
    <Part title={meal ? t(`crew.meal.${meal.meal}`) : t('crew.wall.meals')} big={big}>
      {!meal && <p className='flex items-center text-ink-2'>{t('crew.wall.mealNone')}{!big && <Button small look='quiet' className='ml-auto text-brand' onClick={() => { openDuty('meal') }}>{t('crew.wall.plan')}</Button>}</p>}
      {meal?.batches.map((batch, at) => (
        <div key={at} className='py-1'>
          <p className='flex items-baseline gap-2'>
            <span className='min-w-0 flex-1 truncate'>{t('crew.wall.mealBatch', { batch: at + 1, from: days.time(batch.fromMs), to: days.time(batch.toMs) })}</span>
            <span className='shrink-0 text-sm text-ink-2 tabular-nums'>{batch.back + batch.away} / {batch.total}</span>
          </p>
          <Progress label={t('crew.wall.mealBatch', { batch: at + 1, from: days.time(batch.fromMs), to: days.time(batch.toMs) })} done={batch.back} total={Math.max(1, batch.total)} />
          <p className='text-xs text-ink-2'>{t('crew.wall.mealFoot', { away: batch.away, back: batch.back })}{batch.late > 0 && <span className='ml-2 font-medium text-late'>{t('crew.wall.mealLate', { count: batch.late })}</span>}</p>
        </div>
      ))}
    </Part>
  )
}

function HandoverRow({ handover: { fromName, toName, total, open, escalated, limitAtMs } }: { handover: WallView['handovers'][number] }) {
  const { t } = useTranslation()
  const left = useTime(nowMs => Math.ceil((limitAtMs - nowMs) / 1_000))
  return (
    <div className='border-b border-line py-1 last:border-0'>
      <p className='flex items-baseline gap-2'>
        <span className='min-w-0 flex-1 truncate'>{t('crew.wall.handover', { from: fromName, to: toName ?? t('crew.wall.handoverNobody') })}</span>
        <span className={clsx('shrink-0 text-sm tabular-nums', left <= 0 ? 'text-late' : left <= 120 ? 'text-warn' : 'text-ink-2')}>{left <= 0 ? t('crew.wall.late', { time: clockText(left * 1_000) }) : t('crew.wall.limitIn', { time: clockText(left * 1_000) })}</span>
      </p>
      <p className='text-xs text-ink-2 tabular-nums'>{t('crew.wall.handoverFoot', { open, total })}{escalated > 0 && <span className='ml-2 font-medium text-late'>{t('crew.wall.escalated', { count: escalated })}</span>}</p>
    </div>
  )
}
