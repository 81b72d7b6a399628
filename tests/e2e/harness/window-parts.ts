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

/** Sends without the seconds in which a message can be taken back, as the agent may set it. */
export async function sendAtOnce(page: Page): Promise<void> {
  await page.keyboard.press('Control+,')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /^(不等待|Do not wait|No wait.*)$/ }).click()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
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

/** Waits for the list of a desk that was signed in; fails with what the window says instead. */
export async function entered(page: Page): Promise<void> {
  await listOf(page).waitFor().catch(async () => {
    throw new Error(`not signed in; the window says: ${await page.locator('body').innerText()}`)
  })
}

/** Signs out by the menu of the top bar; confirms. @returns what the question said */
export async function signOut(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^(我的状态|My state)/ }).click()
  await page.getByRole('menuitem', { name: /^(退出登录|Sign out)$/ }).click()
  const question = page.getByRole('alertdialog').or(page.getByRole('dialog'))
  const said = await question.innerText()
  await question.getByRole('button', { name: /^(退出登录|仍然退出|Sign out|Sign out anyway)$/ }).click()
  await question.waitFor({ state: 'detached' })
  return said
}

/** Searches from the keyboard and closes the search again. @returns what the dialog shows once it has searched */
export async function search(page: Page, text: string): Promise<string> {
  await page.keyboard.press('Control+f')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').fill(text)
  await dialog.getByRole('option').first().or(dialog.getByText(/^(没有找到|Nothing found)/)).waitFor()
  const shown = await dialog.innerText()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  return shown
}
