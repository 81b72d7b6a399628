import { Check, Reply } from 'lucide-react'
import type { ChatMessage } from '../protocol/rest.ts'
import type { ChatStore } from './chat-store.ts'
import { Picture } from './picture.tsx'
import type { Texts } from './texts.ts'

interface BubbleProps {
  message: ChatMessage
  /** Follows a line of the same sender closely. */
  grouped: boolean
  quoted: ChatMessage | null
  store: ChatStore
  texts: Texts
  onQuote: (message: ChatMessage) => void
}

/** One accepted line of the thread. */
export function Bubble({ message, grouped, quoted, store, texts, onQuote }: BubbleProps) {
  if (message.from === 'system') return <SystemLine message={message} texts={texts} />
  const mine = message.from === 'me'
  const name = message.from === 'automatic' ? texts.automatic : message.agentName
  const pictureOnly = message.body === '' && message.attachmentIds.length > 0
  return (
    <div className={`row arrive flex items-end gap-1.5 ${mine ? 'flex-row-reverse' : ''} ${grouped ? '' : 'mt-2'}`}>
      <div className={`flex max-w-[82%] flex-col sm:max-w-[74%] ${mine ? 'items-end' : 'items-start'}`}>
        {!mine && !grouped && name && <span className="mb-1 px-1 text-[12px] text-second">{name}</span>}
        <div className={pictureOnly ? '' : `rounded-2xl px-3.5 py-2 text-[15px] leading-[1.5] ${mine
          ? 'rounded-br-md bg-mine text-on-mine'
          : 'rounded-bl-md border border-line bg-panel'}`}
        >
          {quoted && <Quoted message={quoted} mine={mine} texts={texts} />}
          {message.attachmentIds.map(id => <Picture key={id} id={id} store={store} texts={texts} />)}
          {message.body !== '' && <p className="break-words whitespace-pre-wrap [overflow-wrap:anywhere]">{message.body}</p>}
        </div>
        {mine && !grouped && <span className="sr-only">{texts.me}</span>}
      </div>
      {mine && <Check size={13} className="mb-1.5 shrink-0 text-third" aria-label={texts.delivered} role="img" />}
      <button
        type="button" onClick={() => onQuote(message)} aria-label={texts.quote} title={texts.quote}
        className="quote-button mb-0.5 grid size-7 shrink-0 place-items-center rounded-full text-third hover:text-brand"
      >
        <Reply size={15} />
      </button>
    </div>
  )
}

function Quoted({ message, mine, texts }: { message: ChatMessage, mine: boolean, texts: Texts }) {
  return (
    <p className={`mb-1 line-clamp-2 border-l-2 pl-2 text-[13px] leading-[1.4] ${mine ? 'border-on-mine-soft text-on-mine-soft' : 'border-brand text-second'}`}>
      {message.body || `[${texts.pictureAlt}]`}
    </p>
  )
}

function SystemLine({ message, texts }: { message: ChatMessage, texts: Texts }) {
  if (message.system !== 'assigned' || message.agentName === null) return null
  return <p className="my-2 text-center text-[12.5px] text-second">{texts.assigned(message.agentName)}</p>
}

/** The agent is writing. */
export function TypingBubble({ name, texts }: { name: string | null, texts: Texts }) {
  return (
    <div className="mt-2 flex items-center gap-2" role="status" aria-label={`${name ?? ''} ${texts.typing}`}>
      <span className="flex gap-1 rounded-2xl rounded-bl-md border border-line bg-panel px-3.5 py-3.5" aria-hidden="true">
        {[0, 1, 2].map(dot => <span key={dot} className="dot size-1.5 rounded-full bg-third" />)}
      </span>
    </div>
  )
}
