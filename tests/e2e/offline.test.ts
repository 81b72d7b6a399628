import { expect, test } from 'vitest'
import type { Customer } from './harness/customer.ts'
import type { Desk } from './harness/desk.ts'
import { openHouse, PASSWORD } from './harness/house.ts'
import { screens } from './harness/screens.ts'
import { asSupervisor } from './harness/supervisor.ts'
import { answer, editorOf, entered, rowsOf, signInKnown, syncOf } from './harness/window-parts.ts'

// e2e (2): the network between desk and API is cut. Answers written offline survive kill -9 and arrive once and in order when
// the network is back within the grace; later than that the conversation has a new owner, and they are only proposed.
const IN_TIME = ['您好，我在的，先帮您看一下库存。', '米白色还有 12 团，当天就能发出。', '如果需要，我先帮您留着，您慢慢看。']
const LATE = ['浅灰色也有现货。', '两种颜色可以一起寄，邮费只算一次。']
let customer: Customer
let desk: Desk
const house = openHouse('offline', async () => {
  desk = await house.enter('xiaoan', { url: house.wire.url, online: true })
  customer = await house.customer()
})

const bubbles = (status: string) => desk.page.locator(`[data-status=${status}]`)

/** The agents' lines as the customer's page shows them, top to bottom. */
async function arrived(lines: string[]): Promise<string[]> {
  const text = await customer.page.locator('body').innerText()
  return lines.flatMap(line => text.split(line).slice(1).map(() => line))
    .sort((a, b) => text.indexOf(a) - text.indexOf(b))
}

async function writeOffline(lines: string[]): Promise<void> {
  for (const line of lines) await answer(desk.page, line)
  await expect.poll(() => bubbles('queued').count(), { timeout: 20_000 }).toBe(lines.length)
}

test('three answers written offline survive kill -9 and arrive once, in order', async () => {
  house.tellOnFailure()
  const { wire } = house
  await customer.say('你好，米白色毛线还有吗？')
  await rowsOf(desk.page).first().click()
  await editorOf(desk.page).waitFor()

  wire.cut()
  await writeOffline(IN_TIME)
  await expect.poll(() => syncOf(desk.page).innerText(), { timeout: 20_000 }).toContain('离线 · 3 条待发')
  await rowsOf(desk.page).first().getByTitle('3 条待发').waitFor()
  await screens(desk.page, 'offline-queued', 'zh')
  expect(await arrived(IN_TIME)).toEqual([])

  await desk.kill()
  desk = await house.startDesk()
  await signInKnown(desk.page, '小安', PASSWORD)
  await entered(desk.page)
  await rowsOf(desk.page).first().click()
  await expect.poll(() => bubbles('queued').count(), { timeout: 20_000 }).toBe(3)
  expect(await syncOf(desk.page).innerText()).toContain('离线 · 3 条待发')
  await screens(desk.page, 'offline-after-restart', 'zh')

  wire.heal()
  for (const line of IN_TIME) await customer.sees(line, 30_000)
  await expect.poll(() => syncOf(desk.page).innerText(), { timeout: 30_000 }).toContain('已同步')
  expect(await bubbles('queued').count()).toBe(0)
  expect(await arrived(IN_TIME)).toEqual(IN_TIME)
  await customer.page.screenshot({ path: 'test-results/offline-customer-zh.png' })
}, 180_000)

test('replies later than the grace are refused as reassigned and only proposed to the new owner', async () => {
  house.tellOnFailure()
  const { wire } = house
  await asSupervisor(house.api, async shop => {
    for (const { id, ...team } of await shop.teams()) {
      await shop.putTeam(id, { ...team, timers: { ...team.timers, unreachableSec: 30, handoverSec: 1 } })
    }
  })
  await customer.say('那浅灰色呢？')
  await desk.page.locator('[data-author=customer]').getByText('那浅灰色呢？').waitFor()
  const colleague = await house.enter('ajie', { machine: 'colleague', online: true })

  wire.cut()
  await writeOffline(LATE)
  await rowsOf(colleague.page).first().waitFor({ timeout: 90_000 })
  await rowsOf(colleague.page).first().click()
  await editorOf(colleague.page).waitFor()

  wire.heal()
  const proposed = colleague.page.getByRole('region', { name: '前任客服没发出的回复' })
  await expect.poll(() => proposed.count(), { timeout: 30_000 }).toBe(LATE.length)
  for (const [index, line] of LATE.entries()) expect(await proposed.nth(index).innerText()).toContain(line)
  await screens(colleague.page, 'offline-proposed', 'zh')

  await expect.poll(() => syncOf(desk.page).innerText(), { timeout: 30_000 }).toContain('2 条没有发出')
  await screens(desk.page, 'offline-refused', 'zh')
  await syncOf(desk.page).click()
  await desk.page.getByRole('button', { name: '查看没有发出的' }).click()
  const inbox = desk.page.getByRole('dialog', { name: '没有发出的内容' })
  for (const line of LATE) await inbox.getByText(line).waitFor()
  expect(await inbox.getByText('顾客已由其他客服接手，这条没有发出').count()).toBe(LATE.length)
  await screens(desk.page, 'offline-inbox', 'zh')

  // What the new owner chooses goes out once, as their own answer; the other one never.
  await proposed.first().getByRole('button', { name: '用这条' }).click()
  expect(await editorOf(colleague.page).inputValue()).toBe(LATE[0])
  expect(await arrived(LATE)).toEqual([])
  await editorOf(colleague.page).press('Enter')
  await customer.sees(LATE[0] ?? '', 30_000)
  await expect.poll(() => proposed.count()).toBe(1)
  expect(await arrived(LATE)).toEqual([LATE[0]])
}, 240_000)
