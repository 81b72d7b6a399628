import { setTimeout as delay } from 'node:timers/promises'

// With inspection switched off by fuse Playwright cannot attach, so this speaks the DevTools protocol to the page itself.
interface Answer {
  id: number
  result?: { result: { value?: unknown, description?: string }, exceptionDetails?: { text: string } }
  error?: { message: string }
}

/** A page of a running program, reached by its remote debugging port. */
export class DevtoolsPage {
  readonly #socket: WebSocket
  readonly #waiting = new Map<number, (answer: Answer) => void>()
  #lastId = 0

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.addEventListener('message', ({ data }) => {
      const answer = JSON.parse(String(data)) as Answer
      this.#waiting.get(answer.id)?.(answer)
      this.#waiting.delete(answer.id)
    })
  }

  /** Waits until a page of the program's own is there, at most `limitMs`. */
  static async attach(port: number, limitMs: number): Promise<DevtoolsPage> {
    const endMs = Date.now() + limitMs
    while (Date.now() < endMs) {
      const listed = await fetch(`http://127.0.0.1:${port}/json/list`)
      const pages = await listed.json() as { type: string, url: string, webSocketDebuggerUrl: string }[]
      const page = pages.find(({ type, url }) => type === 'page' && url.startsWith('app:'))
      if (page) return DevtoolsPage.#open(page.webSocketDebuggerUrl)
      await delay(100)
    }
    throw new Error(`no page after ${limitMs} ms`)
  }

  static async #open(url: string): Promise<DevtoolsPage> {
    const socket = new WebSocket(url)
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve, { once: true })
      socket.addEventListener('error', () => { reject(new Error(`cannot reach ${url}`)) }, { once: true })
    })
    return new DevtoolsPage(socket)
  }

  /** The value of an expression in the page; promises are awaited. */
  async evaluate(expression: string): Promise<unknown> {
    const id = this.#lastId += 1
    const answer = await new Promise<Answer>(resolve => {
      this.#waiting.set(id, resolve)
      const params = { expression, returnByValue: true, awaitPromise: true }
      this.#socket.send(JSON.stringify({ id, method: 'Runtime.evaluate', params }))
    })
    if (answer.error) throw new Error(answer.error.message)
    if (answer.result?.exceptionDetails) throw new Error(answer.result.result.description ?? answer.result.exceptionDetails.text)
    return answer.result?.result.value
  }

  /** Waits until the expression is true, at most `limitMs`. */
  async until(expression: string, limitMs: number): Promise<void> {
    const endMs = Date.now() + limitMs
    while (await this.#holds(expression) !== true) {
      if (Date.now() > endMs) throw new Error(`still not so after ${limitMs} ms: ${expression}`)
      await delay(100)
    }
  }

  /** A page that is still loading has no context to ask in: not yet true. */
  async #holds(expression: string): Promise<unknown> {
    try {
      return await this.evaluate(`Boolean(${expression})`)
    } catch (error) {
      if (error instanceof Error && /execution context|context was destroyed/i.test(error.message)) return false
      throw error
    }
  }

  close(): void {
    this.#socket.close()
  }
}
