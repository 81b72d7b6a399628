import type { Locator, Page } from 'playwright-core'

// Where things are in the desk's window, by what a screen reader calls them, in both languages.

/** The list of conversations. */
export const listOf = (page: Page): Locator => page.getByRole('region', { name: /^(会话列表|Conversations)$/ })

/** The rows of the list, nearest due first. */
export const rowsOf = (page: Page): Locator => listOf(page).locator('[data-conversation]')

/** Where the answer is written. */
export const editorOf = (page: Page): Locator => page.getByRole('region', { name: /^(回复|Reply)$/ }).getByRole('textbox')

/** The state of the synchronisation in the top bar. */
export const syncOf = (page: Page): Locator => page.locator('[data-sync]')

/** Writes an answer into the open conversation and sends it with Enter. */
export async function answer(page: Page, text: string): Promise<void> {
  const editor = editorOf(page)
  await editor.fill(text)
  await editor.press('Enter')
}

/** Picks an account that has used this machine and signs in with its password alone. */
export async function signInKnown(page: Page, name: string, password: string): Promise<void> {
  const form = page.locator('form')
  const known = page.getByRole('button', { name: new RegExp(name) })
  await form.or(known).first().waitFor()
  if (await known.isVisible()) await known.click()
  await form.getByLabel(/^密码|^Password/).fill(password)
  await form.locator('button[type=submit]').click()
}
