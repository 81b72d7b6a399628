import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPeerWindow, servePeerWindow } from '../fixtures/window-peer/open-window.ts'
import type { PeerHost } from '../fixtures/window-peer/open-window.ts'

// A talk of 2,000 lines in a window with 500 conversations stays fluid: what is drawn is bounded, reading back moves nothing in sight.
let host: PeerHost
let open: Awaited<ReturnType<typeof openPeerWindow>>
const LINES = 2_000
const MANY = `w => {
  const thread = w.threads.c2
  const last = thread.items.at(-1)
  thread.items = Array.from({ length: ${LINES} }, (_, n) => ({ ...last, id: 'line-' + n, body: '第 ' + n + ' 条，退款什么时候到账呀', quoteId: null,
    author: n % 3 ? 'customer' : 'agent', position: n + 1, acceptedAtMs: last.acceptedAtMs - (${LINES} - n) * 30000 }))
  const row = w.values.conversations.closed[1]
  for (let n = 0; n < 500; n++) w.values.conversations.running.push({ ...row, id: 'many-' + n, name: '顾客 ' + n })
}`
beforeAll(async () => {
  host = await servePeerWindow()
  open = await openPeerWindow(host, { change: MANY })
}, 120_000)
afterAll(async () => {
  await open?.close()
  await host?.close()
})
const drawn = () => open.page.locator('[data-message]').count()

it('draws one page of the talk and the list in sight alone', async () => {
  await open.page.locator('[data-conversation=c2]').click()
  await open.page.locator('[data-message=line-1999]').waitFor()
  expect(await drawn()).toBe(60)
  expect(await open.page.locator('[data-conversation]').count()).toBeLessThan(60)
})

it('reading back adds a page above without a jump', async () => {
  const { page } = open
  const log = page.getByRole('log')
  for (let pages = 2; pages <= 5; pages++) {
    const first = `line-${LINES - 60 * (pages - 1)}`
    await log.evaluate(box => { box.scrollTop = 200 })
    const before = await page.locator(`[data-message=${first}]`).evaluate(line => line.getBoundingClientRect().top)
    await expect.poll(drawn).toBe(60 * pages)
    const after = await page.locator(`[data-message=${first}]`).evaluate(line => line.getBoundingClientRect().top)
    expect(Math.abs(after - before)).toBeLessThan(30)
  }
})

it('back at the end the past is let go, and a new line draws itself and its neighbour alone', async () => {
  const { page } = open
  await page.getByRole('button', { name: '到最新' }).click()
  await expect.poll(drawn).toBe(60)
  // Counted, not timed: a busy machine draws no more than an idle one.
  await page.evaluate(`window.drawn = 0; new MutationObserver(list => { window.drawn += list.length })
    .observe(document.querySelector('[role=log]'), { subtree: true, childList: true, attributes: true, characterData: true })`)
  for (let n = 0; n < 3; n++) {
    await page.evaluate(`window.drawn = 0; (() => { const thread = window.peer.world.threads.c2
      thread.items = [...thread.items, { ...thread.items.at(-1), id: 'new-${n}', position: ${3_000 + n} }]; window.peer.push() })()`)
    await page.locator(`[data-message=new-${n}]`).waitFor()
    expect(await page.evaluate('window.drawn')).toBeLessThan(12)
    expect(await drawn()).toBe(60)
  }
  expect(open.complaints).toEqual([])
})
