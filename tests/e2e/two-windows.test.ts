import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Customer } from './harness/customer.ts'
import type { Desk } from './harness/desk.ts'
import { openHouse } from './harness/house.ts'
import { screens } from './harness/screens.ts'
import { editorOf, rowsOf, syncOf } from './harness/window-parts.ts'

// One desk in two windows, and a customer of the shop whose past talks are read beside the running one.
/** A busy machine is no fault of the windows. */
const SOON = { timeout: 5_000 }
let customer: Customer
let desk: Desk
let first: Page
let second: Page

const house = openHouse('two-windows', async () => {
  desk = await house.enter('xiaoan', { online: true })
  first = desk.page
  customer = await house.customer(house.api.customers[0]?.chatUrl)
  await customer.say('我的快递怎么还没到？')
  await rowsOf(first).first().waitFor()
})

test('Ctrl Shift N opens one more window of the same desk: what is written in one is in the other', async () => {
  house.tellOnFailure()
  await rowsOf(first).first().click()
  await editorOf(first).fill('在第一个窗口写的')
  await first.getByText('草稿已保存').waitFor()
  const opened = desk.app.waitForEvent('window')
  await first.keyboard.press('Control+Shift+N')
  second = await opened
  await syncOf(second).waitFor()
  expect(desk.app.windows().filter(page => !page.url().includes('palette'))).toHaveLength(2)
  await rowsOf(second).first().click()
  await expect.poll(() => editorOf(second).inputValue(), SOON).toBe('在第一个窗口写的')
  await editorOf(second).fill('在第二个窗口改好了，今天送到。')
  await expect.poll(() => editorOf(first).inputValue(), SOON).toBe('在第二个窗口改好了，今天送到。')
  await screens(second, 'second-window', 'zh')
})

test('sent in one, it stands in both, and the other composer is empty: nobody sends it twice', async () => {
  house.tellOnFailure()
  await editorOf(second).press('Enter')
  await first.getByText('在第二个窗口改好了').first().waitFor()
  await expect.poll(() => editorOf(first).inputValue(), SOON).toBe('')
  await customer.sees('在第二个窗口改好了')
  await editorOf(first).fill('')
  await second.close()
  await editorOf(first).fill('只剩一个窗口也照常')
  await editorOf(first).press('Enter')
  await customer.sees('只剩一个窗口也照常')
})

test('a past talk of the customer is read beside the running one; without a network that is said', async () => {
  house.tellOnFailure()
  const profile = first.getByRole('complementary')
  await profile.getByTitle('看这次会话').first().click()
  const dialog = first.getByRole('dialog')
  await dialog.locator('[data-message]').first().waitFor()
  expect(await dialog.locator('[data-author=customer]').count()).toBeGreaterThan(0)
  await screens(first, 'past-conversation', 'zh')
  await first.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await house.api.stop()
  await profile.getByTitle('看这次会话').first().click()
  await dialog.getByText('不在本机，联网后才能看').waitFor()
  await first.keyboard.press('Escape')
  expect(await editorOf(first).isVisible()).toBe(true)
})
