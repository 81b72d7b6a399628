import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { TestDesk } from '../../desk/test-desk.ts'

// The studio in a supervisor's window, by what a screen reader calls its parts; the window speaks Chinese.

/** The pages of the studio, in the order of Ctrl 1 to 9. */
const PAGES = ['scripts', 'knowledge', 'releases', 'import', 'hygiene', 'reviews', 'language', 'figures', 'notices'] as const
type StudioPage = (typeof PAGES)[number]

/** Goes to the studio by its key. */
export async function enterStudio(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+S')
  await page.getByRole('navigation', { name: '主管台页面' }).waitFor()
}

/** Goes to a page of the studio by its key. */
export async function toPage(page: Page, name: StudioPage): Promise<void> {
  await page.keyboard.press(`Control+${PAGES.indexOf(name) + 1}`)
  await page.locator(`[data-page="${name}"][aria-current=page]`).waitFor()
}

export const fieldOf = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true })

/** Begins something new on a page with a list, by its key. */
export async function beginNew(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('searchbox').waitFor()
  await page.keyboard.press('Alt+n')
}

/** The last word that was typed is at the server. */
export const isSaved = (page: Page): Promise<void> => page.locator('[data-saved=saved]').or(page.getByText(/^草稿已保存 · /)).first().waitFor()

/** The next step of what is written, by its key; the step has to be there. @param name of its button */
export async function nextStep(page: Page, name: '送审' | '发布…'): Promise<void> {
  const button = page.getByRole('button', { name, exact: true })
  await expect.poll(() => button.isEnabled(), { timeout: 10_000 }).toBe(true)
  await page.keyboard.press('Control+Enter')
}

/** Gives the release in the open dialog a name and publishes it by its key; waits until these desks have it. */
export async function publishAs(page: Page, title: string, desks: readonly TestDesk[] = []): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('标题', { exact: true }).fill(title)
  await expect.poll(() => dialog.getByRole('button', { name: /^(定时)?发布 \d/ }).isEnabled(), { timeout: 10_000 }).toBe(true)
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  await Promise.all(desks.map(one => one.until('briefing', {}, ({ recent }) => recent.some(release => release.title === title))))
}

/** Opens a script by the search of its list, without the mouse. @param text what this one alone has */
export async function openScript(page: Page, text: string): Promise<void> {
  await page.getByRole('searchbox', { name: '标题、内容、代码、拼音' }).fill(text)
  await expect.poll(() => page.locator('[data-row]').count(), { timeout: 10_000 }).toBe(1)
  await page.keyboard.press('ArrowDown')
  await page.locator('[data-open]:focus').waitFor()
  await page.keyboard.press('Enter')
  await fieldOf(page, '内容').waitFor()
}
