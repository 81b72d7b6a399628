import { Users } from 'lucide-react'
import { useEffect } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { HandoverListView } from '../../../protocol/shift-views.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { openDialog, select } from '../../state/window-store.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Busy, Empty } from '../../ui/states.tsx'
import { useRowKeys } from '../../ui/use-row-keys.ts'
import { PastLines } from '../thread/past-lines.tsx'
import { listToShow } from './lists.ts'
import { CONTACT_KEY, ReceivedRow } from './received-row.tsx'
import { insertTakeover } from './takeover-line.ts'

/** H3: a list handed over to me: each customer with history, note and promises, confirmed one by one from the keyboard. */
export function ReceivedDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const handovers = useLive(state => state.handovers)
  const list = handovers ? listToShow(handovers.received) : null
  return (
    <Dialog
      title={list ? t('handover.title', { name: list.fromName }) : t('handover.empty')} lead={list ? `${t(`handover.cause.${list.cause}`)} · ${t('handover.leadPlain')}` : t('handover.leadPlain')} width='full' onClose={onClose}
    >
      {!handovers ? <Busy text={t('common.loading')} /> : list ? <List key={list.id} list={list} /> : <Empty icon={<Users size={28} />} title={t('handover.empty')} />}
    </Dialog>
  )
}

function List({ list }: { list: HandoverListView }) {
  const { t } = useTranslation()
  const desk = useDesk()
  const confirm = (itemId: string) => { void desk.actions.done(desk.client.call('handover.confirm', { itemId })) }
  const contact = (conversationId: string) => {
    openDialog(null)
    select(conversationId)
    void insertTakeover(desk, conversationId)
  }
  const act = (id: string, event: KeyboardEvent) => {
    const item = list.items.find(one => one.id === id)
    if (!item || event.ctrlKey || event.metaKey || event.altKey) return false
    if (event.key === 'Enter' && item.state === 'listed') confirm(item.id)
    else if (event.key.toUpperCase() === CONTACT_KEY && item.state === 'confirmed') contact(item.conversationId)
    else return false
    return true
  }
  const keys = useRowKeys(list.items.map(({ id }) => id), act)
  // The keys work at once: the first line takes the focus before the sheet does.
  useEffect(() => { document.querySelector<HTMLElement>('[role=dialog] [data-row][tabindex="0"]')?.focus() }, [])
  const shown = list.items.find(({ id }) => id === keys.current)
  return (
    <>
      <div className='mt-3 grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_minmax(0,1fr)] border-t border-line' onKeyDown={keys.onKeyDown}>
        <ul aria-label={t('handover.title', { name: list.fromName })} className='max-h-[60vh] overflow-y-auto border-r border-line'>
          {list.items.map(item => (
            <ReceivedRow
              key={item.id} item={item} hang={keys.row(item.id)} chosen={item.id === keys.current}
              onConfirm={() => { confirm(item.id) }} onContact={() => { contact(item.conversationId) }}
            />
          ))}
        </ul>
        <div className='flex h-[60vh] flex-col-reverse overflow-y-auto bg-bg px-5 py-3' tabIndex={0} role='log' aria-label={t('handover.history')}>
          {/* Turned round, so that it begins at what was said last. */}
          <div className='my-auto w-full'>{shown && <PastLines key={shown.conversationId} conversationId={shown.conversationId} />}</div>
        </div>
      </div>
      <p className='border-t border-line px-5 py-2 text-xs text-ink-3'>{t('handover.keys')}</p>
    </>
  )
}
