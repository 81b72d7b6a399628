import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useDays } from '../../i18n/use-days.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { select } from '../../state/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Empty } from '../../ui/states.tsx'
import { RichText } from '../thread/rich-text.tsx'

/** What the server refused, with every text kept. */
export function InboxDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { client, actions } = useDesk()
  const days = useDays()
  const inbox = useLive(state => state.inbox) ?? []
  const lists = useLive(state => state.lists)
  // Put back only where it can be seen and sent: in another's conversation the text would lie in a composer nobody opens.
  const open = new Set([...lists?.waiting ?? [], ...lists?.running ?? []].map(({ id }) => id))
  const dismiss = (id: string) => { void actions.done(client.call('inbox.dismiss', { id })) }
  return (
    <Dialog title={t('inbox.title')} lead={t('inbox.lead')} onClose={onClose}>
      <ul className='min-h-32 overflow-y-auto p-5 pt-3'>
        {inbox.length === 0 && <Empty icon={<CircleCheck size={28} />} title={t('inbox.empty')} />}
        {inbox.map(item => (
          <li key={item.id} className='mb-3 rounded-lg border border-line p-3'>
            <p className='text-sm'>
              <span className='font-medium text-late'>{t(`refusal.${item.code}`)}</span>
              <span className='text-ink-3'> · {item.customerName && `${t('inbox.forWhom', { name: item.customerName })} · `}{days.time(item.atMs)}</span>
            </p>
            {item.body !== null && item.body !== '' && <p className='selectable mt-1 break-words whitespace-pre-wrap'><RichText text={item.body} /></p>}
            <div className='mt-2 flex gap-2'>
              {item.body && item.conversationId && open.has(item.conversationId) && (
                <Button
                  small
                  onClick={() => {
                    const { conversationId, body, mutation } = item
                    if (!conversationId || !body) return
                    onClose()
                    select(conversationId)
                    actions.putTextBack(conversationId, body, mutation === 'note.add')
                    dismiss(item.id)
                  }}
                >
                  {t('inbox.put')}
                </Button>
              )}
              {item.body && (
                <Button small onClick={() => { actions.copy(item.body ?? '') }}>{t('common.copy')}</Button>
              )}
              <Button small look='quiet' onClick={() => { dismiss(item.id) }}>{t('common.dismiss')}</Button>
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
