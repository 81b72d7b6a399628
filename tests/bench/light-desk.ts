import http from 'node:http'
import { createParser } from 'eventsource-parser'
import type { RefreshResponse } from '../../protocol/rest.ts'
import { SCHEMA_VERSION } from '../../protocol/sync.ts'
import type { PullResponse, SnapshotLine } from '../../protocol/sync.ts'

/** What a light desk is made from: a session that was made for it. */
export type LightSession = { deviceId: string; accessToken: string; refreshToken: string }

/** What happened to it, by the clock of this process (ms). */
type LightTimes = {
  /** Seq of a release's row -> when it was applied here. */
  applied: Map<string, number>
  /** From a poke to the rows it told of being here. */
  pokeToApplied: number[]
  errors: string[]
}

const POLL_MS = 45_000

/**
 * A desk without a file: signs on by tokens, takes the snapshot, holds the stream, pulls when poked and tells what it has applied, with
 * connections of its own, as the real one does. Hundreds of them fit one process.
 */
export class LightDesk {
  readonly times: LightTimes = { applied: new Map(), pokeToApplied: [], errors: [] }
  readonly #api: URL
  readonly #session: LightSession
  #agent = new http.Agent({ keepAlive: true })
  #cookie = ''
  #epoch = ''
  #headSeen = -1
  #pulling: Promise<void> | null = null
  #pullAgain = false
  #stream: http.ClientRequest | null = null
  #poll: NodeJS.Timeout | null = null
  #spread: NodeJS.Timeout | null = null
  /** When the poke came that the next page answers. */
  #pokedAt: number | null = null
  #online = false

  constructor(api: string, session: LightSession) {
    this.#api = new URL(api)
    this.#session = session
  }

  /** The first download; nothing is kept of it but where it ended. */
  async snapshot(): Promise<void> {
    const text = await this.#ask('POST', '/v1/sync/snapshot', { deviceId: this.#session.deviceId, epoch: null, schema: SCHEMA_VERSION })
    const lines = text.trimEnd().split('\n')
    const begin = JSON.parse(lines[0] ?? '') as SnapshotLine
    const end = JSON.parse(lines.at(-1) ?? '') as SnapshotLine
    if (begin.kind !== 'begin' || end.kind !== 'end') throw new Error('a snapshot without begin or end')
    this.#epoch = begin.epoch
    this.#cookie = end.cookie
    this.#headSeen = Number(begin.seq)
  }

  /** Opens the stream and catches up. @returns when it is at the head */
  async goOnline(): Promise<void> {
    this.#online = true
    this.#listen()
    await this.pull()
  }

  /** New tokens first, as after a night. */
  async comeBack(): Promise<void> {
    const answer = JSON.parse(await this.#ask('POST', '/v1/auth/refresh', { refreshToken: this.#session.refreshToken })) as RefreshResponse
    this.#session.accessToken = answer.accessToken
    this.#session.refreshToken = answer.refreshToken
    await this.goOnline()
  }

  /** The cable is pulled. */
  cut(): void {
    this.#online = false
    if (this.#poll) clearTimeout(this.#poll)
    if (this.#spread) clearTimeout(this.#spread)
    this.#spread = null
    this.#stream?.destroy()
    this.#stream = null
    this.#agent.destroy()
    this.#agent = new http.Agent({ keepAlive: true })
  }

  async quiet(): Promise<void> {
    await this.#pulling?.catch(() => undefined)
  }

  /** One pull in flight and one pending. */
  async pull(): Promise<void> {
    if (this.#pulling) {
      this.#pullAgain = true
      return this.#pulling
    }
    this.#pulling = this.#toHead().finally(() => {
      this.#pulling = null
      if (!this.#pullAgain || !this.#online) return
      this.#pullAgain = false
      this.#inBackground()
    })
    return this.#pulling
  }

  async #toHead(): Promise<void> {
    if (this.#poll) clearTimeout(this.#poll)
    const releases: string[] = []
    for (let atHead = false; !atHead;) {
      const page = JSON.parse(await this.#ask('POST', '/v1/sync/pull', {
        deviceId: this.#session.deviceId, epoch: this.#epoch, schema: SCHEMA_VERSION, cookie: this.#cookie,
      })) as PullResponse
      const now = performance.now()
      this.#cookie = page.cookie
      atHead = page.atHead
      for (const change of page.changes) {
        if (change.op !== 'put' || change.entity !== 'release') continue
        releases.push(change.id)
        if (!this.times.applied.has(change.id)) this.times.applied.set(change.id, now)
      }
      if (atHead) {
        this.#headSeen = Math.max(this.#headSeen, Number(page.headSeq))
        if (releases.length > 0 && this.#pokedAt !== null) this.times.pokeToApplied.push(now - this.#pokedAt)
        this.#pokedAt = null
        if (releases.length > 0) {
          void this.#ask('POST', '/v1/sync/applied', { deviceId: this.#session.deviceId, seq: page.headSeq }).catch(error => this.#failed(error))
        }
      }
    }
    if (this.#online) this.#poll = setTimeout(() => this.#inBackground(), POLL_MS * (0.8 + 0.4 * Math.random()))
  }

  #inBackground(): void {
    void this.pull().catch(error => this.#failed(error))
  }

  #failed(error: unknown): void {
    if (this.#online) this.times.errors.push(String(error))
  }

  #listen(): void {
    const parser = createParser({
      onEvent: ({ event, data }) => {
        if (event !== 'poke') return
        const { seq, spreadMs = 0 } = JSON.parse(data) as { seq: string; spreadMs?: number }
        if (Number(seq) <= this.#headSeen) return
        this.#pokedAt ??= performance.now()
        if (this.#spread) return
        this.#spread = setTimeout(() => {
          this.#spread = null
          this.#inBackground()
        }, Math.random() * spreadMs)
      },
    })
    this.#stream = http.request(new URL(`/v1/sync/stream?deviceId=${this.#session.deviceId}`, this.#api), {
      agent: this.#agent, headers: { authorization: `Bearer ${this.#session.accessToken}`, accept: 'text/event-stream' },
    }, response => {
      if (response.statusCode !== 200) this.#failed(new Error(`stream: ${response.statusCode}`))
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => parser.feed(chunk))
      response.on('error', error => this.#failed(error))
    })
    this.#stream.on('error', error => this.#failed(error))
    this.#stream.end()
  }

  /** @throws on anything but a 2xx: nothing is tried again, so that nothing is hidden */
  #ask(method: string, path: string, body: unknown): Promise<string> {
    const text = JSON.stringify(body)
    return new Promise((resolve, reject) => {
      const request = http.request(new URL(path, this.#api), {
        method, agent: this.#agent,
        headers: { authorization: `Bearer ${this.#session.accessToken}`, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) },
      }, response => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const answer = Buffer.concat(chunks).toString()
          if (response.statusCode !== undefined && response.statusCode < 300) resolve(answer)
          else reject(new Error(`${path}: ${response.statusCode} ${answer.slice(0, 200)}`))
        })
      })
      request.on('error', reject)
      request.end(text)
    })
  }
}
