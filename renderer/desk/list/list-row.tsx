import { clsx } from 'clsx'
import { Clock3, PencilLine, UsersRound } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationRow } from '../../../protocol/views.ts'
import { useTime } from '../../edge/ticker.ts'
import { clockText } from '../../format/clock-text.ts'
import { useDays } from '../../i18n/use-days.ts'
import { select } from '../../state/window-store.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Count, Tag } from '../../ui/tag.tsx'
import { ChannelIcon } from './channel-icon.tsx'
import { RowRing, RowSide } from './row-due.tsx'
import { ringDue, sideDue } from './shown-list.ts'

type Props = { row: ConversationRow; selected: boolean; gone: boolean; reachable: boolean }

/** One customer: how long there is, who, what was said last. */
export const ListRow = memo(function ListRow({ row, selected, gone, reachable }: Props) {
  const { t } = useTranslation()
  const ring = ringDue(row.dues)
  const side = ring ? null : sideDue(row.dues)
  return (
    <button
      type='button' data-conversation={row.id} tabIndex={reachable ? 0 : -1} aria-current={selected ? 'true' : undefined}
      onClick={() => { select(row.id) }}
      className={clsx('relative flex h-full w-full items-center gap-3 pr-3 pl-3 text-left focus-visible:outline-offset-[-2px]',
        selected ? 'bg-brand-soft' : 'hover:bg-hover', gone && 'opacity-45')}
    >
      {selected && <span className='absolute inset-y-0 left-0 w-0.5 bg-brand' aria-hidden='true' />}
      <span className='grid w-[30px] shrink-0 place-items-center'>
        {ring ? <RowRing due={ring} /> : <Avatar name={row.name} size='row' />}
      </span>
      <span className='min-w-0 flex-1'>
        <span className='flex h-[1.5714rem] items-center gap-1.5'>
          <span className={clsx('min-w-0 truncate', row.unread > 0 && 'font-semibold')}>{row.name}</span>
          {/* What does not fit is left away whole: the name comes first. */}
          <span className='flex h-[1.4286rem] min-w-0 shrink-[20] flex-wrap items-center gap-1.5 overflow-hidden'><Marks row={row} /></span>
        </span>
        <Snippet row={row} />
      </span>
      <span className='flex shrink-0 flex-col items-end gap-1 self-stretch py-2'>
        <span className='flex h-[1.2857rem] items-center gap-1.5'>
          {row.queued > 0 && (
            <span className='inline-flex items-center gap-0.5 text-xs text-warn' title={t('list.queued', { count: row.queued })}>
              <Clock3 size={13} role='img' aria-label={t('list.queued', { count: row.queued })} />{row.queued > 1 && row.queued}
            </span>
          )}
          <ChannelIcon kind={row.channelKind} name={row.channelName} />
        </span>
        <span className='flex h-[1.4286rem] items-center'>
          {row.unread > 0 ? <Count n={row.unread} label={t('list.unread', { count: row.unread })} />
            : side ? <RowSide due={side} /> : ring ? null
                : row.state === 'queued' && row.waitingSinceMs !== null ? <Waits sinceMs={row.waitingSinceMs} /> : <LastTime ms={row.lastMessageAtMs} />}
        </span>
      </span>
    </button>
  )
})

function Marks({ row }: { row: ConversationRow }) {
  const { t } = useTranslation()
  return (
    <>
      {row.agentsBefore > 0 && (
        <Tag tone='warn' title={t('list.agentNthHint', { count: row.agentsBefore })}>
          <UsersRound size={12} role='img' aria-label={t('list.agentNthHint', { count: row.agentsBefore })} />{row.agentsBefore + 1}
        </Tag>
      )}
      {row.tier !== 'normal' && <Tag tone={row.tier === 'gold' ? 'info' : 'plain'}>{t(`tier.${row.tier}`)}</Tag>}
      {row.spam && <Tag tone='late'>{t('list.spam')}</Tag>}
    </>
  )
}

function Snippet({ row }: { row: ConversationRow }) {
  const { t } = useTranslation()
  return (
    <span className='flex h-[1.4286rem] min-w-0 items-center gap-1 text-sm text-ink-2'>
      {row.hasDraft && (
        <span className='inline-flex shrink-0 items-center gap-0.5 text-warn'><PencilLine size={12} aria-hidden='true' />{t('list.draft')}</span>
      )}
      <span className={clsx('truncate', row.customerTyping && 'text-brand')}>
        {row.customerTyping ? t('list.typing') : row.snippet || t('list.noSnippet')}
      </span>
    </span>
  )
}

function Waits({ sinceMs }: { sinceMs: number }) {
  const { t } = useTranslation()
  const seconds = useTime(nowMs => Math.max(0, Math.floor((nowMs - sinceMs) / 1000)))
  return <span className='text-xs text-ink-2 tabular-nums'>{t('list.waits', { time: clockText(seconds * 1000) })}</span>
}

function LastTime({ ms }: { ms: number }) {
  const days = useDays()
  const text = useTime(nowMs => days.brief(ms, nowMs))
  return <span className='text-xs text-ink-3 tabular-nums'>{text}</span>
}
