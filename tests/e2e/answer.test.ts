import { expect, test } from 'vitest'
import { openHouse } from './harness/house.ts'
import { screens } from './harness/screens.ts'

// e2e (1): a customer writes, the desk rings with the first-reply ring at 15 s (T1), the agent answers, the customer sees it.
const house = openHouse('answer')

test('a real desk answers a real customer', async () => {
  house.tellOnFailure()
  const { page, log } = await house.enter('xiaoan', { online: true })
  const customer = await house.customer()
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
  expect(log()).not.toContain('Content Security Policy')
})
