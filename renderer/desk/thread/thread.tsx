import { ArrowDown } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ThreadView } from '../../../protocol/views.ts'
import { serverNow } from '../../edge/ticker.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { MessageItem } from './message-item.tsx'
import { Proposed } from './proposed.tsx'
import { SystemItem } from './system-item.tsx'
import { threadEntries } from './thread-entries.ts'
import { useKeepEnd } from './use-keep-end.ts'
import { useSeen } from './use-seen.ts'

/** The talk, oldest first. */
export function Thread({ view, earlier }: { view: ThreadView; earlier: () => void }) {
  const { t } = useTranslation()
  const { client } = useDesk()
  const days = useDays()
  const people = useLive(state => state.team?.people)
  const names = useMemo(() => (people ?? []).map(person => person.name), [people])
  const entries = useMemo(() => threadEntries(view.items, days.dayKey), [view.items, days])
  const byId = useMemo(() => new Map(view.items.map(item => [item.id, item])), [view.items])
  const { scroller, content, onScroll, toEnd, atEnd, fresh } = useKeepEnd(view.items, earlier, view.hasEarlier)
  useSeen(client, view.conversation, atEnd)
  const open = view.conversation.state === 'open'

  // A line of one's own is always gone to.
  const lastOwn = view.items.at(-1)?.status === 'held' ? view.items.at(-1)?.id : null
  useEffect(() => { if (lastOwn) toEnd() }, [lastOwn, toEnd])

  return (
    <div className='relative min-h-0 flex-1'>
      <div ref={scroller} onScroll={onScroll} className='h-full overflow-x-hidden overflow-y-auto [scrollbar-gutter:stable]' role='log' aria-label={t('regions.thread')} tabIndex={0}>
        <div ref={content} className='flex min-h-full flex-col justify-end py-4 pr-2.5 pl-5'>
          {view.hasEarlier && <p className='pb-2 text-center text-xs text-ink-3'>{t('thread.loadingEarlier')}</p>}
          {view.items.length === 0 && <p className='py-6 text-center text-ink-3'>{t('thread.empty')}</p>}
          {entries.map(entry => {
            if (entry.kind === 'day') return <DayLine key={entry.key} text={days.day(entry.ms, serverNow())} />
            const { item, first, last } = entry
            return item.system
              ? <SystemItem key={entry.key} item={item} promises={view.promises} />
              : (
                  <MessageItem
                    key={entry.key} item={item} first={first} last={last} attachments={view.attachments} names={names} open={open}
                    quoted={item.quoteId ? byId.get(item.quoteId) ?? null : null}
                  />
                )
          })}
          {view.proposed.map(reply => <Proposed key={reply.id} reply={reply} conversationId={view.conversation.id} />)}
          <p className='h-5 text-xs text-ink-3' role='status'>{view.customerTyping ? t('thread.typing') : ''}</p>
        </div>
      </div>
      {!atEnd && (
        <button
          type='button' onClick={toEnd}
          className='absolute bottom-3 left-1/2 flex h-8 -translate-x-1/2 items-center gap-1.5 rounded-full border border-line bg-raised px-3.5 text-sm font-medium text-brand shadow-float appear'
        >
          <ArrowDown size={14} aria-hidden='true' />
          {fresh > 0 ? t('thread.newMessages', { count: fresh }) : t('thread.toEnd')}
        </button>
      )}
    </div>
  )
}

function DayLine({ text }: { text: string }) {
  return (
    <p className='my-3 flex items-center gap-3 text-xs text-ink-3 first-letter:uppercase'>
      <span className='h-px flex-1 bg-line' /><span>{text}</span><span className='h-px flex-1 bg-line' />
    </p>
  )
}
