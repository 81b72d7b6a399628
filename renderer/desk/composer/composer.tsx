import { useTranslation } from 'react-i18next'
import type { ThreadView } from '../../../protocol/views.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { Button } from '../../ui/button.tsx'
import { CompanionKeys } from './companion-keys.tsx'
import { DueStrip } from './due-strip.tsx'
import { Editor } from './editor.tsx'
import { Reply } from './reply.tsx'

const BY_HAND: readonly string[] = ['companion', 'phone', 'mail', 'social']

/** Below the thread: what is due, and where the answer is written; or why nothing can be written here. */
export function Composer({ view }: { view: ThreadView }) {
  const { t } = useTranslation()
  const { client, actions } = useDesk()
  const me = useLive(state => state.session?.me?.personId)
  const people = useLive(state => state.team?.people)
  const { id, state, ownerId, channelKind } = view.conversation

  const bar = (text: string, action?: { name: string; act: () => void }) => (
    <div className='flex min-h-14 shrink-0 items-center gap-3 border-t border-line bg-panel px-5 text-ink-2'>
      <span className='flex-1'>{text}</span>
      {action && <Button onClick={action.act}>{action.name}</Button>}
    </div>
  )
  if (state === 'closed') return bar(t('composer.closedHint'), { name: t('composer.reopen'), act: () => { void actions.reopen(id) } })
  if (state === 'queued' || state === 'left') {
    const take = () => { void actions.done(client.call('conversation.take', { conversationId: id })) }
    return bar(t('composer.queueHint'), { name: t('composer.take'), act: take })
  }
  const owned = ownerId === me
  const byHand = BY_HAND.includes(channelKind)
  const owner = people?.find(person => person.id === ownerId)?.name ?? t('system.someone')
  return (
    <section aria-label={t('regions.composer')} className='shrink-0 border-t border-line bg-panel'>
      {owned
        ? <Reply key={id} view={view} byHand={byHand}>{byHand && <CompanionKeys conversationId={id} />}</Reply>
        : (
            <>
              <DueStrip view={view} />
              <p className='px-5 pt-1 text-sm text-warn'>{view.watching ? t('watch.whisper', { name: owner }) : t('composer.notOwner', { name: owner })}</p>
              <Editor key={id} view={view} byHand={byHand} />
            </>
          )}
    </section>
  )
}
