import type { EntityName } from '../../domain/entities/entity.ts'
import { addMod64, hash64 } from '../../protocol/hash64.ts'
import type { MutationArgs, MutationName } from '../../protocol/mutations.ts'
import { SCHEMA_VERSION } from '../../protocol/sync.ts'
import type { MutationEnvelope, MutationResult, PullResponse, PushResponse, SnapshotLine } from '../../protocol/sync.ts'
import type { ApiContext, RequestAuth } from '../context.ts'
import { readStored } from '../store/entities.ts'
import { grantedScopes } from '../store/grants.ts'
import { pull } from './pull.ts'
import { push } from './push.ts'
import { readView } from './read-snapshot.ts'

interface Held {
  seq: string
  row: unknown
  scopes: Set<string>
}

/** The smallest desk there can be: applies pages as the protocol says, and knows nothing else. For tests of the server. */
export class TestDesk {
  readonly auth: RequestAuth
  /** Settable: a test may run the desk against another node. */
  context: ApiContext
  readonly rows = new Map<string, Held>()
  readonly results = new Map<number, MutationResult>()
  cookie: string | null = null
  epoch = ''
  scopes = new Set<string>()
  lastMutationId = 0
  nextId = 1

  constructor(context: ApiContext, auth: { tenant: string, personId: string, deviceId: string }) {
    this.context = context
    this.auth = { ...auth, roles: ['agent'] }
  }

  async page(): Promise<PullResponse> {
    const page = await pull(this.context, this.auth, {
      deviceId: this.auth.deviceId, epoch: this.epoch, schema: SCHEMA_VERSION, cookie: this.cookie,
    })
    this.apply(page)
    return page
  }

  /** Pulls until a page reaches the head. */
  async catchUp(): Promise<PullResponse> {
    for (let pages = 0; pages < 10_000; pages++) {
      const page = await this.page()
      if (page.atHead) return page
    }
    throw new Error('the head is never reached')
  }

  apply(page: PullResponse): void {
    for (const change of page.changes) {
      if (change.op === 'drop_scope') {
        for (const [key, held] of this.rows) this.#leave(key, held, change.scope)
        continue
      }
      const key = `${change.entity}\n${change.id}`
      const held = this.rows.get(key)
      if (change.op === 'leave') {
        if (held) this.#leave(key, held, change.scope)
        continue
      }
      this.rows.set(key, { seq: change.seq, row: change.row, scopes: new Set([...held?.scopes ?? [], change.scope]) })
    }
    this.cookie = page.cookie
    this.epoch = page.epoch
    if (page.lastMutationId !== null) this.lastMutationId = page.lastMutationId
    for (const result of page.results) this.results.set(result.id, result)
  }

  #leave(key: string, held: Held, scope: string): void {
    held.scopes.delete(scope)
    if (held.scopes.size === 0) this.rows.delete(key)
  }

  /** Takes over a snapshot as a whole. */
  adopt(lines: readonly SnapshotLine[]): void {
    this.rows.clear()
    for (const line of lines) {
      if (line.kind === 'row') this.rows.set(`${line.entity}\n${line.id}`, { seq: line.seq, row: line.row, scopes: new Set(line.scopes) })
      if (line.kind === 'begin') this.epoch = line.epoch
      if (line.kind === 'end') {
        this.cookie = line.cookie
        this.lastMutationId = line.lastMutationId
      }
    }
  }

  /** What the desk's own rows sum up to, per scope. */
  sums(): Record<string, string> {
    const sums = new Map<string, bigint>()
    for (const [key, { seq, scopes }] of this.rows) {
      const [entity = '', id = ''] = key.split('\n')
      for (const scope of scopes) sums.set(scope, addMod64(sums.get(scope) ?? 0n, hash64(entity, id, seq)))
    }
    return Object.fromEntries([...sums].map(([scope, sum]) => [scope, sum.toString()]))
  }

  envelope<N extends MutationName>(name: N, args: MutationArgs<N>): MutationEnvelope {
    const id = this.nextId++
    return { id, key: `key-${this.auth.deviceId.slice(-20)}-${id}`, name, args, atMs: this.context.clock.now() }
  }

  async send(...mutations: MutationEnvelope[]): Promise<PushResponse> {
    const { epoch } = await this.#head()
    return push(this.context, this.auth, { deviceId: this.auth.deviceId, epoch, schema: SCHEMA_VERSION, mutations })
  }

  /** One intent, pushed at once. */
  async do<N extends MutationName>(name: N, args: MutationArgs<N>): Promise<MutationResult> {
    const response = await this.send(this.envelope(name, args))
    return response.results[0]!
  }

  async #head(): Promise<{ epoch: string }> {
    const [row] = await this.context.sql<{ epoch: string }[]>`select epoch from tenant_head where tenant = ${this.auth.tenant}`
    return row!
  }
}

/** What the server holds in the scopes of a person, read without the change log: the truth a quiet desk must equal. */
export async function serverRows(context: ApiContext, auth: RequestAuth): Promise<Map<string, Held>> {
  return readView(context, auth, async ({ db }) => {
    const scopes = await grantedScopes(db.tx, auth.tenant, auth.personId)
    const places = await db.tx<{ scope: string, entity: EntityName, id: string }[]>`
      select scope, entity, id from scope_row where tenant = ${auth.tenant} and scope = any(${scopes})`
    const rows = new Map<string, Held>()
    for (const entity of new Set(places.map((place) => place.entity))) {
      const ids = [...new Set(places.filter((place) => place.entity === entity).map(({ id }) => id))]
      for (const { row, seq } of await readStored(db, entity, ids)) {
        const held = places.filter((place) => place.entity === entity && place.id === row.id).map(({ scope }) => scope)
        rows.set(`${entity}\n${row.id}`, { seq: String(seq), row, scopes: new Set(held) })
      }
    }
    return rows
  })
}
