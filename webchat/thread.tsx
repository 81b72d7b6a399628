import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { ArrowDown } from 'lucide-react'
import type { ChatMessage } from '../protocol/rest.ts'
import { AnswerChoice } from './answer-choice.tsx'
import { Bubble, TypingBubble } from './bubble.tsx'
import type { ChatStore, ChatView } from './chat-store.ts'
import { PendingBubble } from './pending-bubble.tsx'
import type { Language, Texts } from './texts.ts'
import { clockText } from './when.ts'

/** A time stands above a line that comes so long after the one before. */
const TIME_GAP_MS = 5 * 60_000
const NEAR_END_PX = 80

interface ThreadProps {
  store: ChatStore
  view: ChatView
  texts: Texts
  language: Language
  onQuote: (message: ChatMessage) => void
}

/** The lines, newest at the end; stays at the end unless the customer has scrolled up. */
export function Thread({ store, view, texts, language, onQuote }: ThreadProps) {
  const box = useRef<HTMLDivElement>(null)
  const [atEnd, setAtEnd] = useState(true)
  const { messages, pending, typing, head, info } = view
  const count = messages.length + pending.length

  const toEnd = () => { if (box.current) box.current.scrollTop = box.current.scrollHeight }
  useLayoutEffect(() => { if (atEnd) toEnd() }, [atEnd, count, typing])
  useEffect(() => {
    if (!box.current) return
    const watcher = new ResizeObserver(() => { if (atEnd) toEnd() })
    watcher.observe(box.current)
    for (const child of box.current.children) watcher.observe(child)
    return () => watcher.disconnect()
  }, [atEnd])
  // What the customer writes is always seen.
  const lastPending = pending[pending.length - 1]?.id
  useLayoutEffect(() => { if (lastPending !== undefined) toEnd() }, [lastPending])

  // As long as nobody has said anything to it.
  const asked = messages.reduce((last, message, index) => message.answer || message.from === 'me' || message.from === 'agent' ? index : last, -1)
  const byId = new Map(messages.map(message => [message.id, message]))
  return (
    <main className="relative min-h-0 flex-1 bg-ground">
      <div
        ref={box}
        className="h-full overflow-y-auto overscroll-contain px-3 py-4 sm:px-5"
        onScroll={({ currentTarget: at }) => setAtEnd(at.scrollHeight - at.scrollTop - at.clientHeight < NEAR_END_PX)}
      >
        <div role="log" aria-live="polite" aria-label={texts.thread} className="flex flex-col gap-1">
          {info !== null && count === 0 && <Welcome view={view} texts={texts} language={language} />}
          {messages.map((message, index) => {
            const before = messages[index - 1]
            return (
              <div key={message.id} className="contents">
                {(before === undefined || message.atMs - before.atMs > TIME_GAP_MS) && (
                  <time className="my-2 block text-center text-[12px] text-third tabular-nums" dateTime={new Date(message.atMs).toISOString()}>
                    {clockText(message.atMs, language)}
                  </time>
                )}
                <Bubble
                  message={message}
                  grouped={before?.from === message.from && before.agentName === message.agentName && message.atMs - before.atMs <= TIME_GAP_MS}
                  quoted={message.quoteId === null ? null : byId.get(message.quoteId) ?? null}
                  store={store} texts={texts} onQuote={onQuote}
                />
                {message.answer && index === asked && pending.length === 0 && <AnswerChoice store={store} texts={texts} />}
              </div>
            )
          })}
          {pending.map(message => <PendingBubble key={message.id} message={message} online={view.online} store={store} texts={texts} />)}
          {typing && view.online && <TypingBubble name={head.agentName} texts={texts} />}
          {head.state === 'closed' && pending.length === 0 && <p className="my-3 text-center text-[12.5px] text-second">{texts.ended}</p>}
        </div>
      </div>
      {!atEnd && (
        <button
          type="button" onClick={() => setAtEnd(true)} aria-label={texts.newMessages}
          className="absolute right-4 bottom-3 grid size-9 place-items-center rounded-full border border-line bg-panel text-second shadow-md"
        >
          <ArrowDown size={17} />
        </button>
      )}
    </main>
  )
}

function Welcome({ view, texts, language }: { view: ChatView, texts: Texts, language: Language }) {
  const { info } = view
  if (info === null) return null
  return (
    <div className="mx-auto mt-[12vh] max-w-[22rem] text-center">
      <h2 className="text-[17px] font-semibold">{texts.welcome(info.shopName)}</h2>
      <p className="mt-2 text-[14px] leading-6 text-second">
        {info.open ? texts.welcomeOpen : texts.welcomeRest(info.opensAtMs === null ? '' : clockText(info.opensAtMs, language))}
      </p>
    </div>
  )
}
