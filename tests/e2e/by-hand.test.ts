import { expect, test } from 'vitest'
import type { Desk } from './harness/desk.ts'
import { openHouse, PASSWORD } from './harness/house.ts'
import { screens } from './harness/screens.ts'
import { answer, editorOf, rowsOf, signInKnown } from './harness/window-parts.ts'

// A conversation of a closed IM kept by hand; drafts of notes and pictures over kill -9; a search that goes to the line found.
let desk: Desk
const house = openHouse('by-hand', async () => { desk = await house.enter('xiaoan', { online: true }) })
const look = (name: string) => screens(desk.page, `by-hand-${name}`, 'zh')

test('who is new finds the guide on the empty desk', async () => {
  house.tellOnFailure()
  await desk.page.getByRole('button', { name: '开始的五分钟' }).click()
  await desk.page.getByRole('dialog').getByText('没接入的聊天工具').waitFor()
  await look('guide')
  await desk.page.getByRole('dialog').getByRole('button', { name: '快捷键' }).click()
  await desk.page.getByRole('heading', { name: '快捷键' }).waitFor()
  await look('shortcuts')
  await desk.page.keyboard.press('Escape')
}, 120_000)

test('a conversation kept by hand: nickname, two keys, timers, and a reply by the clipboard', async () => {
  house.tellOnFailure()
  const { page } = desk
  await page.keyboard.press('Control+n')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('顾客昵称').fill('旺旺小贝')
  expect(await dialog.getByRole('option').allInnerTexts()).toEqual(['旺旺（手工）'])
  await look('start')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '旺旺小贝' }).first().waitFor()
  await page.keyboard.press('Alt+1')
  await page.getByText('顾客来消息（手动记录）').waitFor()
  // The ring of the first reply runs, by the server's rule.
  await page.getByRole('region', { name: '回复' }).getByText('首次回复').waitFor()
  await editorOf(page).fill('165 的话建议穿 M 码。')
  await page.getByText('草稿已保存').waitFor()
  await look('running')
  await editorOf(page).press('Enter')
  await page.getByText('已复制。粘贴发出后').waitFor()
  expect(await desk.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('165 的话建议穿 M 码。')
  expect(await editorOf(page).inputValue()).toBe('165 的话建议穿 M 码。')
  await page.keyboard.press('Alt+2')
  await page.getByText('已回复（手动记录）').waitFor()
  await page.getByRole('region', { name: '回复' }).getByText('首次回复').waitFor({ state: 'detached' })
  expect(await editorOf(page).inputValue()).toBe('')
  await look('answered')
}, 120_000)

test('a note and a chosen picture outlive a switch, a killed core and a killed desk; the note never becomes a reply', async () => {
  house.tellOnFailure()
  const customer = await house.customer()
  await customer.say('你好，这条围巾是羊毛的吗？')
  await rowsOf(desk.page).filter({ hasText: '羊毛' }).click()
  await answer(desk.page, '是的，百分百羊毛。')
  await customer.sees('是的，百分百羊毛。', 30_000)
  const { page } = desk
  await page.keyboard.press('Control+m')
  await editorOf(page).fill('顾客在意成分，别催')
  await page.getByText('草稿已保存').waitFor()
  await page.keyboard.press('Control+m')
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  await page.locator('input[data-pictures]').setInputFiles([1, 2].map(n => ({ name: `p${n}.png`, mimeType: 'image/png', buffer: png })))
  await expect.poll(() => page.locator('[data-chosen]').count()).toBe(2)
  await page.getByRole('button', { name: '移除图片 p2.png' }).click()
  await expect.poll(() => page.locator('[data-chosen]').count()).toBe(1)
  await look('drafts')
  await page.keyboard.press('Control+n')
  await page.keyboard.press('Escape')
  await rowsOf(page).filter({ hasText: '旺旺小贝' }).click()
  await rowsOf(page).filter({ hasText: '羊毛' }).click()
  expect(await page.locator('[data-chosen]').count()).toBe(1)
  await page.waitForTimeout(500)
  await desk.kill()
  desk = await house.startDesk()
  await signInKnown(desk.page, '小安', PASSWORD)
  await rowsOf(desk.page).filter({ hasText: '羊毛' }).click()
  await desk.page.locator('[data-chosen] img').waitFor()
  expect(await editorOf(desk.page).inputValue()).toBe('')
  await desk.page.keyboard.press('Control+m')
  await expect.poll(() => editorOf(desk.page).inputValue()).toBe('顾客在意成分，别催')
  await look('drafts-again')
  await desk.page.keyboard.press('Control+m')
  await editorOf(desk.page).press('Enter')
  await customer.page.locator('img:visible').first().waitFor({ timeout: 30_000 })
  expect(await customer.page.getByText('别催').count()).toBe(0)
}, 180_000)

test('a search goes to the line found, and a customer without a talk here is shown', async () => {
  house.tellOnFailure()
  const { page } = desk
  await rowsOf(page).filter({ hasText: '旺旺小贝' }).click()
  await page.keyboard.press('Control+f')
  await page.getByRole('dialog').getByRole('combobox').fill('百分百羊毛')
  await page.getByRole('option').filter({ hasText: '消息' }).first().click()
  await page.locator('[data-found]').getByText('百分百羊毛').waitFor()
  await look('found')
}, 120_000)
