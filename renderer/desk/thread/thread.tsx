import { ArrowDown } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { ThreadView } from '../../../protocol/views.ts'
import { useDesk } from '../../state/desk-context.ts'
import { PastLines } from './past-lines.tsx'
import { Proposed } from './proposed.tsx'
import { ThreadLines } from './thread-lines.tsx'
import { useJump } from './use-jump.ts'
import { useKeepEnd } from './use-keep-end.ts'
import { useSeen } from './use-seen.ts'

/** The talk, oldest first. */
export function Thread({ view, earlier, latest }: { view: ThreadView; earlier: () => void; latest: () => void }) {
  const { t } = useTranslation()
  const { client } = useDesk()
  const { scroller, content, onScroll, toEnd, goTo, atEnd, fresh } = useKeepEnd(view.items, earlier, view.hasEarlier)
  useJump(view, content, goTo, earlier)
  useSeen(client, view.conversation, atEnd)
  const open = view.conversation.state === 'open'
  // Who has not taken a customer reads nothing of theirs yet.
  const unseen = view.conversation.state === 'queued' || view.conversation.state === 'left'
  // Only its head is on this desk: a past talk of a customer who is here again, or one that went to a colleague.
  const elsewhere = !open && view.conversation.lastPosition > 0

  useEffect(() => { if (atEnd) latest() }, [atEnd, latest])

  // A line of one's own is always gone to.
  const lastOwn = view.items.at(-1)?.status === 'held' ? view.items.at(-1)?.id : null
  useEffect(() => { if (lastOwn) toEnd() }, [lastOwn, toEnd])

  return (
    <div className='relative min-h-0 flex-1'>
      <div ref={scroller} onScroll={onScroll} className='h-full overflow-x-hidden overflow-y-auto [overflow-anchor:none] [scrollbar-gutter:stable]' role='log' aria-label={t('regions.thread')} tabIndex={0}>
        <div ref={content} className='flex min-h-full flex-col justify-end py-4 pr-2.5 pl-5'>
          {view.hasEarlier && <p className='pb-2 text-center text-xs text-ink-3'>{t('thread.loadingEarlier')}</p>}
          {view.items.length === 0 && (unseen ? <p className='py-6 text-center text-ink-3'>{t('thread.beforeTaken')}</p> : elsewhere ? <PastLines conversationId={view.conversation.id} /> : <p className='py-6 text-center text-ink-3'>{t('thread.empty')}</p>)}
          <ThreadLines items={view.items} attachments={view.attachments} promises={view.promises} open={open} />
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
