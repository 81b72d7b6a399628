import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { setPresence, signIn } from './harness/desk.ts'
import { openHouse, PASSWORD } from './harness/house.ts'
import { screens } from './harness/screens.ts'
import { answer, editorOf, listOf, rowsOf, search, signInKnown, signOut } from './harness/window-parts.ts'

// e2e (4): two agents, one machine. The second sees nothing of the first; the first finds everything again.
const house = openHouse('shared-machine')
const agents = `${house.folder}/desk/agents`
const QUESTION = '你好，深蓝色围巾今天能发货吗？'
const QUEUED = '能的，下午四点前下单当天发出。'
const DRAFT = '另外围巾的尺寸是'
const databases = () => readdirSync(agents).filter(name => name.endsWith('.db'))

test('the second agent sees nothing of the first, who finds draft and queue again', async () => {
  house.tellOnFailure()
  const { api, wire } = house
  const { page } = await house.enter('xiaoan', { url: wire.url, online: true })
  const customer = await house.customer()
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
  await signIn(page, { api: wire.url, shop: api.shop, account: 'xiaolin', password: PASSWORD })
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
  await signInKnown(page, '小安', PASSWORD)
  await rowsOf(page).first().click()
  await expect.poll(() => editorOf(page).inputValue(), { timeout: 15_000 }).toBe(DRAFT)
  await customer.sees(QUEUED, 30_000)
  expect(await customer.page.getByText(QUEUED).count()).toBe(1)
  await screens(page, 'shared-machine-first-again', 'zh')
}, 240_000)
