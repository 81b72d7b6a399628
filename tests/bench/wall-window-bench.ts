import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { bundle } from '../../build/bundle.ts'
import { ensureSystem } from '../../build/ensure-system.ts'
import { openPeerWindow, servePeerWindow } from '../fixtures/window-peer/open-window.ts'
import { figure, median, percentile, round } from './figure.ts'
import type { Figure } from './figure.ts'

const AGENTS = 200
const SECONDS = 20
/** No frame of the window waits longer for the wall. */
const LIMIT_MS = 5

type TraceEvent = { name: string; ph: string; ts: number; dur?: number; tdur?: number; pid: number; tid: number; args: { name?: string } }

/** What the window's main thread did at one go, in ms, each piece over a tenth of one. */
async function piecesOf(browser: Browser, page: Page, during: () => Promise<void>): Promise<number[]> {
  await browser.startTracing(page, { categories: ['__metadata', 'devtools.timeline', 'disabled-by-default-devtools.timeline'] })
  await during()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  const main = traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(({ pid, tid }) => `${pid}:${tid}`)
  const pieces = traceEvents.filter(({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && main.includes(`${pid}:${tid}`))
    .map(({ dur = 0, tdur = dur }) => tdur / 1_000).filter(ms => ms > 0.1)
  if (pieces.length === 0) throw new Error('the browser told nothing of what its window did')
  return pieces
}

/** A wall of 200 agents in the window, everybody's figures new each second: the longest piece of work for one such second, against the same second without one. */
export async function wallWindow(): Promise<Figure[]> {
  await ensureSystem({ display: 'none', chromium: true })
  await bundle(['renderer'])
  const host = await servePeerWindow()
  const { page, close } = await openPeerWindow(host, { change: `w => { w.values.session.me.roles = ['supervisor']; window.crew.fill(w, ${AGENTS}) }` })
  try {
    await page.keyboard.press('Control+Shift+D')
    await page.locator('[data-page="wall"]').click()
    await page.locator('[data-wall]').first().waitFor()
    const longest = { wall: [] as number[], idle: [] as number[] }
    const whole = { wall: [] as number[], idle: [] as number[] }
    for (let second = 0; second < SECONDS; second++) {
      await page.evaluate(`window.crew.wall(window.peer.world, Date.now() + ${second} * 1000)`)
      for (const kind of ['idle', 'wall'] as const) {
        const pieces = await piecesOf(host.browser, page, async () => {
          if (kind === 'wall') await page.evaluate("window.peer.push('wall')")
          await sleep(900)
        })
        longest[kind].push(Math.max(0, ...pieces))
        whole[kind].push(pieces.reduce((sum, ms) => sum + ms, 0))
      }
    }
    const vs = {
      agents: AGENTS, worst_ms: round(Math.max(...longest.wall)), p95_ms: round(percentile(longest.wall, 0.95)), second_ms: round(median(whole.wall)),
      idle_longest_ms: round(median(longest.idle)), idle_second_ms: round(median(whole.idle)),
    }
    return [figure('wall-window-piece', median(longest.wall), 'ms', LIMIT_MS, SECONDS, vs)]
  } finally {
    await close()
    await host.close()
  }
}
