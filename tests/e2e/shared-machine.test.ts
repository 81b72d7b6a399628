import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest'
import { TcpProxy } from '../network/tcp-proxy.ts'
import { startApi } from './harness/api.ts'
import type { TestApi } from './harness/api.ts'
import { openBrowser } from './harness/customer.ts'
import { setPresence, signIn, startDesk } from './harness/desk.ts'
import type { Desk } from './harness/desk.ts'
import { testFolder } from './harness/folders.ts'
import { screens } from './harness/screens.ts'
import { answer, editorOf, listOf, rowsOf, search, signInKnown, signOut } from './harness/window-parts.ts'

// e2e (4): two agents, one machine. The second sees nothing of the first; the first finds everything again.
const folder = testFolder('shared-machine')
const agents = `${folder.path}/desk/agents`
const password = 'shiftdesk-demo'
const QUESTION = '你好，深蓝色围巾今天能发货吗？'
const QUEUED = '能的，下午四点前下单当天发出。'
const DRAFT = '另外围巾的尺寸是'
let api: TestApi
let wire: TcpProxy
let customers: Awaited<ReturnType<typeof openBrowser>>
let desk: Desk

beforeAll(async () => {
  api = await startApi({ dir: `${folder.path}/api` })
  wire = await TcpProxy.to(api.url)
  customers = await openBrowser()
  desk = await startDesk({ userData: `${folder.path}/desk` })
}, 240_000)
afterAll(async () => {
  await desk?.close()
  await customers?.browser.close()
  await wire?.close()
  await api?.stop()
  folder.remove()
})

const databases = () => readdirSync(agents).filter(name => name.endsWith('.db'))

test('the second agent sees nothing of the first, who finds draft and queue again', async () => {
  onTestFailed(async () => {
    console.log(desk.log().slice(-6_000))
    await screens(desk.page, 'failed-shared-machine', 'zh')
  })
  const { page } = desk
  await signIn(page, { api: wire.url, shop: api.shop, account: 'xiaoan', password })
  await setPresence(page, '在线')
  const customer = await customers.customer(api.chatUrl)
  await customer.say(QUESTION)
  await rowsOf(page).first().click()
  const name = await page.getByRole('complementary', { name: '顾客资料' }).getByRole('heading').first().innerText()
  expect(await search(page, '深蓝色围巾')).toContain(QUESTION)

  wire.cut()
  await answer(page, QUEUED)
  await page.locator('[data-status=queued]').waitFor({ timeout: 15_000 })
  await editorOf(page).pressSequentially(DRAFT)
  await page.getByText('草稿已保存').waitFor()

  // Sign-out says what waits; "wait" keeps everything as it is.
  await page.getByRole('button', { name: /^我的状态/ }).click()
  await page.getByRole('menuitem', { name: '换人' }).click()
  await page.getByRole('heading', { name: '还有 1 条内容没有发出' }).waitFor()
  await screens(page, 'shared-machine-sign-out', 'zh')
  await page.getByRole('button', { name: '等它发完' }).click()
  expect(await editorOf(page).inputValue()).toBe(DRAFT)
  expect(await signOut(page)).toContain('还有 1 条内容没有发出')
  await page.getByRole('button', { name: /小安/ }).waitFor()
  expect(await page.getByText(name).count()).toBe(0)
  await screens(page, 'shared-machine-accounts', 'zh')

  wire.heal()
  await page.getByRole('button', { name: '用其他账号登录' }).click()
  await signIn(page, { api: wire.url, shop: api.shop, account: 'xiaolin', password })
  await setPresence(page, '在线')
  await listOf(page).getByText('现在没有会话').waitFor()
  const shown = await page.locator('body').innerText()
  for (const secret of [QUESTION, QUEUED, DRAFT, name]) expect(shown).not.toContain(secret)
  for (const wanted of ['深蓝色围巾', '下午四点', name]) expect(await search(page, wanted)).toContain(`没有找到“${wanted}”`)
  await screens(page, 'shared-machine-second', 'zh')
  expect(databases()).toHaveLength(2)
  // Nothing of the first went out while the second was there.
  expect(await customer.page.getByText(QUEUED).count()).toBe(0)
  expect(await signOut(page)).not.toContain('没有发出')

  await page.getByRole('button', { name: /小安/ }).click()
  await signInKnown(page, '小安', password)
  await rowsOf(page).first().click()
  await expect.poll(() => editorOf(page).inputValue(), { timeout: 15_000 }).toBe(DRAFT)
  await customer.sees(QUEUED, 30_000)
  expect(await customer.page.getByText(QUEUED).count()).toBe(1)
  await screens(page, 'shared-machine-first-again', 'zh')
}, 240_000)
