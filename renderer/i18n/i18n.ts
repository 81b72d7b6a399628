import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en/en.ts'
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

/** Starts the dictionary; both languages are in the bundle, so nothing is awaited. */
export function startLanguage(language: Language): void {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh',
    resources: { zh: { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false },
    contextSeparator: '~',
    initAsync: false,
  })
}

/** The language to show: the agent's choice, else the system's. */
export function chooseLanguage(setting: 'system' | Language, systemLocale: string): Language {
  if (setting !== 'system') return setting
  return systemLocale.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

/** Changes the language of the window, for reading aids too. */
export function showLanguage(language: Language): void {
  if (i18next.language !== language) void i18next.changeLanguage(language)
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}
