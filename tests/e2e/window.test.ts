import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { axeFindings, openPeerWindow, servePeerWindow } from '../fixtures/window-peer/open-window.ts'
import type { PeerHost } from '../fixtures/window-peer/open-window.ts'
import { results } from './harness/folders.ts'

// What a window does by itself, whatever the core says: over a scripted port, in Chromium. The real core is in the other files.
let host: PeerHost
let page: Page
let open: Awaited<ReturnType<typeof openPeerWindow>>
beforeAll(async () => { host = await servePeerWindow() })
afterAll(async () => { await host?.close() })

const rows = () => page.$$eval('[data-conversation]', all => all.map(row => (row as HTMLElement).dataset['conversation']))
const field = () => page.locator('textarea').first()
const typed = () => field().inputValue()
/** Changes what the core would say, by a function of the world as text. */
const say = async (change: string) => {
  await page.evaluate(`(${change})(window.peer.world); window.peer.push()`)
  // Two frames: the value has come and is drawn.
  await page.evaluate(() => new Promise(done => { requestAnimationFrame(() => { requestAnimationFrame(done) }) }))
}
const REVERSE = 'w => { const lists = w.values.conversations; lists.waiting = [...lists.waiting].reverse() }'

describe('the window', () => {
  beforeEach(async () => {
    open = await openPeerWindow(host)
    page = open.page
    await page.keyboard.press('Control+j')
    await field().waitFor()
  })
  afterEach(async () => {
    expect(open.complaints).toEqual([])
    await open.close()
  })

  it('never sends by Enter while an input method composes', async () => {
    const input = await page.context().newCDPSession(page)
    await field().focus()
    await input.send('Input.imeSetComposition', { text: 'nihao', selectionStart: 5, selectionEnd: 5 })
    await input.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 })
    await field().evaluate(box => box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true, cancelable: true })))
    await field().evaluate(box => box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 13, bubbles: true, cancelable: true })))
    expect(await page.locator('[data-status=held]').count()).toBe(0)
    await input.send('Input.insertText', { text: '你好' })
    await page.keyboard.press('Enter')
    await page.locator('[data-status=held]', { hasText: '你好' }).waitFor()
  })

  it('gives a taken-back line to the composer, before what was typed since', async () => {
    await field().fill('发错了')
    await page.keyboard.press('Enter')
    await page.locator('[data-status=held]').waitFor()
    await field().fill('接着写')
    await page.keyboard.press('Alt+z')
    await expect.poll(typed).toBe('发错了\n接着写')
  })

  it('moves no row under the pointer, and does so again once it leaves or the agent types', async () => {
    const before = await rows()
    await page.locator('[data-conversation]').nth(2).hover()
    await say(REVERSE)
    expect(await rows()).toEqual(before)
    await page.mouse.move(800, 300)
    await expect.poll(async () => (await rows())[0]).not.toBe(before[0])
    const after = await rows()
    await page.locator('[data-conversation]').nth(2).hover()
    await field().pressSequentially('好')
    await say(REVERSE)
    await expect.poll(rows).not.toEqual(after)
  })

  it('leaves text and focus alone when the core says something new, or is gone', async () => {
    await field().fill('写了一半')
    await say("w => { const t = w.threads.c1; t.items = [...t.items, { ...t.items[0], id: 'late', position: 999, body: '又来一条' }] }")
    await page.getByText('又来一条').waitFor()
    await page.evaluate('window.goneCore()')
    await page.getByText('正在恢复').waitFor()
    await page.keyboard.type('，接着写')
    expect(await typed()).toBe('写了一半，接着写')
  })

  it('keeps a draft per conversation and stores it', async () => {
    await field().fill('给第一位')
    await page.keyboard.press('Control+2')
    await expect.poll(typed).toBe('')
    await field().fill('给第二位')
    await page.keyboard.press('Control+1')
    await expect.poll(typed).toBe('给第一位')
    await expect.poll(() => page.evaluate('window.peer.world.drafts')).toMatchObject({ c1: '给第一位', c2: '给第二位' })
  })

  it('asks before it closes a conversation without any reply (D9), else offers undo', async () => {
    await page.locator('[data-conversation=c4]').click()
    await page.keyboard.press('Control+e')
    await page.getByRole('alertdialog').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('[data-conversation=c2]').click()
    await page.keyboard.press('Control+e')
    await page.getByRole('button', { name: '撤销' }).waitFor()
  })

  it('shows customer text as text and masks numbers until clicked', async () => {
    await say("w => { const t = w.threads.c1; t.items = [...t.items, { ...t.items[0], id: 'x', position: 999, body: '<img src=x onerror=alert(1)> 13800001386' }] }")
    await page.getByText('<img src=x onerror=alert(1)>').waitFor()
    const message = page.locator('[data-message=x]')
    await message.getByRole('button', { name: '138****1386' }).click()
    await message.getByRole('button', { name: '13800001386' }).waitFor()
  })
})

const OUT = "w => { Object.assign(w.values.session, { state: 'signed_out', me: null, shop: null }) }"

it('asks nobody who they are before the accounts of this machine are told', async () => {
  open = await openPeerWindow(host)
  page = open.page
  const known = page.getByRole('button', { name: /小安/ })
  await say(OUT)
  await known.waitFor()
  // The screen's code is there now: what it shows, it shows at once.
  await say('w => { w.late = w.values.accounts; w.values.accounts = null }')
  await known.waitFor({ state: 'detached' })
  expect(await page.locator('form').count()).toBe(0)
  await say('w => { w.values.accounts = w.late }')
  await known.waitFor()
  await open.close()
})

describe('axe finds nothing', () => {
  const desk = async (on: Page) => { await on.locator('[data-conversation=c1]').click() }
  const keys = (press: string) => async (on: Page) => {
    await on.keyboard.press(press)
    await on.getByRole('dialog').waitFor()
  }
  it.each([
    ['the desk, light', {}, desk], ['the desk, dark', { settings: { theme: 'dark' } }, desk], ['the desk, high contrast', { settings: { theme: 'contrast' } }, desk],
    ['the desk, English, small', { settings: { language: 'en', theme: 'dark' }, size: [1024, 700] as [number, number] }, desk],
    ['pictures', {}, async (on: Page) => { await on.locator('[data-conversation=c7]').click() }],
    ['search', {}, keys('Control+f')], ['settings', { settings: { theme: 'dark' } }, keys('Control+,')], ['shortcuts', {}, keys('?')],
    ['sign-in', { change: OUT }, async () => undefined], ['locked', { change: "w => { w.values.session.state = 'locked' }" }, async () => undefined],
    ['nobody waits', { change: 'w => { for (const k in w.values.conversations) w.values.conversations[k] = [] }' }, async () => undefined],
  ])('%s', async (name, how, act) => {
    const shown = await openPeerWindow(host, how)
    await act(shown.page)
    await shown.page.screenshot({ path: path.join(results, `window-${name.replaceAll(/\W+/g, '-')}.png`) })
    expect(await axeFindings(shown.page)).toEqual([])
    expect(shown.complaints).toEqual([])
    await shown.close()
  })
})
