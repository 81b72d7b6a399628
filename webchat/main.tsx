import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { ChatClient } from './chat-client.ts'
import { ChatStore } from './chat-store.ts'
import { Kept, openStorage } from './kept.ts'
import './style.css'
import { chooseLanguage, TEXTS } from './texts.ts'

const shopKey = decodeURIComponent(window.location.pathname.split('/').pop() ?? '')
const search = new URLSearchParams(window.location.search)
const language = chooseLanguage(search, navigator.languages)
const kept = new Kept(shopKey, openStorage())
const client = new ChatClient(new URL(`/v1/chat/${encodeURIComponent(shopKey)}`, window.location.href).href, kept.token)
const store = new ChatStore(client, kept, search.get('nickname'), language)

document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
store.run(new AbortController().signal)
const root = document.getElementById('root')
if (root) createRoot(root).render(<App store={store} kept={kept} texts={TEXTS[language]} language={language} />)
