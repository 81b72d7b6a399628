import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { ChatClient } from './chat-client.ts'
import { ChatStore } from './chat-store.ts'
import { Kept, openStorage } from './kept.ts'
import { memoryOf } from './identity.ts'
import './style.css'
import { chooseLanguage, TEXTS } from './texts.ts'

const shopKey = decodeURIComponent(window.location.pathname.split('/').pop() ?? '')
const search = new URLSearchParams(window.location.search)
const language = chooseLanguage(search, navigator.languages)
// In the fragment, so that no server's log has it. A known customer has a memory of their own in this browser.
const identity = new URLSearchParams(window.location.hash.slice(1)).get('identity')
const kept = new Kept(shopKey + memoryOf(identity), openStorage())
const client = new ChatClient(new URL(`/v1/chat/${encodeURIComponent(shopKey)}`, window.location.href).href, kept.token)
const store = new ChatStore(client, kept, { nickname: search.get('nickname'), language, identity })

document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
store.run(new AbortController().signal)
const root = document.getElementById('root')
if (root) createRoot(root).render(<App store={store} kept={kept} texts={TEXTS[language]} language={language} />)
