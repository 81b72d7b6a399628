import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { sandboxArguments } from '../../build/display.ts'
import { ensureElectron } from '../../build/ensure-electron.ts'
import { root } from '../../build/root.ts'
import { killTree, processTree } from '../e2e/harness/processes.ts'

const LIMIT_MS = 60_000
const KEY_CODES: Record<string, number> = { Backspace: 8, Enter: 13, Escape: 27 }

// Notes when a row of the list is there and was drawn. In the page, so that looking costs the start nothing.
const WATCH = `(() => {
  if (globalThis.benchWatching) return
  globalThis.benchWatching = true
  const look = () => {
    if (!document.querySelector('[data-conversation]')) return
    observer.disconnect()
    requestAnimationFrame(() => requestAnimationFrame(() => { globalThis.benchUsableAtMs = Date.now() }))
  }
  const observer = new MutationObserver(look)
  observer.observe(document, { childList: true, subtree: true })
  look()
})()`

type Message = { id?: number; method?: string; params?: Record<string, unknown>; result?: Record<string, unknown>; error?: { message: string } }
type Attached = { sessionId: string; targetInfo: { type: string } }
type Evaluated = { result?: { value?: unknown }; exceptionDetails?: { text: string; exception?: { description?: string } } }

/** An Electron with one window, desk or bare, started as `npm start` does and watched from its first moment by the DevTools protocol. */
export class ElectronWindow {
  readonly #child: ChildProcess
  readonly #startedAtMs: number
  readonly #socket: WebSocket
  readonly #waiting = new Map<number, (message: Message) => void>()
  readonly #page: Promise<string>
  readonly #exited: Promise<void>
  #lastId = 0

  private constructor(child: ChildProcess, startedAtMs: number, socket: WebSocket, exited: Promise<void>) {
    this.#child = child
    this.#startedAtMs = startedAtMs
    this.#socket = socket
    this.#exited = exited
    this.#page = new Promise(resolve => {
      socket.addEventListener('message', event => {
        const message = JSON.parse(String(event.data)) as Message
        this.#waiting.get(message.id ?? -1)?.(message)
        if (message.method !== 'Target.attachedToTarget') return
        const { sessionId, targetInfo } = message.params as Attached
        if (targetInfo.type === 'page') void this.#watch(sessionId).then(() => { resolve(sessionId) })
        else void this.#send('Runtime.runIfWaitingForDebugger', {}, sessionId)
      })
    })
  }

  /** @param args the application's folder, and what stands before it @param env added to the environment */
  static async start(args: string[], env: Record<string, string>): Promise<ElectronWindow> {
    const electron = await ensureElectron()
    const startedAtMs = Date.now()
    const child = spawn(electron.path, [...sandboxArguments(), '--lang=zh-CN', '--remote-debugging-port=0', ...args], {
      cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'],
    })
    const exited = new Promise<void>(resolve => { child.once('exit', () => { resolve() }) })
    const words: string[] = []
    const address = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stderr }).on('line', line => {
        words.push(line)
        const found = /DevTools listening on (ws:\S+)/.exec(line)?.[1]
        if (found) resolve(found)
      })
      void exited.then(() => { reject(new Error(`Electron ended: ${words.slice(-10).join('\n')}`)) })
    })
    const socket = new WebSocket(address)
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => { resolve() })
      socket.addEventListener('error', () => { reject(new Error(`no connection to ${address}`)) })
    })
    const window = new ElectronWindow(child, startedAtMs, socket, exited)
    await window.#send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })
    return window
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  /** @returns milliseconds from the start of the process to a list that is drawn */
  async usable(): Promise<number> {
    return Number(await this.until('globalThis.benchUsableAtMs')) - this.#startedAtMs
  }

  /** @returns the value of an expression in the page as soon as it is something */
  async until(expression: string): Promise<unknown> {
    for (const endMs = Date.now() + LIMIT_MS; Date.now() < endMs; await sleep(50)) {
      const value = await this.evaluate(`(${expression}) ?? null`).catch(() => null)
      if (value !== null) return value
    }
    throw new Error(`did not come: ${expression}; the window shows: ${String(await this.evaluate('document.body.innerText'))}`)
  }

  /** Runs an expression in the page. @returns its (awaited) value as JSON */
  async evaluate(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await this.#send('Runtime.evaluate',
      { expression, awaitPromise: true, returnByValue: true, userGesture: true }, await this.#page) as Evaluated
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result?.value
  }

  /** Presses and lets go of a key as a keyboard does. @param key a sign that is typed, or a key's name @param modifiers 2 = Ctrl */
  async press(key: string, { modifiers = 0 } = {}): Promise<void> {
    const page = await this.#page
    const typed = [...key].length === 1 && modifiers === 0
    const code = KEY_CODES[key] ?? (/^[a-z]$/.test(key) ? key.toUpperCase().charCodeAt(0) : 0)
    const at = /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : key
    await this.#send('Input.dispatchKeyEvent', { type: typed ? 'keyDown' : 'rawKeyDown', key, code: at, windowsVirtualKeyCode: code, modifiers, ...(typed ? { text: key } : {}) }, page)
    await this.#send('Input.dispatchKeyEvent', { type: 'keyUp', key, code: at, windowsVirtualKeyCode: code, modifiers }, page)
  }

  /** @returns memory of all its processes in MB: what they share is counted once (PSS) */
  memoryMb(): number {
    return processTree(this.pid).reduce((sum, { pid }) => sum + pssMb(pid), 0)
  }

  /** Memory by process, for a look at where it is. */
  memoryParts(): string {
    return processTree(this.pid).map(({ pid, command }) => {
      const what = /--utility-sub-type=\S*?(\w+)\.mojom/.exec(command)?.[1] ?? /--type=(\w+)/.exec(command)?.[1] ?? 'main'
      return `${what} ${Math.round(pssMb(pid))}`
    }).join(', ')
  }

  async close(): Promise<void> {
    this.#socket.close()
    this.#child.kill('SIGTERM')
    const limit = setTimeout(() => { void killTree(this.pid) }, 10_000)
    await this.#exited
    clearTimeout(limit)
  }

  async #watch(sessionId: string): Promise<void> {
    await this.#send('Page.enable', {}, sessionId)
    await this.#send('Page.addScriptToEvaluateOnNewDocument', { source: WATCH }, sessionId)
    await this.#send('Runtime.runIfWaitingForDebugger', {}, sessionId)
    // Where the page was there before us.
    await this.#send('Runtime.evaluate', { expression: `location.href === 'about:blank' || ${WATCH}` }, sessionId)
  }

  #send(method: string, params: Record<string, unknown>, sessionId?: string): Promise<Record<string, unknown>> {
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ result, error }) => {
        this.#waiting.delete(id)
        if (error) reject(new Error(`${method}: ${error.message}`))
        else resolve(result ?? {})
      })
      this.#socket.send(JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) }))
    })
  }
}

function pssMb(pid: number): number {
  const text = readFileSync(path.join('/proc', String(pid), 'smaps_rollup'), 'utf8')
  return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1]) / 1024
}

/** The bare one, with its own empty folder. @param utility with an empty utility process, as the desk has its core */
export function startBare(userData: string, utility: boolean): Promise<ElectronWindow> {
  return ElectronWindow.start([path.join(root, 'tests/bench/bare-electron')], {
    BARE_USER_DATA: userData, ...(utility ? { BARE_UTILITY: '1' } : {}),
  })
}

/** The desk of the checkout, with a keyring that answers at once. */
export function startDesk(userData: string): Promise<ElectronWindow> {
  return ElectronWindow.start(['-r', path.join(root, 'tests/bench/keyring.cjs'), root], { SHIFTDESK_USER_DATA: userData })
}
