import { CloudOff, Moon, Users } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ChatView } from './chat-store.ts'
import type { Texts } from './texts.ts'

/** One line above the composer for what the customer waits for: the network, the queue, the shop to open. */
export function Notice({ view, texts, when }: { view: ChatView, texts: Texts, when: string }) {
  return <div role="status" aria-live="polite">{line(view, texts, when)}</div>
}

function line({ online, head, info }: ChatView, texts: Texts, when: string): ReactNode {
  if (!online && info !== null) return <Strip tone="warn" icon={<CloudOff size={15} />} text={texts.offline} />
  if (head.state === 'queued' && head.queuePlace !== null) {
    return <Strip icon={<Users size={15} />} text={head.queuePlace === 1 ? texts.next : texts.ahead(head.queuePlace - 1)} />
  }
  if (head.state === 'left') return <Strip icon={<Moon size={15} />} text={texts.left(when)} />
  return null
}

function Strip({ tone, icon, text }: { tone?: 'warn', icon: ReactNode, text: string }) {
  return (
    <p className={`flex items-center gap-2 px-4 py-2 text-[13px] ${tone === 'warn' ? 'bg-warn-soft text-warn' : 'bg-soft text-ink'}`}>
      <span className={tone === 'warn' ? '' : 'text-brand'} aria-hidden="true">{icon}</span>
      {text}
    </p>
  )
}
