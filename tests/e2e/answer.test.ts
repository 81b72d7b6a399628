import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest'
import { startApi } from './harness/api.ts'
import type { TestApi } from './harness/api.ts'
import { openBrowser } from './harness/customer.ts'
import { setPresence, signIn, startDesk } from './harness/desk.ts'
import type { Desk } from './harness/desk.ts'
import { testFolder } from './harness/folders.ts'
import { screens } from './harness/screens.ts'

// e2e (1): a customer writes, the desk rings with the first-reply ring at 15 s (T1), the agent answers, the customer sees it.
const folder = testFolder('answer')
let api: TestApi
let customers: Awaited<ReturnType<typeof openBrowser>>
let desk: Desk

beforeAll(async () => {
  api = await startApi({ dir: `${folder.path}/api` })
  customers = await openBrowser()
  desk = await startDesk({ userData: `${folder.path}/desk` })
}, 120_000)
afterAll(async () => {
  await desk?.close()
  await customers?.browser.close()
  await api?.stop()
  folder.remove()
})

test('a real desk answers a real customer', async () => {
  onTestFailed(async () => {
    console.log(desk.log())
    console.log(api.log())
    await screens(desk.page, 'failed-answer', 'zh')
  })
  const { page } = desk
  await signIn(page, { api: api.url, shop: api.shop, account: 'xiaoan', password: 'shiftdesk-demo' })
  await setPresence(page, '在线')

  const customer = await customers.customer(api.chatUrl)
  const question = '你好，请问米白色的毛线还有货吗？'
  await customer.say(question)

  const list = page.getByRole('complementary', { name: '会话列表' }).or(page.getByRole('region', { name: '会话列表' })).first()
  const ring = list.getByTitle(/^首次回复还剩/)
  await ring.waitFor({ timeout: 5_000 })
  const seconds = Number(/(\d+)\D*$/.exec(await ring.getAttribute('title') ?? '')?.[1])
  expect(seconds).toBeGreaterThanOrEqual(9)
  expect(seconds).toBeLessThanOrEqual(15)

  await list.locator('[data-conversation]').first().click()
  await page.getByText(question).last().waitFor()
  await screens(page, 'answer-ring', 'zh')

  const editor = page.getByRole('region', { name: '回复' }).getByRole('textbox')
  const answer = '您好，米白色还有现货，今天下单今天发出。'
  await editor.fill(answer)
  await editor.press('Enter')
  await customer.sees(answer)
  await ring.waitFor({ state: 'detached' })
  await screens(page, 'answer-done', 'zh')
  await customer.page.screenshot({ path: 'test-results/answer-customer-zh.png' })
  expect(desk.log()).not.toContain('Content Security Policy')
})
