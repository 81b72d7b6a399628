import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { zh } from './zh/zh.ts'

export type Language = 'zh' | 'en'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    // Keys have underscores of their own (codes of the contract): no context is cut off behind one.
    contextSeparator: '~'
    resources: { translation: typeof zh }
  }
}

/** Starts the dictionary. Chinese is there at once; English is a file of its own, read when it is spoken. */
export async function startLanguage(language: Language): Promise<void> {
  void i18next.use(initReactI18next).init({
    lng: 'zh',
    fallbackLng: 'zh',
    resources: { zh: { translation: zh } },
    interpolation: { escapeValue: false },
    contextSeparator: '~',
    initAsync: false,
  })
  await speak(language)
}

let wanted: Language = 'zh'

async function speak(language: Language): Promise<void> {
  wanted = language
  if (language === 'en' && !i18next.hasResourceBundle('en', 'translation')) {
    const { en } = await import('./en/en.ts')
    i18next.addResourceBundle('en', 'translation', en)
  }
  // Chosen again while the file was read: the later choice counts.
  if (language === wanted && i18next.language !== language) await i18next.changeLanguage(language)
}

/** The language to show: the agent's choice, else the system's. */
export function chooseLanguage(setting: 'system' | Language, systemLocale: string): Language {
  if (setting !== 'system') return setting
  return systemLocale.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

/** Changes the language of the window, for reading aids too. */
export function showLanguage(language: Language): void {
  void speak(language)
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}
