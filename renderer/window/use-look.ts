import { useEffect, useState, useSyncExternalStore } from 'react'
import { chooseLanguage, showLanguage } from '../i18n/i18n.ts'
import { useLive } from '../state/live-store.ts'

type Theme = 'light' | 'dark' | 'contrast'
const DARK = '(prefers-color-scheme: dark)'
const CONTRAST = '(prefers-contrast: more)'

/** Theme, text size and language of the page: the agent's choice, else the system's, also when that changes. */
export function useLook(): void {
  const settings = useLive(state => state.settings)
  // The locked screen looks as the desk did.
  const [kept, setKept] = useState(settings)
  if (settings && settings !== kept) setKept(settings)
  const system = useSyncExternalStore(onSystemLook, systemTheme)
  const theme = !kept || kept.theme === 'system' ? system : kept.theme
  const textSize = kept?.textSize ?? 'normal'
  const systemLanguage = useSyncExternalStore(onSystemLanguage, () => navigator.language)
  const language = chooseLanguage(kept?.language ?? 'system', systemLanguage)

  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
    document.documentElement.dataset['text'] = textSize
  }, [theme, textSize])
  useEffect(() => { showLanguage(language) }, [language])
}

function systemTheme(): Theme {
  if (matchMedia(CONTRAST).matches) return 'contrast'
  return matchMedia(DARK).matches ? 'dark' : 'light'
}

function onSystemLanguage(changed: () => void): () => void {
  window.addEventListener('languagechange', changed)
  return () => window.removeEventListener('languagechange', changed)
}

function onSystemLook(changed: () => void): () => void {
  const queries = [DARK, CONTRAST].map(query => matchMedia(query))
  for (const query of queries) query.addEventListener('change', changed)
  return () => { for (const query of queries) query.removeEventListener('change', changed) }
}
