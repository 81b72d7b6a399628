import path from 'node:path'
import type { Answer, CallInput, CallName, FromCore, QueryName, QueryValue } from '../../protocol/desk-api.ts'
import { TcpProxy } from '../network/tcp-proxy.ts'
import { PASSWORD, SHOP } from './prepare.ts'
import type { Account } from './prepare.ts'
import { Child, sleep, within } from './processes.ts'

const WATCHED = ['session', 'sync', 'conversations', 'inbox', 'team'] as const
type Watched = (typeof WATCHED)[number]
/** The longest any call of the desk may take by contract, and some more for two busy cores. */
const CALL_LIMIT_MS = 40_000

/** The answer never came: the desk was killed, or is stopped. Whether it happened is not known. */
export type Outcome<T> = Answer<T> | null

/** One agent's headless desk (core/headless.ts) behind a line of its own, and the values of its live queries. */
export class Desk {
  readonly account: Account
  readonly folder: string
  readonly line: TcpProxy
  readonly #logFolder: string
  #child: Child | null = null
  #nextId = 1
  #calls = new Map<number, (answer: Outcome<unknown>) => void>()
  #queries = new Map<number, (value: unknown) => void>()
  #values = new Map<Watched, unknown>()
  starts = 0
  /** Times the agent had to type the password again: at a start without the server, or because the desk asked for it. */
  signIns = 0
  #signingIn = false
  #meant = false
  /** Times it ended without being killed; it is started again then, as its shell does. */
  readonly crashes: string[] = []

  private constructor(account: Account, folder: string, line: TcpProxy) {
    this.account = account
    this.#logFolder = folder
    this.folder = path.join(folder, `desk-${account}`)
    this.line = line
  }

  /** @param apiPort of the balancer */
  static async make(account: Account, folder: string, apiPort: number): Promise<Desk> {
    return new Desk(account, folder, await TcpProxy.open(() => [apiPort]))
  }

  /** Starts the process. It signs in by itself, and offline when it must. */
  start(): void {
    this.starts += 1
    this.#calls = new Map()
    this.#queries = new Map()
    this.#values = new Map()
    const child = new Child('core/headless.ts', ['--api', this.line.url, '--shop', SHOP, '--user', this.account,
      '--password', PASSWORD, '--dir', this.folder], {
      logFile: path.join(this.#logFolder, `desk-${this.account}.log`),
      onLine: line => { if (this.#child === child) this.#read(line) },
    })
    this.#child = child
    this.#meant = false
    void child.ended.then(() => {
      if (this.#child !== child) return
      this.#giveUp()
      if (this.#meant) return
      this.crashes.push(`the desk of ${this.account} ended by itself`)
      this.start()
    })
  }

  /** Waits until it is signed in; the agent tries again and again. */
  async untilReady(): Promise<void> {
    while (!this.ready) await sleep(100)
  }

  get alive(): boolean {
    return this.#child?.alive ?? false
  }

  /** Signed in with its file open: calls are taken. */
  get ready(): boolean {
    return this.alive && this.value('session')?.state === 'ready'
  }

  /** @returns the last value of a live query, undefined while none came since the start */
  value<N extends Watched>(name: N): QueryValue<N> | undefined {
    return this.#values.get(name) as QueryValue<N> | undefined
  }

  async call<N extends CallName>(name: N, input: CallInput<N>): Promise<Outcome<unknown>> {
    const child = this.#child
    if (!child?.alive) return null
    const id = this.#nextId++
    const answer = new Promise<Outcome<unknown>>(resolve => { this.#calls.set(id, resolve) })
    child.write(JSON.stringify({ t: 'call', id, name, input }))
    const [value] = await Promise.all([Promise.race([answer, sleep(CALL_LIMIT_MS).then(() => null)])])
    this.#calls.delete(id)
    return value
  }

  /** A live query's first value; null when none came in time. */
  async ask<N extends QueryName>(name: N, args: unknown, limitMs = 5_000): Promise<QueryValue<N> | null | undefined> {
    const id = this.#nextId++
    let value: unknown
    const came = new Promise<void>(resolve => {
      this.#queries.set(id, first => {
        value = first
        resolve()
      })
    })
    this.#child?.write(JSON.stringify({ t: 'subscribe', id, name, args }))
    const inTime = await within(limitMs, came)
    this.#child?.write(JSON.stringify({ t: 'unsubscribe', id }))
    this.#queries.delete(id)
    return inTime ? value as QueryValue<N> : undefined
  }

  async kill(): Promise<void> {
    this.#meant = true
    await this.#child?.kill()
  }

  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.#child?.signal(signal)
  }

  #read(line: string): void {
    let frame: FromCore
    try {
      frame = JSON.parse(line) as FromCore
    } catch {
      return
    }
    switch (frame.t) {
      case 'hello':
        for (const name of WATCHED) this.#watch(name)
        break
      case 'answer':
        this.#calls.get(frame.id)?.(frame.answer)
        break
      case 'value':
        this.#queries.get(frame.id)?.(frame.value)
        break
      case 'query_error':
        break
    }
  }

  #watch(name: Watched): void {
    const id = this.#nextId++
    this.#queries.set(id, value => {
      this.#values.set(name, value)
      if (name === 'session') void this.#signInAgain()
    })
    this.#child?.write(JSON.stringify({ t: 'subscribe', id, name, args: {} }))
  }

  /** A person at the desk types the password again when asked to, after a moment. The first try is the program's own. */
  async #signInAgain(): Promise<void> {
    if (this.#signingIn) return
    this.#signingIn = true
    try {
      for (;;) {
        await sleep(1_000)
        const session = this.value('session')
        if (!this.alive || session === undefined || (session.state !== 'signed_out' && !session.needsSignIn)) return
        this.signIns += 1
        await this.call('session.signIn', { api: this.line.url, shop: SHOP, account: this.account, password: PASSWORD, staySignedIn: false })
      }
    } finally {
      this.#signingIn = false
    }
  }

  #giveUp(): void {
    for (const resolve of this.#calls.values()) resolve(null)
    this.#calls.clear()
  }
}
