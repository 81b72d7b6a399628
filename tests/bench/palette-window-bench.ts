import { setTimeout as sleep } from 'node:timers/promises'
import { EVERYBODY } from '../../domain/entities/script.ts'
import type { Script } from '../../domain/entities/script.ts'
import type { ElectronWindow } from './electron-window.ts'
import { startDesk } from './electron-window.ts'
import { figure, median, percentile, round } from './figure.ts'
import type { Figure } from './figure.ts'
import type { House } from './house.ts'
import { generatedLibrary, generatedQueries } from './palette-library.ts'
import type { Sizes } from './sync-benches.ts'
import { listed, OPEN_PORT, prepare } from './window-benches.ts'

const SCRIPTS = 10_000
/** As quick as an agent types: each key falls anywhere within a frame. */
const BETWEEN_MS = 45
const PATIENCE_MS = 10_000

// In the page: from the moment a key is pressed (the browser's own stamp) until the list for what then stands in the field is in the
// document, and until the frame that shows it has been made.
const WATCH = `(() => {
  globalThis.benchKeys = []
  let pressedMs = null
  const channel = new MessageChannel()
  let drawn = null
  channel.port1.onmessage = () => { drawn?.(performance.now()) }
  addEventListener('keydown', event => { pressedMs = event.timeStamp }, true)
  new MutationObserver(() => {
    const list = document.querySelector('[data-answered]')
    const field = document.querySelector('[data-palette] input')
    if (pressedMs === null || !list || !field || list.dataset.answered !== field.value) return
    const startedMs = pressedMs
    const key = { listMs: performance.now() - startedMs, frameMs: null }
    pressedMs = null
    requestAnimationFrame(() => {
      drawn = nowMs => {
        key.frameMs = nowMs - startedMs
        globalThis.benchKeys.push(key)
      }
      channel.port2.postMessage(0)
    })
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
  return true
})()`

type Key = { listMs: number; frameMs: number }

/** Key presses in the palette of the real window, with a library of many years, against an empty palette that is only opened. */
export async function paletteWindow(house: House, sizes: Sizes): Promise<Figure[]> {
  const library = generatedLibrary(SCRIPTS)
  await house.shop.scripts(library.map((entry): Script => ({
    ...entry, tags: [...entry.tags], audience: EVERYBODY, code: entry.code ?? entry.id, stage: entry.stage ?? 'care', twinOf: null, campaign: null, pictureIds: [], ownerId: null, reviewAtMs: null, personId: null, version: 1, updatedAtMs: 1,
  })))
  const { userData } = await prepare(house)
  const desk = await startDesk(userData)
  try {
    await listed(desk)
    await desk.evaluate(OPEN_PORT)
    await allThere(desk, library.at(-1)?.code ?? '')
    await desk.evaluate(`document.querySelector('[data-conversation]').click()`)
    await desk.until(`document.querySelector('textarea[data-reply]') && true`)
    await desk.evaluate(WATCH)
    await desk.press('k', { modifiers: 2 })
    await desk.until(`document.querySelector('[data-palette] input') && document.querySelector('[data-answered]') && true`)
    await sleep(1_000)
    const keys: Key[] = []
    for (const query of generatedQueries(library, Math.ceil(sizes.keys / 8))) {
      for (const sign of query) keys.push(await pressed(desk, sign))
      for (const _ of query) keys.push(await pressed(desk, 'Backspace'))
    }
    const lists = keys.map(({ listMs }) => listMs)
    const frames = keys.map(({ frameMs }) => frameMs)
    const of = (values: number[]) => ({ scripts: SCRIPTS, medianMs: round(median(values)), p99Ms: round(percentile(values, 0.99)) })
    return [
      figure('palette-window-list', percentile(lists, 0.95), 'ms', 16, lists.length, of(lists)),
      figure('palette-window-frame', percentile(frames, 0.95), 'ms', 34, frames.length, of(frames)),
    ]
  } finally {
    await desk.close()
  }
}

async function allThere(desk: ElectronWindow, code: string): Promise<void> {
  const ask = `benchAsk({ t: 'call', name: 'palette.search', input: { text: ${JSON.stringify(code)}, tab: 'scripts', conversationId: null, stage: null, scene: null, limit: 1 } })`
  await desk.until(`(async () => { const { answer } = await ${ask}; return answer.ok && answer.value.hits[0]?.code === ${JSON.stringify(code)} ? true : null })()`)
  // The last rows of the download have settled.
  await sleep(2_000)
}

async function pressed(desk: ElectronWindow, key: string): Promise<Key> {
  await sleep(BETWEEN_MS)
  const before = Number(await desk.evaluate('benchKeys.length'))
  await desk.press(key)
  for (const endMs = Date.now() + PATIENCE_MS; Date.now() < endMs; await sleep(10)) {
    const key = await desk.evaluate(`benchKeys[${before}] ?? null`) as Key | null
    if (key) return key
  }
  throw new Error(`nothing came of ${key}: ${String(await desk.evaluate(`document.querySelector('[data-palette]')?.innerText ?? 'closed'`))}`)
}
