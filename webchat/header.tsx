import { MessageCircle } from 'lucide-react'
import type { ChatView } from './chat-store.ts'
import type { Texts } from './texts.ts'

/** Who the customer talks to: the shop, and the agent once there is one. */
export function Header({ view, texts }: { view: ChatView, texts: Texts }) {
  const { info, head } = view
  const status = info === null ? texts.connecting
    : head.agentName ? texts.serving(head.agentName)
      : info.open ? texts.open : texts.resting
  const lively = info !== null && view.online && (head.agentName !== null || info.open)
  return (
    <header className="flex items-center gap-3 border-b border-line bg-panel px-4 pt-[max(0.75rem,env(safe-area-inset-top))] pb-3">
      <span className="grid size-9 shrink-0 place-items-center rounded-xl bg-brand text-on-brand" aria-hidden="true">
        <MessageCircle size={19} strokeWidth={2.2} />
      </span>
      <div className="min-w-0">
        <h1 className="truncate text-[15px] leading-5 font-semibold">{info?.shopName || texts.service}</h1>
        <p className="flex items-center gap-1.5 truncate text-[12.5px] leading-4 text-second" role="status">
          <span className={`size-1.5 shrink-0 rounded-full ${lively ? 'bg-brand' : 'bg-third'}`} aria-hidden="true" />
          {status}
        </p>
      </div>
    </header>
  )
}
