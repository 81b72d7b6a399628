import type { EntityName } from '../domain/entities/entity.ts'
import { _markAcknowledged, readOutbox, type Settled } from '../db/local/outbox.ts'
import { applyPage, type Change } from '../db/synced/apply-page.ts'
import { hash64 } from '../protocol/hash64.ts'
import type { CallInput, CallName, CallOutput, QueryArgs, QueryName, QueryValue } from '../protocol/desk-api.ts'
import { Desk } from './desk.ts'
import { replayAll } from './replay/replay.ts'
import type { OpenDesk } from './session/open-desk.ts'
import { NetworkError } from './sync/errors.ts'
import type { Transport } from './sync/transport.ts'
import type { Clock } from '../domain/ports.ts'
import { VirtualClock } from './time/virtual-clock.ts'

export const ME = { personId: 'me', account: 'xiaoan', name: '小安', roles: ['agent' as const], teamIds: ['t'] }

/** For tests: a server that lets the agent in and is then not to be reached. */
export function signInOnly(clock: Pick<Clock, 'now'>): Transport & { reachable: boolean } {
  return {
    reachable: true,
    async request(request) {
      if (!this.reachable || !request.url.endsWith('/v1/auth/sign-in')) throw new NetworkError('away')
      const session = {
        accessToken: 'access', accessExpiresAtMs: clock.now() + 900_000, refreshToken: 'refresh-token', deviceId: 'd1', epoch: 'e',
        shop: { id: 'shop', name: '云朵小铺' }, me: ME, serverNowMs: clock.now(), offlineLeaseHours: 72,
      }
      return {
        status: 200, header: () => null, text: async () => JSON.stringify(session), bytes: async () => new Uint8Array(),
        chunks: async function* () { /* none */ }, cancel: () => undefined,
      }
    },
  }
}

/** For tests: the whole core with virtual time and no network after sign-in. */
export class OfflineDesk {
  readonly clock: VirtualClock
  readonly transport: Transport & { reachable: boolean }
  readonly desk: Desk
  #ids = 0
  #seq = 0

  constructor(dir: string, clock = new VirtualClock(), transport = signInOnly(clock)) {
    this.clock = clock
    this.transport = transport
    this.desk = new Desk({
      options: { dir, loopbackOnly: true, locale: 'zh-CN', appVersion: 'test', trial: null, proxy: null }, clock,
      ids: { next: () => `id-${clock.now()}-${this.#ids++}` }, random: () => 0.5, transport, deviceName: 'test', log: () => undefined,
      secrets: { read: async () => null, write: () => undefined, hold: () => undefined, held: async () => null },
    })
  }

  signIn(password = 'secret'): Promise<string> {
    return this.code('session.signIn', { api: 'http://127.0.0.1:9', shop: 'yunduo', account: 'xiaoan', password, staySignedIn: false })
  }

  get open(): OpenDesk {
    const desk = this.desk.session.desk
    if (!desk) throw new Error('not signed in')
    return desk
  }

  /** Rows as if a pull had brought them. */
  pulled(rows: [EntityName, { id: string }][], change: { lastMutationId?: number; results?: Settled[] } = {}): void {
    this.#pull(rows.map(([entity, row]): Change => ({ op: 'put', scope: 's', entity, id: row.id, seq: String(++this.#seq), row })), change)
  }

  /** Rows that are not for this desk any more, or that are gone. */
  left(rows: [EntityName, id: string][]): void {
    this.#pull(rows.map(([entity, id]): Change => ({ op: 'leave', scope: 's', entity, id })))
  }

  /** The server has dealt with all that waits, and says how. */
  settled(status: Settled['status']): void {
    const { file } = this.open
    const waiting = readOutbox(file.read)
    const results = waiting.map(({ id }): Settled => ({ id, status, code: status === 'applied' ? null : 'forbidden', text: null }))
    const last = waiting.at(-1)?.id
    if (last === undefined) return
    file.write(db => _markAcknowledged(db, last, results))
    this.pulled([], { lastMutationId: last })
  }

  #pull(changes: Change[], { lastMutationId, results = [] }: { lastMutationId?: number; results?: Settled[] } = {}): void {
    const page = { changes, cookie: 'k', epoch: 'e', lastMutationId: lastMutationId ?? null, results, nowMs: this.clock.now() }
    applyPage(this.open.file, page, hash64, db => replayAll(db, this.open.me))
  }

  async call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
    const answer = await this.desk.call(name, input)
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${answer.error.detail ?? ''}`)
    return answer.value as CallOutput<N>
  }

  async code<N extends CallName>(name: N, input: CallInput<N>): Promise<string> {
    const answer = await this.desk.call(name, input)
    return answer.ok ? 'ok' : answer.error.code
  }

  /** @returns what a live query says now */
  value<N extends QueryName>(name: N, args: QueryArgs<N>): QueryValue<N> {
    let now: unknown
    this.desk.subscribe(name, args, { value: value => { now = value }, error: error => { throw new Error(error.code) } })()
    return now as QueryValue<N>
  }
}
