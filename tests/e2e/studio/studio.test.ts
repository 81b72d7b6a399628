import type { ElectronApplication, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { fetchTransport } from '../../../core/edge/fetch-transport.ts'
import type { StudioItem } from '../../../protocol/script-views.ts'
import { cuttable } from '../../desk/test-desk.ts'
import type { TestDesk } from '../../desk/test-desk.ts'
import { openHouse } from '../harness/house.ts'
import { screens } from '../harness/screens.ts'
import { enterStudio, fieldOf, isSaved, publishAs, toPage } from '../harness/studio-parts.ts'

// A supervisor at the window, by keys as far as there are; a second supervisor and three agents at cores without a window.
const network = cuttable(fetchTransport(true))
let page: Page
let app: ElectronApplication
let admin: TestDesk
const agents: TestDesk[] = []
const house = openHouse('studio', async () => {
  ;({ page, app } = await house.enter('zhuguan'))
  admin = await house.enterCore('admin')
  agents.push(await house.enterCore('xiaoan'), await house.enterCore('xiaolin'), await house.enterCore('momo', network))
})
const button = (name: string) => page.getByRole('button', { name, exact: true })
const field = (name: string) => fieldOf(page, name)
const saved = () => isSaved(page)
const itemOf = (one: TestDesk, fits: (item: StudioItem) => boolean) =>
  one.until('studio', { kind: 'script' }, view => view.items.some(fits)).then(view => view.items.find(fits) as StudioItem)
const bodyAt = async (one: TestDesk, code: string) =>
  (await one.call('palette.search', { text: code, tab: 'scripts', conversationId: null, stage: null, scene: null, limit: 5 })).hits.find(hit => hit.code === code)?.text
const publish = (title: string, desks: TestDesk[]) => publishAs(page, title, desks)

test('a supervisor writes by keys, a second one approves, every desk has it and finds it; one that was offline on its return', async () => {
  house.tellOnFailure()
  network.cut = true
  await enterStudio(page)
  await page.keyboard.press('Alt+n')
  await field('标题').fill('双十二退款加急')
  await field('代码').fill('ssetk')
  await field('内容').fill('{{customer.name|亲}}，双十二期间退款加急处理，审核通过后当天退回。')
  await page.getByText('亲，双十二期间退款加急处理').first().waitFor()
  await saved()
  await screens(page, 'studio-script', 'zh')
  await button('送审').click()
  const asked = await itemOf(admin, item => item.drafts.some(({ state, content }) => state === 'in_review' && content['code'] === 'ssetk'))
  await admin.call('studio.ask', { name: 'draft.judge', body: { id: asked.drafts[0]?.id, approve: true, note: null } })
  await button('发布…').click()
  await publish('双十二退款', agents.slice(0, 2))
  expect(await bodyAt(agents[0] as TestDesk, 'ssetk')).toContain('当天退回')
  expect(await bodyAt(agents[1] as TestDesk, 'ssetk')).toContain('当天退回')
  expect(await bodyAt(agents[2] as TestDesk, 'ssetk')).toBeUndefined()
  await toPage(page, 'releases')
  await page.getByRole('region', { name: '发布记录' }).getByText('双十二退款').click()
  await expect.poll(() => page.locator('[data-desk=has]').count(), { timeout: 15_000 }).toBeGreaterThanOrEqual(2)
  network.cut = false
  await agents[2]?.call('sync.now', {})
  await agents[2]?.until('briefing', {}, ({ recent }) => recent.some(({ title }) => title === '双十二退款'), 30_000)
  expect(await bodyAt(agents[2] as TestDesk, 'ssetk')).toContain('当天退回')
  await screens(page, 'studio-board', 'zh')
})

test('without reviews a change goes out at once; its versions tell what changed, and an old one comes back', async () => {
  house.tellOnFailure()
  await page.getByRole('switch', { name: '发布前要另一个人审核' }).click()
  await toPage(page, 'scripts')
  await field('内容').fill('退款加急，两天内退回。')
  await saved()
  await button('发布…').click()
  await publish('改成两天', agents.slice(0, 1))
  expect(await bodyAt(agents[0] as TestDesk, 'ssetk')).toBe('退款加急，两天内退回。')
  await button('版本').click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('ins', { hasText: '两' }).first().waitFor()
  await screens(page, 'studio-versions', 'zh')
  await dialog.getByRole('button', { name: /第 1 版/ }).click()
  await dialog.getByRole('button', { name: '恢复成这一版' }).click()
  await expect.poll(() => field('内容').inputValue()).toContain('当天退回')
  await saved()
  await button('发布…').click()
  await publish('还是当天', agents.slice(0, 1))
  expect(await bodyAt(agents[0] as TestDesk, 'ssetk')).toContain('当天退回')
})

test('two supervisors on one script: the second sees it, and merges; nothing of either is lost', async () => {
  house.tellOnFailure()
  const live = await itemOf(admin, item => item.live?.['code'] === 'ssetk' && item.liveVersion === 3)
  const { draftId } = await admin.call('studio.draftPut', {
    kind: 'script', targetId: live.id, draftId: null, baseVersion: live.liveVersion, action: 'put',
    content: { ...asked(live), body: '退款加急，线上已改为三天内退回。', tags: ['双十二'] },
  })
  await page.getByText('也在写这一条').waitFor()
  await field('内容').fill('退款加急，我写的是当天退回。')
  await saved()
  await itemOf(admin, item => item.drafts.some(({ id, pending }) => id === draftId && !pending))
  await admin.call('studio.ask', { name: 'release.publish', body: { id: 'release-of-admin', title: '三天', note: '', mustRead: false, teamIds: [], draftIds: [draftId], publishAtMs: null } })
  await button('合并').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('线上已改为三天').first().waitFor()
  await screens(page, 'studio-merge', 'zh')
  await dialog.getByLabel('合并结果，可以直接改').fill('退款加急，一般当天，最晚三天内退回。')
  await dialog.getByRole('button', { name: '合并成草稿' }).click()
  await saved()
  await button('发布…').click()
  await publish('合并后', agents.slice(0, 1))
  expect(await bodyAt(agents[0] as TestDesk, 'ssetk')).toBe('退款加急，一般当天，最晚三天内退回。')
  const merged = await itemOf(admin, item => item.liveVersion === 5)
  expect(merged.live?.['tags']).toEqual(['双十二'])
})

test('L1: the wall has a window of its own for a big screen, without anything to press, and follows the team', async () => {
  house.tellOnFailure()
  await page.keyboard.press('Control+Shift+D')
  await page.locator('[data-page="wall"]').click()
  await page.locator('[data-wall]').first().waitFor()
  const opened = app.waitForEvent('window')
  await button('大屏').click()
  const wall = await opened
  const people = wall.getByRole('main')
  await agents[0]?.call('presence.set', { state: 'training', reason: null, untilMs: null })
  await people.getByText('培训').first().waitFor()
  expect(await wall.getByRole('button').count()).toBe(0)
  await wall.keyboard.press('F11')
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some(window => window.isFullScreen()))).toBe(true)
  await screens(wall, 'wall-big-screen', 'zh')
})

/** What a supervisor writes, of a live row. */
function asked({ live }: StudioItem): Record<string, unknown> {
  const { id: _id, version: _version, updatedAtMs: _at, pinyin: _pinyin, personId: _person, ...content } = live ?? {}
  return content
}
