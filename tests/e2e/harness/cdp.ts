import { setTimeout as sleep } from 'node:timers/promises'

/** The DevTools protocol, raw: for desks that Playwright cannot start (another user's, a packaged one). */
export type Cdp = {
  send: (method: string, params?: Record<string, unknown>) => Promise<Record<string, unknown>>
  /**
   * Runs an expression there and gives back its (awaited) value as JSON. Under the page's own policy: unlike a console,
   * `eval` in it is blocked where the page's is.
   */
  evaluate: (expression: string) => Promise<unknown>
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
  return {
    send,
    async evaluate(expression) {
      const { result, exceptionDetails } = await send('Runtime.evaluate', {
        expression, awaitPromise: true, returnByValue: true, userGesture: true, allowUnsafeEvalBlockedByCSP: false,
      }) as Evaluated
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
      return result?.value
    },
    close: () => { socket.close() },
  }
}

/** The desk's page at a `--remote-debugging-port`; waits until it is there. */
export async function pageAddress(port: number): Promise<string> {
  for (let look = 0; look < 150; look++) {
    const targets = await fetch(`http://127.0.0.1:${port}/json/list`)
      .then(async answer => await answer.json() as { type: string; url: string; webSocketDebuggerUrl: string }[], () => [])
    const page = targets.find(({ type, url }) => type === 'page' && url.startsWith('app://desk/'))
    if (page) return page.webSocketDebuggerUrl
    await sleep(200)
  }
  throw new Error('the desk opened no page')
}
