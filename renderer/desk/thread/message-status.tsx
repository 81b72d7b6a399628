import { Check, CheckCheck, CircleAlert, Clock3, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ThreadItem } from '../../../protocol/views.ts'
import { useTime } from '../../edge/ticker.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'

const action = 'inline-flex items-center gap-1 rounded-sm px-1 font-medium text-brand hover:underline'

/** Where our line is: can still be taken back, waits, sent, delivered, or refused with its reason and its text kept. */
export function MessageStatus({ item }: { item: ThreadItem }) {
  const { t } = useTranslation()
  switch (item.status) {
    case 'held':
      return <Held item={item} />
    case 'queued':
      return <span className='inline-flex items-center gap-1 text-warn' title={t('thread.status.queuedWhy')}><Clock3 size={12} aria-hidden='true' />{t('thread.status.queued')}</span>
    case 'refused':
      return <Refused item={item} />
    case 'sent':
      return <Check size={13} role='img' aria-label={t('thread.status.sent')} />
    case 'delivered':
      return <CheckCheck size={13} className='text-brand' role='img' aria-label={t('thread.status.delivered')} />
  }
}

function Held({ item }: { item: ThreadItem }) {
  const { t } = useTranslation()
  const { actions } = useDesk()
  const seconds = useTime(nowMs => Math.max(0, Math.ceil(((item.heldUntilMs ?? nowMs) - nowMs) / 1000)))
  return (
    <>
      <span className='text-warn tabular-nums'>{t('thread.status.held', { seconds })}</span>
      <button type='button' className={action} onClick={() => { void actions.takeBack(item.id, item.conversationId) }}>
        <Undo2 size={12} aria-hidden='true' />{t('thread.takeBack')}
      </button>
    </>
  )
}

function Refused({ item }: { item: ThreadItem }) {
  const { t } = useTranslation()
  const { actions, client } = useDesk()
  const inboxId = useLive(state => state.inbox?.find(refused => refused.messageId === item.id)?.id)
  return (
    <>
      <span className='inline-flex items-center gap-1 text-late'>
        <CircleAlert size={12} aria-hidden='true' />{t(`refusal.${item.refusal ?? 'failed'}`)} · {t('thread.refusedKept')}
      </span>
      <button
        type='button' className={action}
        onClick={() => {
          actions.putTextBack(item.conversationId, item.body, item.author === 'note')
          if (inboxId) void actions.done(client.call('inbox.dismiss', { id: inboxId }))
        }}
      >
        {t('thread.useAgain')}
      </button>
      <button type='button' className={action} onClick={() => { actions.copy(item.body) }}>{t('common.copy')}</button>
    </>
  )
}
