import { useEffect, useState, useSyncExternalStore } from 'react'
import type { ChatMessage } from '../protocol/rest.ts'
import type { ChatStore } from './chat-store.ts'
import { Composer } from './composer.tsx'
import { Header } from './header.tsx'
import type { Kept } from './kept.ts'
import { Notice } from './notice.tsx'
import { clockText } from './when.ts'
import { Thread } from './thread.tsx'
import type { Language, Texts } from './texts.ts'
import { useUnread } from './unread.ts'

interface AppProps {
  store: ChatStore
  kept: Kept
  texts: Texts
  language: Language
}

/** The customer's page. */
export function App({ store, kept, texts, language }: AppProps) {
  const view = useSyncExternalStore(store.subscribe, store.read)
  const [quote, setQuote] = useState<ChatMessage | null>(null)
  const shopName = view.info?.shopName ?? ''
  useUnread(view.messages, shopName === '' ? texts.service : `${shopName} · ${texts.service}`)

  useEffect(() => {
    const stop = new AbortController()
    const files = (list: DataTransfer | null) => [...list?.files ?? []].filter(file => file.type.startsWith('image/'))
    const take = (event: Event, list: DataTransfer | null) => {
      const found = files(list)
      if (found.length === 0) return
      event.preventDefault()
      for (const file of found) store.show(file, file.name)
    }
    document.addEventListener('paste', event => take(event, event.clipboardData), { signal: stop.signal })
    document.addEventListener('dragover', event => event.preventDefault(), { signal: stop.signal })
    document.addEventListener('drop', event => { event.preventDefault(); take(event, event.dataTransfer) }, { signal: stop.signal })
    return () => stop.abort()
  }, [store])

  if (view.failed === 'no_such_chat') return <Broken title={texts.noShop} hint={texts.noShopHint} />
  if (view.failed !== null && view.info === null && view.messages.length === 0) return <Broken title={texts.failed} hint={texts.failedHint} />

  const opens = view.info?.opensAtMs ?? null
  return (
    <div className="mx-auto flex h-full max-w-[720px] flex-col bg-panel sm:border-x sm:border-line">
      <Header view={view} texts={texts} />
      <Thread store={store} view={view} texts={texts} language={language} onQuote={setQuote} />
      <Notice view={view} texts={texts} when={opens === null ? '' : clockText(opens, language)} />
      <Composer store={store} kept={kept} texts={texts} quote={quote} onQuoteDone={() => setQuote(null)} disabled={view.info === null} />
    </div>
  )
}

function Broken({ title, hint }: { title: string, hint: string }) {
  return (
    <main className="grid h-full place-items-center p-6 text-center">
      <div>
        <h1 className="text-[17px] font-semibold">{title}</h1>
        <p className="mt-2 text-[14px] text-second">{hint}</p>
      </div>
    </main>
  )
}
