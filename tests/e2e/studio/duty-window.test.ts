import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { atRest, axeFindings, openPeerWindow, servePeerWindow } from '../../fixtures/window-peer/open-window.ts'
import type { PeerHost, PeerWindow } from '../../fixtures/window-peer/open-window.ts'
import { results } from '../harness/folders.ts'

// The shift's place, over a scripted port, in Chromium: a team of 200 with its roster, meals and wall.
let host: PeerHost
let page: Page
let open: Awaited<ReturnType<typeof openPeerWindow>>
beforeAll(async () => { host = await servePeerWindow() })
afterAll(async () => { await host?.close() })
afterEach(async () => {
  expect(open.complaints).toEqual([])
  await open.close()
})

const LEADER = "session.me.roles = ['supervisor']"
const crew = (count: number, more = '') => `w => { w.values.${LEADER}; window.crew.fill(w, ${count}); ${more} }`

async function go(pageId: string, change: string, more: Omit<PeerWindow, 'change'> = {}): Promise<void> {
  open = await openPeerWindow(host, { ...more, change })
  page = open.page
  await page.keyboard.press('Control+Shift+D')
  await page.locator(`[data-page="${pageId}"]`).click()
}
const frames = () => page.evaluate(() => new Promise(done => { requestAnimationFrame(() => { requestAnimationFrame(done) }) }))
const cell = (personId: string, at: number) => page.locator(`tr:has([data-cell^="${personId} "]) td`).nth(at)
/** The keyboard stands there once the page draws itself no more: one that has just been opened may be drawn again. */
const focusOn = (place: Locator) => expect.poll(async () => {
  await place.focus()
  await frames()
  return place.evaluate(element => element === document.activeElement)
}).toBe(true)
const shiftsIn = async (personId: string, at: number) => (await cell(personId, at).locator('[data-shift]').allInnerTexts()).map(text => text.split('\n').at(-1))
const toast = (text: string | RegExp) => page.getByRole('region', { name: '提示' }).getByText(text).waitFor()

describe('the roster', () => {
  it('is walked, copied, cut, removed and undone by keys alone', async () => {
    await go('roster', crew(30))
    await focusOn(cell('p-xiaoan', 0).locator('[data-shift]').first())
    const before = await shiftsIn('p-xiaoan', 5)
    await page.keyboard.press('Control+c')
    for (let n = 0; n < 5; n++) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Control+v')
    await toast(/已复制给 小安/)
    await expect.poll(() => shiftsIn('p-xiaoan', 5)).toHaveLength(before.length + 1)
    await page.keyboard.press('Alt+z')
    await toast('已撤销')
    await expect.poll(() => shiftsIn('p-xiaoan', 5)).toEqual(before)
    await focusOn(cell('p-momo', 0).locator('[data-shift]').first())
    await page.keyboard.press('Control+x')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Control+v')
    await expect.poll(() => shiftsIn('p-momo', 0)).toEqual([])
    await page.keyboard.press('Delete')
    await toast('已删除班次')
  })

  it('moves a shift by dragging, and copies it with Alt', async () => {
    await go('roster', crew(30))
    await cell('p-momo', 0).locator('[data-shift]').first().dragTo(cell('p-xiaoan', 6))
    await toast(/已移到 小安/)
    expect(await shiftsIn('p-momo', 0)).toEqual([])
  })

  it('changes times in a dialog; an end before the beginning is the next morning, and what does not fit is said', async () => {
    await go('roster', crew(30))
    await focusOn(cell('p-xiaoan', 0).locator('[data-shift]').first())
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('开始').fill('22:00')
    await dialog.getByLabel('结束').fill('06:00')
    await dialog.getByText('过零点').waitFor()
    await page.keyboard.press('Enter')
    await toast('班次已保存')
    await cell('p-xiaoan', 0).getByText('22:00–06:00').first().waitFor()
    await page.getByRole('button', { name: /处要看一下/ }).click()
    await page.getByRole('list', { name: '要看一下的地方' }).getByText(/小安.*只休息了/).first().waitFor()
  })

  it('shows what a copied week and a file would bring before they do', async () => {
    await go('roster', crew(30))
    await page.getByRole('button', { name: '复制上一周' }).click()
    await page.getByRole('dialog').getByText(/复制后有 \d+ 处要看一下/).waitFor()
    await page.screenshot({ path: path.join(results, 'duty-copy-week-zh.png') })
    await page.getByRole('switch', { name: '先删除这一周已有的班次' }).click()
    await page.getByRole('button', { name: /复制 \d+ 个班次/ }).click()
    await toast(/已复制 \d+ 个班次/)
    await page.getByRole('button', { name: '导入' }).click()
    await page.locator('input[type=file][accept*=csv]').setInputFiles({ name: '十二月.csv', mimeType: 'text/csv', buffer: Buffer.from('account,date') })
    await page.getByText('班组里没有账号“xiaohei”').waitFor()
    await page.getByRole('button', { name: '导入 3 个班次' }).click()
    await toast('已导入 3 个班次')
  })

  it('is only looked at by an agent, who asks for a swap from a shift of their own', async () => {
    await go('day', 'w => { window.crew.fill(w, 30) }')
    expect(await page.locator('[data-page="roster"]').count()).toBe(0)
    await page.getByText(/小林 想把/).waitFor()
    await page.getByRole('button', { name: '同意' }).click()
    await toast(/已同意/)
    await focusOn(cell('p-xiaoan', 0).locator('[data-shift]').first())
    await page.keyboard.press('Delete')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: '发出申请' }).click()
    await page.getByText(/等 小林 答复/).waitFor()
  })
})

describe('the meal plan', () => {
  it('M2: moves people by keys and says which language would be without an agent; until then nothing is decided', async () => {
    // Two speak English: both in one batch leave nobody.
    await go('meal', crew(14, "w.crew.people.forEach((p, n) => { p.languages = n === 4 || n === 7 ? ['zh', 'en'] : ['zh'] }); w.crew.shifts.forEach(s => { if (s.kind === 'night' || s.kind === 'off') s.kind = 'day' })"))
    await page.locator('[data-batch="0"] [data-eater]').first().waitFor()
    const english = () => page.locator('[data-eater]', { hasText: '英语' })
    for (const at of [0, 1]) {
      while (await english().nth(at).locator('xpath=ancestor::section').getAttribute('data-batch') !== '0') {
        await english().nth(at).focus()
        await page.keyboard.press('ArrowLeft')
        await frames()
      }
    }
    await page.getByText(/第 1 批去吃饭时.*没有人会英语/).waitFor()
    expect(await page.getByRole('button', { name: '定下这个安排' }).isDisabled()).toBe(true)
    await page.screenshot({ path: path.join(results, 'duty-meal-gap-zh.png') })
    await english().first().focus()
    await page.keyboard.press('ArrowRight')
    await page.getByText('每一批都有人顶上').waitFor()
    await page.getByRole('button', { name: '定下这个安排' }).click()
    await page.getByText(/小安 于 .* 定下/).waitFor()
  })

  it('M2: an agent who is not on duty for it reads who decides', async () => {
    await go('meal', 'w => { window.crew.fill(w, 14) }')
    await page.getByText(/值班人/).waitFor()
    expect(await page.getByRole('button', { name: '定下这个安排' }).count()).toBe(0)
  })
})

describe('the wall', () => {
  it('L1: says that the queue is over its limit and calls in chosen colleagues', async () => {
    await go('wall', crew(200))
    await page.getByText('12 位顾客在排队，超过阈值 10', { exact: false }).waitFor()
    await page.getByRole('button', { name: '呼叫支援' }).last().click()
    await page.getByRole('dialog').getByRole('checkbox').nth(1).check()
    await page.getByRole('button', { name: '呼叫 1 人' }).click()
    await toast('已呼叫 1 人')
  })

  it('M4: lets somebody go with a reason, and not without', async () => {
    await go('wall', crew(200))
    await page.locator('[data-act]').nth(2).click()
    await page.getByRole('menuitem', { name: '让他先走' }).click()
    expect(await page.getByRole('button', { name: '放行' }).isDisabled()).toBe(true)
    await page.getByLabel('原因').fill('身体不舒服')
    await page.getByRole('button', { name: '放行' }).click()
    await toast(/：就餐/)
  })

  it('has heads in line with their columns, moves no row under the pointer, and draws only the rows in sight', async () => {
    await go('wall', crew(200))
    await page.locator('[data-wall]').first().waitFor()
    const edges = await page.evaluate(() => {
      const right = (selector: string) => [...document.querySelectorAll(selector)].map(one => Math.round(one.getBoundingClientRect().right))
      const row = document.querySelector('[data-wall]')
      return [right('[role=columnheader]'), row ? [...row.children].map(one => Math.round(one.getBoundingClientRect().right)) : []]
    })
    expect(edges[0]).toEqual(edges[1])
    const names = () => page.locator('[data-wall] [role=rowheader]').allInnerTexts()
    await page.getByRole('button', { name: '会话', exact: true }).last().click()
    await page.locator('[data-wall]').nth(3).hover()
    const before = await names()
    await page.evaluate('window.crew.wall(window.peer.world, Date.now() + 7000); window.peer.push()')
    await frames()
    expect(await names()).toEqual(before)
    // Of 200 people only the rows in sight are drawn.
    expect(await page.locator('[data-wall]').count()).toBeLessThan(60)
  })

  it('is said to be offline, and comes back by itself', async () => {
    await go('wall', crew(200, "Object.assign(w.values.sync, { state: 'offline', reason: 'network' }); w.values.wall = null"))
    await page.getByText('离线，看不到现场').waitFor()
    await page.evaluate("window.peer.world.values.sync.state = 'online'; window.crew.wall(window.peer.world, Date.now()); window.peer.push()")
    await page.locator('[data-wall]').first().waitFor()
  })

  it('shows the day by quarters, as charts under the keys and as a table', async () => {
    await go('wall', crew(30))
    await page.getByRole('button', { name: '今天走势' }).click()
    const chart = page.getByRole('img', { name: /队伍与接待/ })
    await chart.focus()
    await page.keyboard.press('Home')
    await page.getByRole('img', { name: /队伍与接待: 08:00/ }).waitFor()
    await page.getByRole('button', { name: '看表格' }).click()
    await page.getByRole('rowheader', { name: '19:45' }).waitFor()
  })
})

describe('every page', () => {
  for (const look of [{ theme: 'light', language: 'zh' }, { theme: 'dark', language: 'en' }]) {
    for (const pageId of ['day', 'wall', 'roster', 'meal', 'log']) {
      it(`is clean for reading aids, and looked at: ${pageId} ${look.theme} ${look.language}`, async () => {
        await go(pageId, crew(60), { settings: look })
        await atRest(page)
        await expect.poll(() => axeFindings(page)).toEqual([])
        await page.screenshot({ path: path.join(results, `duty-${pageId}-${look.theme}-${look.language}.png`) })
      })
    }
    it(`also the big screen: ${look.theme} ${look.language}`, async () => {
      open = await openPeerWindow(host, { size: [1920, 1080], fragment: '#wall=t1', settings: look, change: crew(200) })
      page = open.page
      await page.locator('li').first().waitFor()
      await expect.poll(() => axeFindings(page)).toEqual([])
      await page.screenshot({ path: path.join(results, `duty-big-${look.theme}-${look.language}.png`) })
    })
  }
})
