import { setTimeout as sleep } from 'node:timers/promises'
import type { ElectronWindow } from './electron-window.ts'
import { startBare, startDesk } from './electron-window.ts'
import { figure, median, percentile, round } from './figure.ts'
import type { Figure } from './figure.ts'
import type { House } from './house.ts'
import { PASSWORD, SHOP } from './shop.ts'
import type { Sizes } from './sync-benches.ts'

const AGENT = 'xiaoan'
const CONVERSATIONS = 30
const EACH = 20

// A port of our own to the core, beside what the window itself does with it; ids that the window never uses.
export const OPEN_PORT = `new Promise(resolve => {
  addEventListener('message', event => {
    if (event.data !== 'shiftdesk.port' || !event.ports[0]) return
    const port = event.ports[0]
    const waiting = new Map()
    let lastId = 1e9
    port.addEventListener('message', ({ data }) => {
      const wait = waiting.get(data.id)
      if (!wait) return
      waiting.delete(data.id)
      wait(data)
    })
    globalThis.benchAsk = frame => new Promise(answered => {
      const id = ++lastId
      waiting.set(id, answered)
      port.postMessage({ id, ...frame })
    })
    globalThis.benchEnd = id => port.postMessage({ t: 'unsubscribe', id })
    resolve(true)
  })
  void window.shiftdesk.requestPort()
})`

/** Runs in the page: one ask after another, each timed there. */
const timed = (count: number, frame: string): string => `(async () => {
  const took = []
  for (let n = 0; n < ${count}; n++) {
    const startedMs = performance.now()
    const answer = await benchAsk(${frame})
    took.push(performance.now() - startedMs)
    if (answer.t === 'query_error') throw new Error(JSON.stringify(answer.error))
    if (answer.t === 'value') benchEnd(answer.id)
  }
  return took
})()`

/** A desk whose agent stays signed in, made once for all benches of a run. */
let prepared: Promise<{ userData: string; signInMs: number }> | null = null
export function prepare(house: House): Promise<{ userData: string; signInMs: number }> {
  prepared ??= (async () => {
    await house.shop.conversations('desk', AGENT, 'open', CONVERSATIONS, EACH)
    const userData = house.folder('desk')
    const desk = await startDesk(userData)
    try {
      await desk.until(`document.querySelector('form') && true`)
      await desk.evaluate(OPEN_PORT)
      const input = { api: house.api.url, shop: SHOP, account: AGENT, password: PASSWORD, staySignedIn: true }
      const signInMs = Number(await desk.evaluate(`(async () => {
        const startedMs = performance.now()
        const { answer } = await benchAsk({ t: 'call', name: 'session.signIn', input: ${JSON.stringify(input)} })
        if (!answer.ok) throw new Error(JSON.stringify(answer))
        return performance.now() - startedMs
      })()`))
      await listed(desk)
      await sleep(1_000)
      return { userData, signInMs }
    } finally {
      await desk.close()
    }
  })()
  return prepared
}

export const listed = (desk: ElectronWindow): Promise<unknown> => desk.until('globalThis.benchUsableAtMs')

/** From the start of the process, the key at hand, to a drawn list, against a bare Electron with a list in its page. */
export async function deskStart(house: House, sizes: Sizes): Promise<Figure[]> {
  const { userData, signInMs } = await prepare(house)
  const took = { bare: [] as number[], desk: [] as number[] }
  for (let run = 0; run <= sizes.starts; run++) {
    for (const kind of ['bare', 'desk'] as const) {
      const window = kind === 'bare' ? await startBare(house.folder('bare-electron'), false) : await startDesk(userData)
      try {
        const usableMs = await window.usable()
        // The first of each finds nothing of its files in the system's cache.
        if (run > 0) took[kind].push(usableMs)
      } finally {
        await window.close()
      }
      await sleep(500)
    }
  }
  const deskMs = median(took.desk)
  const bareMs = median(took.bare)
  return [
    figure('desk-start', deskMs / bareMs, 'ratio', 1.6, sizes.starts, { deskMs: round(deskMs), bareMs: round(bareMs) }),
    figure('sign-in', signInMs, 'ms', null, 1, { what: 'session.signIn in the window, new device, online' }),
  ]
}

/** A thread of 20 messages out of the encrypted file and back over the port, as the window asks for it. */
export async function roundTrip(house: House, sizes: Sizes): Promise<Figure[]> {
  const { userData } = await prepare(house)
  const desk = await startDesk(userData)
  try {
    await listed(desk)
    await sleep(2_000)
    await desk.evaluate(OPEN_PORT)
    const ask = async (count: number, frame: string) => await desk.evaluate(timed(count, frame)) as number[]
    const thread = `{ t: 'subscribe', name: 'thread', args: { conversationId: 'desk-' + n % ${CONVERSATIONS}, limit: 50 } }`
    const nothing = `{ t: 'call', name: 'nothing', input: {} }`
    await ask(200, thread)
    const threads = await ask(sizes.calls, thread)
    const empty = await ask(sizes.calls, nothing)
    const vs = { query: `thread of ${EACH} messages`, portOnlyP99Ms: round(percentile(empty, 0.99)), portOnlyMedianMs: round(median(empty)) }
    return [
      figure('round-trip', percentile(threads, 0.99), 'ms', 2, threads.length, vs),
      figure('round-trip-median', median(threads), 'ms', null, threads.length, vs),
    ]
  } finally {
    await desk.close()
  }
}

/** The idle desk with its list, against a bare Electron with an empty utility process. */
export async function memory(house: House, sizes: Sizes): Promise<Figure[]> {
  const { userData } = await prepare(house)
  const took = { bare: [] as number[], desk: [] as number[] }
  let parts = ''
  for (let run = 0; run < Math.max(1, sizes.starts >> 1); run++) {
    for (const kind of ['bare', 'desk'] as const) {
      const window = kind === 'bare' ? await startBare(house.folder('bare-electron'), true) : await startDesk(userData)
      try {
        await listed(window)
        await sleep(sizes.idleMs)
        took[kind].push(window.memoryMb())
        if (run === 0) parts += `${kind}: ${window.memoryParts()}${kind === 'bare' ? '; ' : ''}`
      } finally {
        await window.close()
      }
    }
  }
  const deskMb = median(took.desk)
  const bareMb = median(took.bare)
  return [figure('memory', deskMb / bareMb, 'ratio', 1.4, took.desk.length, { deskMb: round(deskMb), bareMb: round(bareMb), parts })]
}
