import { clsx } from 'clsx'
import { Copy, Reply, StickyNote } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ThreadItem, ThreadView } from '../../../protocol/views.ts'
import { useDays } from '../../i18n/use-days.ts'
import { compose } from '../../state/composer-store.ts'
import { useDesk } from '../../state/desk-context.ts'
import { askFocus } from '../../state/window-store.ts'
import { IconButton } from '../../ui/button.tsx'
import { MessageStatus } from './message-status.tsx'
import { Picture } from './picture.tsx'
import { RichText } from './rich-text.tsx'
import { itemTime } from './thread-entries.ts'

type Props = {
  item: ThreadItem
  first: boolean
  last: boolean
  quoted: ThreadItem | null
  attachments: ThreadView['attachments']
  names: string[]
  /** May be answered here. */
  open: boolean
}

/** One line of the talk: the customer's at the left, ours at the right, notes in their own colour. */
export const MessageItem = memo(function MessageItem({ item, first, last, quoted, attachments, names, open }: Props) {
  const { t } = useTranslation()
  const { actions } = useDesk()
  const own = item.author !== 'customer'
  const note = item.author === 'note'
  const pictures = attachments.filter(attachment => item.attachmentIds.includes(attachment.id))
  return (
    <div
      className={clsx('group flex flex-col', own ? 'items-end' : 'items-start', first ? 'mt-2' : 'mt-0.5')} data-message={item.id} data-status={item.status}
      data-author={item.author}
    >
      <div className={clsx('flex max-w-[78%] items-end gap-1', own && 'flex-row-reverse')}>
        <div
          className={clsx('min-w-0 rounded-lg border px-3 py-1.5', note ? 'border-note-line bg-note' : own ? 'border-bubble-own-line bg-bubble-own' : 'border-line bg-bubble',
            item.status === 'refused' && 'border-late', (item.status === 'queued' || item.status === 'held') && 'border-dashed border-line-strong')}
        >
          {note && (
            <p className='mb-0.5 flex items-center gap-1 text-xs font-medium text-warn'>
              <StickyNote size={12} aria-hidden='true' />{t('thread.note')} · {item.authorName} · {t('thread.noteHint')}
            </p>
          )}
          {item.quoteId && <Quoted item={quoted} />}
          {item.body !== '' && <p className='selectable break-words whitespace-pre-wrap'><RichText text={item.body} names={note ? names : []} /></p>}
          {pictures.map(picture => <Picture key={picture.id} attachment={picture} />)}
        </div>
        {open && !note && item.status !== 'refused' && (
          <span className='flex opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100'>
            <IconButton
              label={t('thread.quote')}
              onClick={() => {
                compose(item.conversationId, { quoteId: item.id, note: false })
                askFocus()
              }}
            >
              <Reply size={14} />
            </IconButton>
            <IconButton label={t('thread.copy')} onClick={() => { actions.copy(item.body) }}><Copy size={14} /></IconButton>
          </span>
        )}
      </div>
      {(last || item.status === 'refused' || item.status === 'held') && <Foot item={item} own={own} />}
    </div>
  )
})

function Quoted({ item }: { item: ThreadItem | null }) {
  const { t } = useTranslation()
  return (
    <p className='mb-1 line-clamp-2 border-l-2 border-line-strong pl-2 text-sm text-ink-2'>
      {!item ? t('thread.gone') : item.body === '' ? t('thread.picture', { name: '' }) : <RichText text={item.body} />}
    </p>
  )
}

function Foot({ item, own }: { item: ThreadItem; own: boolean }) {
  const { t } = useTranslation()
  const days = useDays()
  const ms = itemTime(item)
  const note = item.author === 'note'
  return (
    <div className={clsx('mt-0.5 mb-1 flex flex-wrap items-center gap-x-2 text-xs text-ink-3', own && 'justify-end')}>
      {item.author === 'automatic' && <span>{t('thread.automatic')}</span>}
      {item.author === 'agent' && item.authorName && <span>{item.authorName}</span>}
      {item.lineKind && item.lineKind !== 'answer' && <span>{t(`thread.line.${item.lineKind}`)}</span>}
      <time dateTime={new Date(ms).toISOString()} title={days.full(ms)} className='tabular-nums'>{days.time(ms)}</time>
      {(item.author === 'agent' || (note && item.status !== 'sent' && item.status !== 'delivered')) && <MessageStatus item={item} />}
    </div>
  )
}
