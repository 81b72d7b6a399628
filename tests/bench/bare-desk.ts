import type { PullResponse, SnapshotLine } from '../../protocol/sync.ts'
import { SCHEMA_VERSION } from '../../protocol/sync.ts'
import { BareFile } from './bare-file.ts'

export type Account = { api: string; shop: string; account: string; password: string }
type Session = { accessToken: string; deviceId: string }

const BATCH = 1_000

/** The least that can be done with the same routes: fetch, parse, insert in batches. */
export class BareDesk {
  readonly #file: BareFile
  readonly #api: string
  readonly #session: Session
  #cookie = ''
  #epoch = ''

  private constructor(file: BareFile, api: string, session: Session) {
    this.#file = file
    this.#api = api
    this.#session = session
  }

  static async signIn({ api, shop, account, password }: Account, path: string): Promise<BareDesk> {
    const response = await fetch(`${api}/v1/auth/sign-in`, {
      method: 'POST', headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ shop, account, password, deviceId: null, deviceName: 'bare' }),
    })
    if (!response.ok) throw new Error(`sign-in: ${response.status} ${await response.text()}`)
    return new BareDesk(new BareFile(path), api, await response.json() as Session)
  }

  /** The snapshot, inserted as it comes. @returns rows and milliseconds */
  async initial(): Promise<{ rows: number; tookMs: number }> {
    const startedMs = performance.now()
    const response = await this.#post('/v1/sync/snapshot', { epoch: null })
    const decoder = new TextDecoder()
    let rest = ''
    let rows = 0
    let batch: Extract<SnapshotLine, { kind: 'row' }>[] = []
    const flush = (): void => {
      this.#file.write(db => { for (const { entity, row, seq } of batch) this.#file.put(db, entity, row as Record<string, unknown>, seq) })
      rows += batch.length
      batch = []
    }
    for await (const chunk of response.body ?? []) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      for (const text of lines) {
        const line = JSON.parse(text) as SnapshotLine
        if (line.kind === 'row') batch.push(line)
        else if (line.kind === 'begin') this.#epoch = line.epoch
        else this.#cookie = line.cookie
        if (batch.length >= BATCH) flush()
      }
    }
    flush()
    if (this.#cookie === '') throw new Error('the snapshot had no end')
    return { rows, tookMs: performance.now() - startedMs }
  }

  /** Pulls to the head, a transaction a page. @returns rows and milliseconds */
  async catchUp(): Promise<{ rows: number; tookMs: number }> {
    const startedMs = performance.now()
    let rows = 0
    for (let atHead = false; !atHead;) {
      const response = await this.#post('/v1/sync/pull', { epoch: this.#epoch, cookie: this.#cookie })
      const page = await response.json() as PullResponse
      this.#file.write(db => {
        for (const change of page.changes) {
          if (change.op !== 'put') continue
          this.#file.put(db, change.entity, change.row as Record<string, unknown>, change.seq)
          rows += 1
        }
      })
      this.#cookie = page.cookie
      atHead = page.atHead
    }
    return { rows, tookMs: performance.now() - startedMs }
  }

  close(): void {
    this.#file.close()
  }

  async #post(route: string, body: Record<string, unknown>): Promise<Response> {
    const response = await fetch(this.#api + route, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.#session.accessToken}` },
      body: JSON.stringify({ deviceId: this.#session.deviceId, schema: SCHEMA_VERSION, ...body }),
    })
    if (!response.ok) throw new Error(`${route}: ${response.status} ${await response.text()}`)
    return response
  }
}
