import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest'
import { TcpProxy } from '../network/tcp-proxy.ts'
import { startApi } from './harness/api.ts'
import type { TestApi } from './harness/api.ts'
import { openBrowser } from './harness/customer.ts'
import { setPresence, signIn, startDesk } from './harness/desk.ts'
import type { Desk } from './harness/desk.ts'
import { testFolder } from './harness/folders.ts'
import { screens } from './harness/screens.ts'

// e2e (3): the core is killed while the agent types, with an answer still queued: the window stays, draft and queue are intact.
const folder = testFolder('core-crash')
let api: TestApi
let wire: TcpProxy
let customers: Awaited<ReturnType<typeof openBrowser>>
let desk: Desk

beforeAll(async () => {
  api = await startApi({ dir: `${folder.path}/api` })
  wire = await TcpProxy.to(api.url)
  customers = await openBrowser()
  desk = await startDesk({ userData: `${folder.path}/desk` })
}, 180_000)
afterAll(async () => {
  await desk?.close()
  await customers?.browser.close()
  await wire?.close()
  await api?.stop()
  folder.remove()
})

test('a killed core loses neither the window, nor the draft, nor the queue', async () => {
  onTestFailed(async () => {
    console.log(desk.log())
    await screens(desk.page, 'failed-core-crash', 'zh')
  })
  const { page } = desk
  await signIn(page, { api: wire.url, shop: api.shop, account: 'momo', password: 'shiftdesk-demo' })
  await setPresence(page, '在线')
  const customer = await customers.customer(api.chatUrl)
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
