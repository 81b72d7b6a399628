import { CornerDownLeft, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ThreadView } from '../../../protocol/views.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useDesk } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { RichText } from './rich-text.tsx'

/** A reply that the agent before wrote and that never went out: to look at, use or drop. It never goes by itself. */
export function Proposed({ reply, conversationId }: { reply: ThreadView['proposed'][number]; conversationId: string }) {
  const { t } = useTranslation()
  const { client, actions } = useDesk()
  const days = useDays()
  const dismiss = () => actions.done(client.call('proposed.dismiss', { id: reply.id }))
  return (
    <section aria-label={t('thread.proposed')} className='mt-3 self-end rounded-lg border border-dashed border-line-strong bg-panel px-3 py-2'>
      <p className='mb-1 text-xs text-ink-2'>
        <span className='font-medium text-ink'>{t('thread.proposed')}</span> · {t('thread.proposedBy', { name: reply.authorName ?? t('system.someone'), when: days.time(reply.writtenAtMs) })}
      </p>
      <p className='selectable whitespace-pre-wrap'><RichText text={reply.body} /></p>
      <div className='mt-2 flex gap-2'>
        <Button
          small
          onClick={() => {
            actions.putTextBack(conversationId, reply.body)
            void dismiss()
          }}
        >
          <CornerDownLeft size={14} aria-hidden='true' />{t('thread.proposedUse')}
        </Button>
        <Button small look='quiet' onClick={() => { void dismiss() }}><X size={14} aria-hidden='true' />{t('thread.proposedDrop')}</Button>
      </div>
    </section>
  )
}
