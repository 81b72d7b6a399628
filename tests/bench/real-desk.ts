import { setTimeout as sleep } from 'node:timers/promises'
import path from 'node:path'
import { fetchTransport } from '../../core/edge/fetch-transport.ts'
import type { Transport } from '../../core/sync/transport.ts'
import { cuttable, TestDesk } from '../desk/test-desk.ts'
import { BareFile } from './bare-file.ts'
import type { Account } from './bare-desk.ts'
import { watchLoop } from './stall-probe.ts'
import type { Stall } from './stall-probe.ts'

const PATIENCE_MS = 300_000
const IDLE_MS = 3_000

/** The product's own core, whole, in this process: loops, live queries as a window has them, encrypted file. */
export class RealDesk {
  readonly #desk: TestDesk
  readonly #network: ReturnType<typeof cuttable>
  readonly #dir: string
  #snapshotAtMs: number | null = null

  constructor(dir: string) {
    this.#dir = dir
    const way = fetchTransport(true)
    const noting: Transport = {
      request: request => {
        if (request.url.endsWith('/v1/sync/snapshot')) this.#snapshotAtMs ??= performance.now()
        return way.request(request)
      },
    }
    this.#network = cuttable(noting)
    this.#desk = new TestDesk(dir, this.#network)
  }

  /**
   * Sign-in and first download, from the request for the snapshot until desk and server agree.
   * @returns milliseconds of both, and the loop's longest stall during the download and when idle
   */
  async initial(account: Account): Promise<{ rows: number; tookMs: number; signInMs: number; stall: Stall; idle: Stall }> {
    for (const name of ['conversations', 'sync', 'today', 'team', 'alert', 'session'] as const) {
      this.#desk.desk.subscribe(name, {}, { value: () => undefined, error: () => undefined })
    }
    const startedMs = performance.now()
    const done = this.#desk.until('sync', {}, ({ state }) => state === 'online', PATIENCE_MS)
    await this.#desk.call('session.signIn', { ...account, staySignedIn: false })
    const signInMs = performance.now() - startedMs
    const stop = watchLoop()
    await done
    const tookMs = performance.now() - (this.#snapshotAtMs ?? startedMs)
    const stall = stop()
    const stopIdle = watchLoop()
    await sleep(IDLE_MS)
    return { rows: this.#count('SELECT count(*) AS n FROM message'), tookMs, signInMs, stall, idle: stopIdle() }
  }

  /** Cuts the network, so that what is changed meanwhile has to be caught up with. */
  away(): void {
    this.#network.cut = true
  }

  /** @returns milliseconds from the network's return until desk and server agree */
  async catchUp(deliveredAtMs: number): Promise<{ rows: number; tookMs: number }> {
    const startedMs = performance.now()
    const wallMs = Date.now()
    const done = this.#desk.until('sync', {}, ({ state, syncedAtMs }) => state === 'online' && (syncedAtMs ?? 0) > wallMs - 100, PATIENCE_MS)
    this.#network.cut = false
    await this.#desk.call('sync.now', {})
    await done
    const tookMs = performance.now() - startedMs
    this.away()
    return { rows: this.#count('SELECT count(*) AS n FROM message WHERE delivered_at_ms = ?', deliveredAtMs), tookMs }
  }

  /** Messages queued without a network, each beside a plain insert and commit into a file of the same kind. */
  async commits(conversationId: string, count: number): Promise<{ sendMs: number[]; bareMs: number[] }> {
    this.away()
    await this.#desk.call('settings.save', { takeBackSec: 0 })
    this.#desk.desk.subscribe('thread', { conversationId, limit: 50 }, { value: () => undefined, error: () => undefined })
    const bare = new BareFile(path.join(this.#dir, 'bare-commits.db'))
    const sendMs: number[] = []
    const bareMs: number[] = []
    const insert = 'INSERT INTO outbox (id, key, name, args, at_ms) VALUES (?, ?, ?, ?, ?)'
    for (let n = 1; n <= count; n++) {
      const body = `第 ${n} 句：您好，帮您查一下，稍等马上回复`
      const sentMs = performance.now()
      await this.#desk.call('message.send', { conversationId, body, kind: null, scriptId: null, attachmentIds: [], quoteId: null })
      sendMs.push(performance.now() - sentMs)
      // The loops the call has woken have their turn before the yardstick's.
      await sleep(2)
      const bareAtMs = performance.now()
      bare.write(db => db.run(insert, n, `key-${n}`, 'message.send', JSON.stringify({ conversationId, body }), n))
      bareMs.push(performance.now() - bareAtMs)
      await sleep(2)
    }
    bare.close()
    return { sendMs, bareMs }
  }

  async close(): Promise<void> {
    await this.#desk.desk.stop()
  }

  #count(sql: string, ...params: number[]): number {
    return this.#desk.desk.session.deskEvenLocked?.file.read.get<{ n: number }>(sql, ...params)?.n ?? 0
  }
}
