import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { results } from './folders.ts'

/** The DevTools protocol, raw: for desks that Playwright cannot start (another user's, a packaged one). */
export type Cdp = {
  send: (method: string, params?: Record<string, unknown>) => Promise<Record<string, unknown>>
  /**
   * Runs an expression there and gives back its (awaited) value as JSON. Under the page's own policy: unlike a console,
   * `eval` in it is blocked where the page's is.
   */
  evaluate: (expression: string) => Promise<unknown>
  /** Waits until the expression is true there; a page that is still loading has no place to ask in: not yet true. */
  until: (expression: string, limitMs: number) => Promise<void>
  close: () => void
}

type Reply = { id?: number; result?: Record<string, unknown>; error?: { message: string } }
type Evaluated = { result?: { value?: unknown }; exceptionDetails?: { text: string; exception?: { description?: string } } }

/** @param address ws:// address of a page or of Node's inspector */
export async function connectCdp(address: string): Promise<Cdp> {
  const socket = new WebSocket(address)
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => { resolve() })
    socket.addEventListener('error', () => { reject(new Error(`no connection to ${address}`)) })
  })
  const waiting = new Map<number, { resolve: (result: Record<string, unknown>) => void; reject: (error: Error) => void }>()
  let lastId = 0
  socket.addEventListener('message', event => {
    const reply = JSON.parse(String(event.data)) as Reply
    const one = waiting.get(reply.id ?? -1)
    if (!one) return
    waiting.delete(reply.id ?? -1)
    if (reply.error) one.reject(new Error(reply.error.message))
    else one.resolve(reply.result ?? {})
  })
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('the connection was closed'))
  })
  const send: Cdp['send'] = (method, params = {}) => new Promise((resolve, reject) => {
    const id = ++lastId
    waiting.set(id, { resolve, reject })
    socket.send(JSON.stringify({ id, method, params }))
  })
  const evaluate: Cdp['evaluate'] = async expression => {
    const { result, exceptionDetails } = await send('Runtime.evaluate', {
      expression, awaitPromise: true, returnByValue: true, userGesture: true, allowUnsafeEvalBlockedByCSP: false,
    }) as Evaluated
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result?.value
  }
  const holds = async (expression: string): Promise<boolean> => {
    try {
      return await evaluate(`Boolean(${expression})`) === true
    } catch (error) {
      if (error instanceof Error && /execution context|context was destroyed/i.test(error.message)) return false
      throw error
    }
  }
  return {
    send,
    evaluate,
    async until(expression, limitMs) {
      const endMs = performance.now() + limitMs
      while (!await holds(expression)) {
        if (performance.now() > endMs) throw new Error(`still not so after ${limitMs} ms: ${expression}`)
        await sleep(100)
      }
    },
    close: () => { socket.close() },
  }
}

/** The desk's own page, not the palette's, at a `--remote-debugging-port`; waits until it is there. */
export async function pageAddress(port: number): Promise<string> {
  for (let look = 0; look < 150; look++) {
    const targets = await fetch(`http://127.0.0.1:${port}/json/list`)
      .then(async answer => await answer.json() as { type: string; url: string; webSocketDebuggerUrl: string }[], () => [])
    const page = targets.find(({ type, url }) => type === 'page' && url.startsWith('app://desk/') && !url.includes('palette.html'))
    if (page) return page.webSocketDebuggerUrl
    await sleep(200)
  }
  throw new Error('the desk opened no page')
}

/** Keeps what the page shows as test-results/NAME.png. */
export async function pictureOf(page: Cdp, name: string): Promise<void> {
  const { data } = await page.send('Page.captureScreenshot', { format: 'png' })
  mkdirSync(results, { recursive: true })
  writeFileSync(path.join(results, `${name}.png`), Buffer.from(String(data), 'base64'))
}
