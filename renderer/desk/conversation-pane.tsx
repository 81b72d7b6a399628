import { BookOpen, MessageSquareDashed, SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../state/desk-context.ts'
import { useLive } from '../state/live-store.ts'
import { acceleratorsOf, keyCaps } from '../state/shortcuts.ts'
import { openDialog } from '../state/window-store.ts'
import { Button } from '../ui/button.tsx'
import { errorText } from '../state/actions.ts'
import { Busy, Empty, Problem } from '../ui/states.tsx'
import { Talk } from './late-parts.ts'
import type { OpenThread } from './use-thread.ts'

/** The open conversation, or why there is none. */
export function ConversationPane({ conversationId, thread }: { conversationId: string | null; thread: OpenThread }) {
  const { t } = useTranslation()
  if (conversationId === null) return <NothingOpen />
  if (thread.view === null) return <Empty icon={<SearchX size={32} />} title={t('thread.missing')} />
  if (!thread.view) return thread.error ? <div className='p-5'><Problem text={errorText(thread.error)} /></div> : <Busy text={t('thread.loading')} />
  return <Talk view={thread.view} earlier={thread.earlier} latest={thread.latest} />
}

/** Before anything is opened: the two keys that open something, and the guide for who is new here. */
function NothingOpen() {
  const { t } = useTranslation()
  const { mac } = useDesk()
  const keys = acceleratorsOf(useLive(state => state.settings?.shortcuts) ?? {})
  const caps = (name: 'next' | 'search') => keyCaps(keys[name], mac).join(' ')
  return (
    <Empty icon={<MessageSquareDashed size={32} />} title={t('thread.none')} hint={t('thread.noneHint', { next: caps('next'), search: caps('search') })}>
      <Button small look='quiet' className='mt-4' onClick={() => { openDialog({ kind: 'guide' }) }}><BookOpen size={14} aria-hidden='true' />{t('guide.title')}</Button>
    </Empty>
  )
}
