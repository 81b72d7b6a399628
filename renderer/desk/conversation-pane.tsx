import { MessageSquareDashed, SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { errorText } from '../state/actions.ts'
import { Busy, Empty, Problem } from '../ui/states.tsx'
import { Composer } from './composer/composer.tsx'
import { Thread } from './thread/thread.tsx'
import { ThreadHeader } from './thread/thread-header.tsx'
import type { OpenThread } from './use-thread.ts'

/** The open conversation, or why there is none. */
export function ConversationPane({ conversationId, thread }: { conversationId: string | null; thread: OpenThread }) {
  const { t } = useTranslation()
  if (conversationId === null) return <Empty icon={<MessageSquareDashed size={32} />} title={t('thread.none')} hint={t('thread.noneHint')} />
  if (thread.view === null) return <Empty icon={<SearchX size={32} />} title={t('thread.missing')} />
  if (!thread.view) return thread.error ? <div className='p-5'><Problem text={errorText(thread.error)} /></div> : <Busy text={t('thread.loading')} />
  return (
    <>
      <ThreadHeader view={thread.view} />
      <Thread view={thread.view} earlier={thread.earlier} />
      <Composer view={thread.view} />
    </>
  )
}
