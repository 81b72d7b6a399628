import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Customer } from './harness/customer.ts'
import { setPresence, signIn } from './harness/desk.ts'
import type { Desk } from './harness/desk.ts'
import { openHouse, PASSWORD as first } from './harness/house.ts'
import { screens } from './harness/screens.ts'
import { openSmallDisk } from './harness/small-disk.ts'
import type { SmallDisk } from './harness/small-disk.ts'
import { asSupervisor } from './harness/supervisor.ts'
import { answer, editorOf, entered, rowsOf, signInKnown, signOut, syncOf } from './harness/window-parts.ts'

// e2e (5): each trouble has a clear message, and nothing is overwritten. One desk goes through them all, in this order.
const account = 'xiaoan'
const second = 'another-password-1'
let disk: SmallDisk
let customer: Customer
let desk: Desk
const house = openHouse('trouble', async () => {
  disk = openSmallDisk(agents, 48)
  house.ends(() => { disk.remove() })
  desk = await house.startDesk()
})
const agents = `${house.folder}/desk/agents`

const says = (text: string | RegExp) => desk.page.getByRole('alert').filter({ hasText: text })
const agentFiles = () => readdirSync(agents).filter(name => /\.(key|db)/.test(name))
const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')
const databaseOf = () => path.join(agents, agentFiles().find(name => name.endsWith('.db')) ?? '')

test('wrong password at the first sign-in: said, and nothing is stored', async () => {
  house.tellOnFailure()
  await signIn(desk.page, { api: house.wire.url, shop: house.api.shop, account, password: 'not-the-password' })
  await says('账号或密码不对').waitFor()
  expect(agentFiles()).toEqual([])
  await screens(desk.page, 'trouble-wrong-password', 'zh')
}, 120_000)

test('server down at the first sign-in: said, and nothing is stored', async () => {
  house.tellOnFailure()
  house.wire.cut()
  await signIn(desk.page, { api: house.wire.url, shop: house.api.shop, account, password: first })
  await says('连不上服务器，本机也没有这个账号的资料').waitFor()
  expect(agentFiles()).toEqual([])
  await screens(desk.page, 'trouble-server-down', 'zh')
  house.wire.heal()
  await signIn(desk.page, { api: house.wire.url, shop: house.api.shop, account, password: first })
  await setPresence(desk.page, '在线')
  customer = await house.customer()
  await customer.say('你好，这款毛线起球吗？')
  await rowsOf(desk.page).first().click()
  await editorOf(desk.page).waitFor()
}, 120_000)

test('wrong password offline: the file stays closed and whole; the right one opens it', async () => {
  house.tellOnFailure()
  await expect.poll(() => syncOf(desk.page).innerText(), { timeout: 20_000 }).toContain('已同步')
  await signOut(desk.page)
  await expect.poll(() => agentFiles().filter(name => name.endsWith('-wal'))).toEqual([])
  const before = hashOf(databaseOf())
  house.wire.cut()
  await signInKnown(desk.page, '小安', 'not-the-password')
  await says('密码打不开本机资料').waitFor()
  await screens(desk.page, 'trouble-wrong-password-offline', 'zh')
  expect(hashOf(databaseOf())).toBe(before)
  await signInKnown(desk.page, '小安', first)
  await rowsOf(desk.page).first().click()
  await answer(desk.page, '不起球，放心。')
  await desk.page.locator('[data-status=queued]').waitFor({ timeout: 15_000 })
  house.wire.heal()
  // The session ended with the sign-out: the server wants the password once more, and says so.
  await desk.page.getByRole('button', { name: /登录已过期/ }).click()
  await enterAgain(first)
  await customer.sees('不起球，放心。', 30_000)
}, 120_000)

test('expired session: work goes on, and a new sign-in loses neither draft nor queue', async () => {
  house.tellOnFailure()
  const again = desk.page.getByRole('button', { name: /登录已过期/ })
  await asSupervisor(house.api, shop => shop.resetPassword(account, second))
  await answer(desk.page, '新写的一条，等登录后发出。')
  await again.waitFor({ timeout: 60_000 })
  await editorOf(desk.page).pressSequentially('写了一半')
  await expect.poll(() => desk.page.locator('[data-status=queued]').count(), { timeout: 15_000 }).toBe(1)
  await screens(desk.page, 'trouble-expired', 'zh')
  await again.click()
  await enterAgain(first)
  await desk.page.getByRole('dialog').getByText('账号或密码不对').waitFor()
  await screens(desk.page, 'trouble-expired-wrong-password', 'zh')
  await enterAgain(second)
  await customer.sees('新写的一条，等登录后发出。', 30_000)
  await again.waitFor({ state: 'detached' })
  expect(await editorOf(desk.page).inputValue()).toBe('写了一半')
}, 180_000)

test('a damaged database file: said, and not a byte of it changes', async () => {
  house.tellOnFailure()
  await desk.close()
  const file = databaseOf()
  const whole = readFileSync(file)
  const damaged = Buffer.from(whole)
  damaged.fill(0xA5, 0, 8_192)
  writeFileSync(file, damaged)
  const before = agentFiles().map(name => [name, hashOf(path.join(agents, name))])
  desk = await house.startDesk()
  for (const look of ['trouble-damaged', 'trouble-damaged-offline']) {
    if (look === 'trouble-damaged-offline') house.wire.cut()
    await signInKnown(desk.page, '小安', second)
    await says('本机资料文件损坏').waitFor()
    await screens(desk.page, look, 'zh')
    expect(agentFiles().map(name => [name, hashOf(path.join(agents, name))])).toEqual(before)
  }
  house.wire.heal()
  writeFileSync(file, whole)
  await signInKnown(desk.page, '小安', second)
  await entered(desk.page)
  await rowsOf(desk.page).first().click()
  await expect.poll(() => editorOf(desk.page).inputValue()).toBe('写了一半')
}, 180_000)

test('disk full: said, what is queued stays, and what could not be stored is back in the composer', async () => {
  house.tellOnFailure()
  const [kept, refused] = ['这条在磁盘满之前写下。', '这条磁盘满了存不下。']
  house.wire.cut()
  await answer(desk.page, kept)
  await desk.page.locator('[data-status=queued]').waitFor({ timeout: 15_000 })
  disk.fill()
  await answer(desk.page, refused)
  await desk.page.getByText('磁盘满了，暂时存不下新内容').first().waitFor()
  expect(await editorOf(desk.page).inputValue()).toBe(refused)
  expect(await desk.page.locator('[data-status=queued]').count()).toBe(1)
  await screens(desk.page, 'trouble-disk-full', 'zh')

  disk.free()
  await editorOf(desk.page).press('Enter')
  await expect.poll(() => desk.page.locator('[data-status=queued]').count(), { timeout: 15_000 }).toBe(2)
  house.wire.heal()
  for (const line of [kept, refused]) await customer.sees(line, 30_000)
  for (const line of [kept, refused]) expect(await customer.page.getByText(line).count()).toBe(1)
}, 120_000)

test('a revoked device: the page says so, and the file is gone', async () => {
  house.tellOnFailure()
  expect(agentFiles().length).toBeGreaterThanOrEqual(2)
  await asSupervisor(house.api, async shop => {
    for (const { id } of await shop.devices(account)) await shop.revokeDevice(id)
  })
  await desk.page.getByRole('heading', { name: '这台电脑已被停用' }).waitFor({ timeout: 60_000 })
  await expect.poll(agentFiles).toEqual([])
  await screens(desk.page, 'trouble-revoked', 'zh')
  await desk.page.getByRole('button', { name: '返回登录' }).click()
  await desk.page.locator('form').waitFor()
  expect(await desk.page.getByText('小安').count()).toBe(0)
}, 120_000)

/** The dialog that asks an agent for the password again. */
async function enterAgain(password: string): Promise<void> {
  const dialog = desk.page.getByRole('dialog')
  await dialog.getByLabel(/^密码/).fill(password)
  await dialog.getByRole('button', { name: '继续' }).click()
}
