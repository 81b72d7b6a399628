import { clsx } from 'clsx'
import { useTranslation } from 'react-i18next'
import type { WallView } from '../../../protocol/shift-views.ts'
import { clockText, secondsFigure } from '../../format/clock-text.ts'
import { percentText } from '../../format/day-text.ts'
import { useLive } from '../../state/live-store.ts'
import { isOnDuty } from './wall-rows.ts'

type Tone = 'plain' | 'ok' | 'warn' | 'late'
const TONES: Record<Tone, string> = { plain: 'text-ink', ok: 'text-ok', warn: 'text-warn', late: 'text-late' }

/** Six figures of the team, coloured only where a threshold is passed. @param big for a screen across the room */
export function WallFigures({ wall, big = false }: { wall: WallView; big?: boolean }) {
  const { t, i18n } = useTranslation()
  const timers = useLive(state => state.team?.teams.find(({ id }) => id === wall.teamId)?.timers)
  const { queue, today, people } = wall
  const on = people.filter(isOnDuty)
  const count = (state: WallView['people'][number]['state']) => on.filter(person => person.state === state && person.reachable).length
  const seconds = (ms: number | null) => {
    const value = secondsFigure(ms, i18n.language)
    return value === null ? t('crew.wall.none') : t('crew.wall.seconds', { value })
  }
  const against = (ms: number | null, limitSec: number | undefined): Tone => ms === null || limitSec === undefined ? 'plain' : ms <= limitSec * 1_000 ? 'ok' : 'late'
  return (
    <dl className={clsx('grid shrink-0 grid-cols-6', big ? 'gap-5' : 'gap-2.5')}>
      <Figure big={big} name={t('crew.wall.figure.queue')} value={String(queue.count)} tone={queue.alert ? 'late' : 'plain'} foot={t('crew.wall.queueFoot', { limit: queue.alertAt, wait: clockText(queue.longestWaitMs) })} />
      <Figure big={big} name={t('crew.wall.figure.onDuty')} value={String(on.length)} foot={t('crew.wall.dutyFoot', { hungUp: count('hung_up'), meal: count('meal'), lost: on.filter(({ reachable }) => !reachable).length })} />
      <Figure
        big={big} name={t('crew.wall.figure.open')} value={String(today.open)}
        foot={t('crew.wall.openFoot', { each: new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format(on.length === 0 ? 0 : today.open / on.length), closed: today.closed })}
      />
      <Figure
        big={big} name={t('crew.wall.figure.first')} value={seconds(today.firstReplyMs)} tone={against(today.firstReplyMs, timers?.firstReplySec)}
        foot={t('crew.wall.firstFoot', { percent: today.firstInTime === null ? t('crew.wall.none') : percentText(today.firstInTime, i18n.language) })}
      />
      <Figure big={big} name={t('crew.wall.figure.average')} value={seconds(today.averageReplyMs)} tone={against(today.averageReplyMs, timers?.averageReplySec)} foot={t('crew.wall.averageFoot', { started: today.started })} />
      <Figure big={big} name={t('crew.wall.figure.missed')} value={String(today.missed)} tone={today.missed > 0 ? 'warn' : 'ok'} foot={t('crew.wall.missedFoot', { left: today.left, transfers: today.transfers })} />
    </dl>
  )
}

function Figure({ name, value, foot, tone = 'plain', big }: { name: string; value: string; foot: string; tone?: Tone; big: boolean }) {
  return (
    <div className={clsx('flex min-w-0 flex-col rounded-lg border border-line bg-panel', big ? 'px-6 py-5' : 'px-3.5 py-2')}>
      <dt className={clsx('truncate text-ink-2', big ? 'text-base' : 'text-sm')}>{name}</dt>
      <dd className={clsx('truncate font-semibold tabular-nums', TONES[tone], big ? 'text-[2.6rem] leading-tight' : 'text-xl')}>{value}</dd>
      <dd className={clsx('truncate text-ink-2 tabular-nums', big ? 'text-sm' : 'text-xs')} title={foot}>{foot}</dd>
    </div>
  )
}
