import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { results } from './folders.ts'

const LANGUAGES = { zh: 'zh-CN', en: 'en-US' }

/** What a run takes of each screen: each theme and each language once; with SHIFTDESK_SCREENS=all every pair, to be looked at after a change. */
const TAKEN = process.env['SHIFTDESK_SCREENS'] === 'all' ? { zh: ['light', 'dark'], en: ['light', 'dark'] } as const : { zh: ['light'], en: ['dark'] } as const

/**
 * Screenshots of what is there now, as `NAME-light-zh.png`, `NAME-dark-en.png` and so on. The window must follow the system's
 * theme and language; both are the system's own at the end. @param own language of the window's system
 */
export async function screens(page: Page, name: string, own: keyof typeof LANGUAGES): Promise<void> {
  mkdirSync(results, { recursive: true })
  const speak = async (language: keyof typeof LANGUAGES): Promise<void> => {
    await page.evaluate(locale => {
      Object.defineProperty(navigator, 'language', { get: () => locale, configurable: true })
      window.dispatchEvent(new Event('languagechange'))
    }, LANGUAGES[language])
    await page.waitForFunction(wanted => document.documentElement.lang.startsWith(wanted), language)
  }
  for (const language of own === 'zh' ? ['en', 'zh'] as const : ['zh', 'en'] as const) {
    await speak(language)
    for (const colorScheme of TAKEN[language]) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.screenshot({ path: path.join(results, `${name}-${colorScheme}-${language}.png`), animations: 'disabled' })
    }
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
}
