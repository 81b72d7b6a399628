import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { results } from './desk.ts'

/**
 * A screenshot of what is there now, light and dark, as `NAME-light-zh.png` and so on. The window must follow the
 * system's theme. For both languages run the screen's test with each `language` of startDesk.
 */
export async function screens(page: Page, name: string, language: 'zh' | 'en'): Promise<void> {
  mkdirSync(results, { recursive: true })
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.screenshot({ path: path.join(results, `${name}-${colorScheme}-${language}.png`), animations: 'disabled' })
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
}
