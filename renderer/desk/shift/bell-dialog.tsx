import { Bell } from 'lucide-react'
import { clsx } from 'clsx'
import { useTranslation } from 'react-i18next'
import type { NoticesView } from '../../../protocol/shift-views.ts'
import { useTime } from '../../edge/ticker.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Busy, Empty } from '../../ui/states.tsx'
import { NoticeActions } from './notice-actions.tsx'
import { useNoticeWords } from './use-notice-words.ts'

/** My notices, newest first; what asks for an answer is answered here. */
export function BellDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { client, actions } = useDesk()
  const notices = useLive(state => state.notices)
  const plain = notices?.filter(notice => notice.seenAtMs === null && notice.kind !== 'swap_asked' && notice.kind !== 'help_call') ?? []
  const seeAll = async () => { for (const { id } of plain) await actions.done(client.call('notice.seen', { noticeId: id, answer: null })) }
  return (
    <Dialog title={t('notice.title')} onClose={onClose}>
      {!notices ? <Busy text={t('common.loading')} /> : notices.length === 0 ? <div className='pb-6'><Empty icon={<Bell size={28} />} title={t('notice.empty')} hint={t('notice.emptyHint')} /></div> : (
        <>
          <ol className='mt-2 overflow-y-auto border-t border-line' tabIndex={0} aria-label={t('notice.title')}>
            {notices.map(notice => <Line key={notice.id} notice={notice} />)}
          </ol>
          {plain.length > 1 && <div className='flex justify-end border-t border-line px-5 py-2.5'><Button small onClick={() => { void seeAll() }}>{t('notice.seenAll')}</Button></div>}
        </>
      )}
    </Dialog>
  )
}

function Line({ notice }: { notice: NoticesView[number] }) {
  const days = useDays()
  const words = useNoticeWords(notice)
  const when = useTime(nowMs => days.brief(notice.atMs, nowMs))
  const fresh = notice.seenAtMs === null
  return (
    <li data-notice={notice.kind} className='flex items-center gap-3 border-b border-line px-5 py-3 last:border-0'>
      <span className={clsx('size-2 shrink-0 rounded-full', fresh ? 'bg-brand' : 'bg-transparent')} aria-hidden='true' />
      <div className='min-w-0 flex-1'>
        <p className={clsx('[overflow-wrap:anywhere]', !fresh && 'text-ink-2')}>{words}</p>
        <p className='text-xs text-ink-3 tabular-nums'>{when}</p>
      </div>
      <NoticeActions notice={notice} />
    </li>
  )
}
