import { MessagesSquare } from 'lucide-react'
import { clsx } from 'clsx'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TalkView } from '../../../protocol/shift-views.ts'
import { errorText } from '../../state/actions.ts'
import { useLive } from '../../state/live-store.ts'
import { useQuery } from '../../state/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Busy, Empty, Problem } from '../../ui/states.tsx'
import { TalkDue } from './talk-due.tsx'
import { TalkForm } from './talk-form.tsx'
import { TalkThread } from './talk-thread.tsx'

/** D17, L6: help and talks among colleagues that hang on this case; the customer never sees them and keeps their agent. */
export function TalksDialog({ conversationId, onClose }: { conversationId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const name = useLive(state => state.threads[conversationId]?.conversation.customerName ?? '')
  const { value, error } = useQuery('talks', { conversationId })
  const [chosen, setChosen] = useState<string | null>(null)
  const talk = chosen === 'new' ? undefined : value?.find(({ id }) => id === chosen) ?? value?.[0]
  return (
    <Dialog title={t('talks.title', { name })} lead={t('talks.lead')} width='wide' onClose={onClose}>
      {!value ? (error ? <div className='p-5'><Problem text={errorText(error)} /></div> : <Busy text={t('common.loading')} />) : (
        <div className='mt-3 grid h-[min(60vh,520px)] grid-cols-[220px_minmax(0,1fr)] border-t border-line'>
          <div className='flex flex-col border-r border-line'>
            <ul aria-label={t('talks.list')} className='min-h-0 flex-1 overflow-y-auto'>
              {value.map(one => <Entry key={one.id} talk={one} chosen={one.id === talk?.id} onChoose={() => { setChosen(one.id) }} />)}
            </ul>
            <div className='border-t border-line p-2.5'><Button small className='w-full' onClick={() => { setChosen('new') }}>{t('talks.new')}</Button></div>
          </div>
          {talk ? <TalkThread key={talk.id} talk={talk} /> : chosen === 'new' || value.length === 0
            ? <TalkForm conversationId={conversationId} customer={name} onOpened={setChosen} /> : <Empty icon={<MessagesSquare size={28} />} title={t('talks.empty')} hint={t('talks.emptyHint')} />}
        </div>
      )}
    </Dialog>
  )
}

function Entry({ talk, chosen, onChoose }: { talk: TalkView; chosen: boolean; onChoose: () => void }) {
  const { t } = useTranslation()
  return (
    <li>
      <button type='button' aria-current={chosen ? 'true' : undefined} onClick={onChoose} className={clsx('w-full border-b border-line px-3 py-2 text-left', chosen ? 'bg-brand-soft' : 'hover:bg-hover')}>
        <span className='block truncate'>{talk.title}</span>
        <span className='flex items-center gap-1.5 text-xs text-ink-2'>{t(`talks.${talk.kind}`)} · {t(`talks.state.${talk.state}`)}<TalkDue talk={talk} /></span>
      </button>
    </li>
  )
}
