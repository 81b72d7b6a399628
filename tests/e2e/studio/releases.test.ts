import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { fetchTransport } from '../../../core/edge/fetch-transport.ts'
import { systemClock } from '../../../core/edge/system-clock.ts'
import { EVERYBODY } from '../../../domain/entities/script.ts'
import { cuttable } from '../../desk/test-desk.ts'
import type { TestDesk } from '../../desk/test-desk.ts'
import type { Desk } from '../harness/desk.ts'
import { openHouse } from '../harness/house.ts'
import { screens } from '../harness/screens.ts'
import { beginNew, enterStudio, fieldOf, isSaved, nextStep, openScript, publishAs, toPage } from '../harness/studio-parts.ts'
import { editorOf, rowsOf, syncOf } from '../harness/window-parts.ts'

// Two supervisors and an agent, each at a window; one more agent at a core whose network is cut from the beginning.
const network = cuttable(fetchTransport(true))
let one: Page
let second: Page
let agent: Desk
let away: TestDesk
/** When the release of the first test goes out. */
let dueMs = 0
const house = openHouse('releases', async () => {
  away = await house.enterCore('momo', network)
  network.cut = true
  one = (await house.enter('zhuguan', { machine: 'one' })).page
  second = (await house.enter('admin', { machine: 'second' })).page
  agent = await house.enter('xiaoan', { machine: 'agent', url: house.wire.url, online: true })
  await enterStudio(one)
  await enterStudio(second)
})
const MINUTE_MS = 60_000
const dialogOf = (page: Page) => page.getByRole('dialog')
const listed = (page: Page) => page.getByRole('region', { name: '发布记录' })
const board = (state: string) => one.locator(`[data-desk=${state}]`)
/** As a field for date and time takes it, in the zone of the window. */
const localOf = (page: Page, ms: number) => page.evaluate(at => {
  const date = new Date(at - new Date(at).getTimezoneOffset() * 60_000)
  return date.toISOString().slice(0, 16)
}, ms)
async function write(page: Page, text: string): Promise<void> {
  await fieldOf(page, '内容').fill(text)
  await isSaved(page)
}
/** What the palette of the agent's window finds for a code. */
async function foundAt(page: Page, code: string): Promise<string[]> {
  const field = page.getByRole('combobox')
  if (!await field.isVisible()) await page.keyboard.press('Control+k')
  await field.fill('')
  await field.fill(code)
  await page.locator(`[data-answered="${code}"]`).waitFor()
  return await page.getByRole('option').allInnerTexts()
}

test('a draft goes to a second person and back, and is set out for a time; another one is cancelled', async () => {
  house.tellOnFailure()
  await beginNew(one)
  await fieldOf(one, '标题').and(one.locator(':focus')).waitFor()
  await one.keyboard.type('双十二满减')
  await one.keyboard.press('Tab')
  await one.keyboard.type('ssemj')
  await write(one, '{{customer.name|亲}}，满 199 减 20。')
  await nextStep(one, '送审')
  await one.getByText('待审').first().waitFor()

  // The second one sees how many wait, opens it and sends it back with a word, all by keys.
  await second.locator('[data-page=releases]').getByText('1').waitFor()
  await toPage(second, 'releases')
  await second.getByRole('region', { name: '1 份草稿等你审核' }).getByRole('button').focus()
  await screens(second, 'review-waiting', 'zh')
  await second.keyboard.press('Enter')
  await second.getByRole('button', { name: '审核', exact: true }).press('Enter')
  await dialogOf(second).getByText('新写的，还没有上线过').waitFor()
  await dialogOf(second).getByLabel('给作者的话').fill('写清到几号为止')
  await screens(second, 'review-of-a-draft', 'zh')
  await dialogOf(second).getByRole('button', { name: '退回' }).press('Enter')
  await one.getByText('管理员 退回：写清到几号为止').waitFor()
  await write(one, '{{customer.name|亲}}，满 199 减 20，到 12 号为止。')
  await screens(one, 'review-returned', 'zh')
  await nextStep(one, '送审')
  await second.getByRole('button', { name: '审核', exact: true }).press('Enter')
  await dialogOf(second).getByRole('button', { name: '通过' }).press('Enter')

  await nextStep(one, '发布…')
  const dialog = dialogOf(one)
  await dialog.getByRole('radio', { name: '定时' }).click()
  dueMs = Math.ceil((systemClock.now() + 12_000) / MINUTE_MS) * MINUTE_MS
  await dialog.getByLabel('发布时间').fill(await localOf(one, dueMs))
  await dialog.getByLabel('说明（客服会看到）').fill('今晚开始，先说满减再说会员折扣。')
  await dialog.getByRole('switch', { name: '必须确认阅读' }).click()
  await screens(one, 'release-scheduling', 'zh')
  await publishAs(one, '双十二开场')

  // A second person is asked no more from here on; what was set out for a time can be cancelled and its draft is still there.
  await toPage(one, 'releases')
  await one.getByRole('switch', { name: '发布前要另一个人审核' }).click()
  await toPage(one, 'scripts')
  await beginNew(one)
  await fieldOf(one, '标题').fill('返场优惠')
  await fieldOf(one, '代码').fill('fcyh')
  await write(one, '返场三天，价格和活动当天一样。')
  await nextStep(one, '发布…')
  await dialog.getByRole('radio', { name: '定时' }).click()
  await publishAs(one, '返场')
  await toPage(one, 'releases')
  await listed(one).getByText('返场').click()
  await screens(one, 'release-scheduled', 'zh')
  await one.getByRole('button', { name: '取消定时' }).click()
  await one.getByRole('alertdialog').getByRole('button', { name: '取消定时' }).click()
  await listed(one).getByText('已取消').waitFor()
  await toPage(one, 'scripts')
  expect(await fieldOf(one, '内容').inputValue()).toBe('返场三天，价格和活动当天一样。')
})

test('two supervisors write the same script at their windows: each sees the other, the later one merges, nothing is lost', async () => {
  house.tellOnFailure()
  await toPage(second, 'scripts')
  await openScript(one, 'sp04')
  await openScript(second, 'sp04')
  const before = await fieldOf(one, '内容').inputValue()
  await write(one, `${before}薄款也有。`)
  await second.getByText('沈主管 也在写这一条').waitFor()
  await write(second, `请看吊牌。${before}`)
  await one.getByText('管理员 也在写这一条').waitFor()
  await screens(one, 'both-write', 'zh')
  await second.keyboard.press('Control+Enter')
  await publishAs(second, '看吊牌')
  await one.getByText('别人已发布第 2 版').waitFor()
  await one.getByRole('button', { name: '合并', exact: true }).press('Enter')
  await dialogOf(one).getByText('两边都改了').waitFor()
  await screens(one, 'merge', 'zh')
  await dialogOf(one).getByLabel('合并结果，可以直接改').fill(`请看吊牌。${before}薄款也有。`)
  await dialogOf(one).getByRole('button', { name: '合并成草稿' }).press('Enter')
  await isSaved(one)
  await nextStep(one, '发布…')
  await publishAs(one, '薄款')
  await expect.poll(() => fieldOf(second, '内容').inputValue(), { timeout: 10_000 }).toBe(`请看吊牌。${before}薄款也有。`)
  // Three states, each with what it changed.
  await second.getByRole('button', { name: '版本', exact: true }).press('Enter')
  await dialogOf(second).locator('ins').first().waitFor()
  expect(await dialogOf(second).getByRole('listitem').count()).toBe(3)
  expect(await dialogOf(second).locator('ins').allInnerTexts()).toEqual(['薄款也有。'])
  await screens(second, 'versions', 'zh')
  await second.keyboard.press('Escape')
})

test('a campaign ends by its date on a desk that is offline; the board says who is behind, and that it caught up', async () => {
  house.tellOnFailure()
  const { page } = agent
  const admin = await house.enterCore('admin')
  const customer = await house.customer()
  await customer.say('你好，现在有活动吗？')
  await rowsOf(page).first().click()
  await editorOf(page).waitFor()
  const endsMs = systemClock.now() + 12_000
  const { draftId } = await admin.call('studio.draftPut', {
    kind: 'script', targetId: null, draftId: null, baseVersion: 0, action: 'put', content: {
      code: 'xssj', stage: 'recommendation', scene: 'campaign', title: '限时闪降', body: '限时闪降还有几分钟。', language: 'zh', tags: [], twinOf: null, validFromMs: null,
      validToMs: endsMs, campaign: '闪降', audience: EVERYBODY, pictureIds: [], ownerId: null, reviewAtMs: null,
    },
  })
  await admin.until('studio', { kind: 'script' }, ({ items }) => items.some(({ drafts }) => drafts.some(({ id, pending }) => id === draftId && !pending)))
  await admin.call('studio.ask', { name: 'release.publish', body: { id: 'flash-sale', title: '闪降', note: '', mustRead: false, teamIds: [], draftIds: [draftId], publishAtMs: null } })
  await expect.poll(() => foundAt(page, 'xssj'), { timeout: 8_000 }).toHaveLength(1)
  house.wire.cut()
  await expect.poll(() => syncOf(page).innerText(), { timeout: 20_000 }).toContain('离线')
  await toPage(one, 'scripts')
  await openScript(one, 'sp04')
  await write(one, '中厚，配薄内衬正好。')
  await nextStep(one, '发布…')
  await publishAs(one, '厚薄')
  await toPage(one, 'releases')
  await listed(one).getByText('厚薄', { exact: true }).click()
  await board('behind').filter({ hasText: /小安.*还没有，上次听到 \d\d:\d\d/ }).waitFor()
  await screens(one, 'board-behind', 'zh')
  await expect.poll(() => foundAt(page, 'xssj'), { timeout: 30_000 }).toEqual([])
  expect(systemClock.now()).toBeGreaterThanOrEqual(endsMs)
  await page.getByText('没有找到“xssj”').waitFor()
  await screens(page, 'campaign-over-offline', 'zh')
  house.wire.heal()
  await expect.poll(() => board('has').filter({ hasText: '小安' }).count(), { timeout: 20_000 }).toBe(1)
  expect((await foundAt(page, 'sp04'))[0]).toContain('中厚，配薄内衬正好。')
})

test('at its time it is out, and to be confirmed: the agent reads its words, the supervisor sees who has not', async () => {
  house.tellOnFailure()
  const { page } = agent
  await page.locator('[data-must-read]').waitFor({ timeout: Math.max(0, dueMs - systemClock.now()) + 20_000 })
  expect(systemClock.now()).toBeGreaterThanOrEqual(dueMs)
  await page.keyboard.press('Alt+b')
  await dialogOf(page).getByText('今晚开始').waitFor()
  await page.keyboard.press('Escape')
  await toPage(one, 'releases')
  await listed(one).getByText('双十二开场').click()
  await one.getByText(/^还没有确认：.*小安/).waitFor()
  await page.getByRole('button', { name: '查看', exact: true }).press('Enter')
  await dialogOf(page).getByText('亲，满 199 减 20，到 12 号为止。').waitFor()
  await screens(page, 'must-read', 'zh')
  // The answer has the cursor: Enter confirms.
  await page.keyboard.press('Enter')
  await page.locator('[data-must-read]').waitFor({ state: 'detached' })
  await one.getByText('已确认 1 / 8').waitFor()
  await expect.poll(() => one.getByText(/^还没有确认：/).innerText(), { timeout: 10_000 }).not.toContain('小安')
  // Cut off since the beginning: offline, and since when.
  await expect.poll(() => board('offline').count(), { timeout: 60_000 }).toBe(1)
  expect(await board('offline').innerText()).toMatch(/^沫沫[^]*离线，从 \d\d:\d\d$/)
  await screens(one, 'release-read', 'zh')
  network.cut = false
  await away.call('sync.now', {})
  await expect.poll(() => board('has').filter({ hasText: '沫沫' }).count(), { timeout: 20_000 }).toBe(1)
})

test('a release is taken back in one click on every desk, and that, too, can be undone', async () => {
  house.tellOnFailure()
  const { page } = agent
  await listed(one).getByText('厚薄', { exact: true }).click()
  await one.getByRole('region', { name: '发布详情' }).getByRole('button', { name: /厚薄与季节/ }).press('Enter')
  await dialogOf(one).locator('del').first().waitFor()
  await screens(one, 'release-changes', 'zh')
  await one.keyboard.press('Escape')
  await one.getByRole('button', { name: '撤回这次发布' }).press('Enter')
  await listed(one).getByText('撤回：厚薄').waitFor()
  await expect.poll(async () => (await foundAt(page, 'sp04'))[0], { timeout: 10_000 }).toContain('请看吊牌。')
  await screens(one, 'release-undone', 'zh')
  await one.getByRole('region', { name: '提示' }).getByRole('button', { name: '撤销' }).click()
  await listed(one).getByText('恢复：厚薄').waitFor()
  await expect.poll(async () => (await foundAt(page, 'sp04'))[0], { timeout: 10_000 }).toContain('中厚，配薄内衬正好。')
})

