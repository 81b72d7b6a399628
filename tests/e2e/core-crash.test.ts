import { expect, test } from 'vitest'
import { openHouse } from './harness/house.ts'
import { screens } from './harness/screens.ts'

// e2e (3): the core is killed while the agent types, with an answer still queued: the window stays, draft and queue are intact.
const house = openHouse('core-crash')

test('a killed core loses neither the window, nor the draft, nor the queue', async () => {
  house.tellOnFailure()
  const { wire } = house
  const desk = await house.enter('momo', { url: wire.url, online: true })
  const { page } = desk
  const customer = await house.customer()
  await customer.say('你好，快递走到哪里了？')
  const row = page.getByRole('region', { name: '会话列表' }).locator('[data-conversation]').first()
  await row.click()
  const editor = page.getByRole('region', { name: '回复' }).getByRole('textbox')
  await editor.waitFor()

  wire.cut()
  const answer = '您好，我马上帮您查物流。'
  await editor.fill(answer)
  await editor.press('Enter')
  await row.getByTitle(/1 条待发/).waitFor({ timeout: 15_000 })
  const draft = '刚刚查到，包裹今天上午'
  await editor.pressSequentially(draft)
  const before = desk.corePid()
  await desk.killCore()

  await expect.poll(() => desk.corePid(), { timeout: 15_000 }).not.toBeNull()
  expect(desk.corePid()).not.toBe(before)
  await page.getByRole('button', { name: /^我的状态.*在线/ }).waitFor()
  expect(await editor.inputValue()).toBe(draft)
  await editor.pressSequentially('到')
  await page.getByText('草稿已保存').waitFor()
  await row.getByTitle(/1 条待发/).waitFor()
  await row.getByText('草稿').waitFor()

  // Loaded again, the window knows the draft from the file alone.
  await page.reload()
  await row.getByText('草稿').waitFor()
  await row.click()
  await expect.poll(() => editor.inputValue()).toBe(`${draft}到`)
  await screens(page, 'core-crash-draft-and-queue', 'zh')

  wire.heal()
  await customer.sees(answer, 30_000)
  await row.getByTitle(/条待发/).waitFor({ state: 'detached' })
  expect(await customer.page.getByText(answer).count()).toBe(1)
  expect(desk.log()).not.toContain('Content Security Policy')
})
