import { clsx } from 'clsx'
import { Circle, CircleDot, CircleOff, CirclePause, GraduationCap, MoreHorizontal, PhoneOff, Unplug, Utensils } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTime } from '../../edge/ticker.ts'
import { clockText, secondsFigure } from '../../format/clock-text.ts'
import { useDays } from '../../i18n/use-days.ts'
import { Menu, MenuItem, MenuLine } from '../../ui/floating.tsx'
import { IconButton } from '../../ui/button.tsx'
import type { OpenAct } from './act/wall-act.tsx'
import { lateMs } from './wall-rows.ts'
import type { WallPerson } from './wall-rows.ts'

/** Heads and cells stand on the same lines. */
export const WALL_COLUMNS = 'grid grid-cols-[minmax(84px,1.2fr)_minmax(132px,1.7fr)_64px_52px_84px_68px_68px_52px_40px] items-center gap-x-2 px-3 '
  + 'max-[1180px]:grid-cols-[minmax(60px,1fr)_minmax(96px,1.5fr)_52px_44px_62px_46px_46px_40px_30px] max-[1180px]:gap-x-1 max-[1180px]:px-2'

const ICONS: Record<WallPerson['state'], LucideIcon> = { online: CircleDot, hung_up: PhoneOff, meal: Utensils, handover: CirclePause, training: GraduationCap, away: Circle, off_duty: CircleOff }
const TONES: Record<WallPerson['state'], string> = { online: 'text-ok', hung_up: 'text-info', meal: 'text-warn', handover: 'text-info', training: 'text-warn', away: 'text-warn', off_duty: 'text-ink-3' }

/** One agent, drawn again only when something of theirs changed; what ticks, ticks alone. */
export const WallRow = memo(function WallRow({ person, index, onAct }: { person: WallPerson; index: number; onAct: (act: OpenAct) => void }) {
  const { t, i18n } = useTranslation()
  const { name, open, waiting, limit, firstReplyMs, averageReplyMs, missed } = person
  const seconds = (ms: number | null) => secondsFigure(ms, i18n.language) ?? t('crew.wall.none')
  return (
    <div role='row' aria-rowindex={index + 2} data-wall={person.personId} className={clsx(WALL_COLUMNS, 'h-9 border-b border-line hover:bg-hover', person.state === 'off_duty' && 'text-ink-2')}>
      <span role='rowheader' className='truncate font-medium' title={name}>{name}</span>
      <span role='cell' className='min-w-0'><State person={person} /></span>
      <span role='cell' className={clsx('text-right tabular-nums', open >= limit && limit > 0 && open > 0 && 'font-medium text-warn')}>{t('crew.wall.loadOf', { open, limit })}</span>
      <span role='cell' className={clsx('text-right tabular-nums', waiting > 0 ? 'font-medium' : 'text-ink-3')}>{waiting}</span>
      <span role='cell' className='text-right tabular-nums'><NearestDue atMs={person.nearestDueAtMs} /></span>
      <span role='cell' className='text-right tabular-nums'>{seconds(firstReplyMs)}</span>
      <span role='cell' className='text-right tabular-nums'>{seconds(averageReplyMs)}</span>
      <span role='cell' className={clsx('text-right tabular-nums', missed > 0 ? 'font-medium text-warn' : 'text-ink-3')}>{missed}</span>
      <span role='cell' className='flex justify-end'><Actions person={person} onAct={onAct} /></span>
    </div>
  )
})

function State({ person }: { person: WallPerson }) {
  const { t } = useTranslation()
  const days = useDays()
  const { state, reachable, untilMs, sinceMs, reason, cause } = person
  const late = useTime(nowMs => Math.floor(lateMs(person, nowMs) / 1_000))
  const lost = !reachable && state !== 'off_duty'
  const Icon = lost ? Unplug : ICONS[state]
  const by = cause === 'agent' ? '' : t(`crew.wall.by.${cause}`)
  return (
    <span className='flex min-w-0 items-center gap-1.5' title={[t(`presence.${state}`), reason, by].filter(Boolean).join(' · ')}>
      <Icon size={13} aria-hidden='true' className={clsx('shrink-0', lost ? 'text-late' : TONES[state])} />
      <span className={clsx('truncate', lost ? 'text-late' : TONES[state])}>{lost ? t('crew.wall.unreachable') : t(`presence.${state}`)}</span>
      {lost ? <Since atMs={sinceMs} /> : late > 0
        ? <span className='shrink-0 text-xs font-medium text-late tabular-nums'>{t('crew.wall.lateBack', { time: clockText(late * 1_000) })}</span>
        : untilMs !== null ? <span className='shrink-0 text-xs text-ink-2 tabular-nums'>{t('crew.wall.backAt', { time: days.time(untilMs) })}</span>
          : reason !== null && <span className='truncate text-xs text-ink-2'>{reason}</span>}
    </span>
  )
}

function Since({ atMs }: { atMs: number }) {
  const seconds = useTime(nowMs => Math.max(0, Math.floor((nowMs - atMs) / 1_000)))
  return <span className='shrink-0 text-xs text-late tabular-nums'>{clockText(seconds * 1_000)}</span>
}

/** Ticks by itself; past the due time red with a plus. */
function NearestDue({ atMs }: { atMs: number | null }) {
  const { t } = useTranslation()
  const left = useTime(nowMs => atMs === null ? null : Math.ceil((atMs - nowMs) / 1_000))
  if (left === null) return <span className='text-ink-3'>{t('crew.wall.none')}</span>
  return <span className={left <= 0 ? 'font-medium text-late' : left <= 10 ? 'text-warn' : ''}>{left <= 0 ? '+' : ''}{clockText(left * 1_000)}</span>
}

function Actions({ person, onAct }: { person: WallPerson; onAct: (act: OpenAct) => void }) {
  const { t } = useTranslation()
  const { name, state, open } = person
  // A menu is made once it is asked for: one a row is what drawing a row would cost most.
  const [asked, setAsked] = useState(false)
  const button = <IconButton label={t('crew.wall.more', { name })} data-act={person.personId} {...asked ? {} : { 'aria-haspopup': 'menu', onClick: () => { setAsked(true) } }}><MoreHorizontal size={16} /></IconButton>
  if (!asked) return button
  return (
    <Menu align='end' isOpen trigger={button}>
      {open > 0 && <MenuItem onSelect={() => { onAct({ kind: 'talks', personId: person.personId }) }}>{t('crew.wall.talks')}</MenuItem>}
      {open > 0 && <MenuItem onSelect={() => { onAct({ kind: 'move', personId: person.personId }) }}>{t('crew.wall.move')}</MenuItem>}
      {open > 0 && <MenuLine />}
      {state !== 'off_duty' && <MenuItem onSelect={() => { onAct({ kind: 'letGo', personId: person.personId }) }}>{t('crew.wall.letGo')}</MenuItem>}
      {state !== 'online' && <MenuItem onSelect={() => { onAct({ kind: 'callBack', personId: person.personId }) }}>{t('crew.wall.callBack')}</MenuItem>}
    </Menu>
  )
}
