import type { ThreadView } from '../../protocol/views.ts'
import { Composer } from './composer/composer.tsx'
import { Thread } from './thread/thread.tsx'
import { ThreadHeader } from './thread/thread-header.tsx'
import { WatchBar } from './thread/watch-bar.tsx'

/** An open conversation: who it is, what was said, the answer. */
export function Talk({ view, earlier, latest }: { view: ThreadView; earlier: () => void; latest: () => void }) {
  return (
    <>
      <ThreadHeader view={view} />
      {view.watching && <WatchBar conversationId={view.conversation.id} />}
      <Thread view={view} earlier={earlier} latest={latest} />
      <Composer view={view} />
    </>
  )
}
