import { Readable, pipeline } from 'node:stream'
import { createGzip } from 'node:zlib'
import type { EntityName } from '../../domain/entities/entity.ts'
import { SCOPES_OF } from '../../domain/entities/scopes.ts'
import type { PullRequest, SnapshotLine } from '../../protocol/sync.ts'
import { downcastRow } from '../../protocol/versions/cast.ts'
import type { ApiContext, RequestAuth } from '../context.ts'
import { ProblemError } from '../routes/problem.ts'
import { sealCookie } from './cookie.ts'
import { loadRows } from './pull.ts'
import { readView, scopeSums } from './read-snapshot.ts'
import type { ReadView } from './read-snapshot.ts'
import { checkSchema } from './versions.ts'

const SLICE_ROWS = 500
/** Each holds a connection while its desk reads; further ones are asked to come back. */
const AT_ONCE = 4
/** How long a slow desk may take for one slice. */
const SLICE_IDLE_MS = 30_000

type Who = Pick<RequestAuth, 'tenant' | 'personId' | 'deviceId'>

/** Snapshots of one node. */
export class Snapshots {
  #running = 0
  readonly #context: ApiContext

  constructor(context: ApiContext) {
    this.#context = context
  }

  /**
   * Everything a device may see, at one seq, as NDJSON: begin, rows, end with the cookie to go on from. All of it is read from
   * one database snapshot, which is held while the desk reads. Throws ProblemError 426, 401, 503 `busy`.
   */
  async open(auth: Who, request: Omit<PullRequest, 'cookie'>, gzip: boolean): Promise<Readable> {
    checkSchema(request.schema)
    if (request.deviceId !== auth.deviceId) throw new ProblemError(403, 'not_allowed', { detail: 'not the device of this session' })
    if (this.#running >= AT_ONCE) throw new ProblemError(503, 'busy', { retryAfterSec: 2 })
    const lines = this.#lines(auth, request.schema)
    // The first line is read here, so that a refusal is an answer and not a broken stream.
    const first = await lines.next()
    const stream = Readable.from(chunks(first.value ?? '', lines), { objectMode: false })
    if (!gzip) return stream
    // An error of the source destroys the compressed stream with it: that is how the desk learns of it.
    return pipeline(stream, createGzip({ level: 3 }), () => undefined)
  }

  /** Turns the callback of readView around: slices of lines, asked for one by one. */
  async * #lines(auth: Who, schema: number): AsyncGenerator<string, undefined> {
    const context = this.#context
    const slices = new Handover<string>()
    this.#running += 1
    const reading = readView(context, auth, (view) => write(context, auth, schema, view, slices), SLICE_IDLE_MS)
      .then(() => slices.end(), (error: unknown) => slices.fail(error))
      .finally(() => { this.#running -= 1 })
    try {
      for (let slice = await slices.take(); slice !== null; slice = await slices.take()) yield slice
    } finally {
      slices.abandon()
      await reading
    }
    return undefined
  }
}

async function * chunks(first: string, rest: AsyncGenerator<string>): AsyncGenerator<Buffer> {
  yield Buffer.from(first)
  for await (const slice of rest) yield Buffer.from(slice)
}

async function write(
  context: ApiContext, { tenant, personId, deviceId }: Who, schema: number, view: ReadView, slices: Handover<string>,
): Promise<void> {
  const { tx } = view.db
  const text = (line: SnapshotLine) => JSON.stringify(line) + '\n'
  const scopes = view.scopes as string[]
  const [counted] = await tx<{ rows: number }[]>`
    select count(*) as rows from (select distinct entity, id from scope_row where tenant = ${tenant} and scope = any(${scopes})) as held`
  await slices.give(text({ kind: 'begin', epoch: view.epoch, seq: String(view.head), scopes, rows: counted?.rows ?? 0 }))
  await tx`declare held no scroll cursor for
    select entity, id, array_agg(scope order by scope) as scopes from scope_row where tenant = ${tenant} and scope = any(${scopes})
    group by entity, id order by entity, id`
  for (;;) {
    const places = await tx<{ entity: EntityName, id: string, scopes: string[] }[]>`fetch ${tx.unsafe(String(SLICE_ROWS))} from held`
    if (places.length === 0) break
    const rows = await loadRows(view, places)
    let slice = ''
    for (const { entity, id, scopes: held } of places) {
      const found = rows.get(`${entity}\n${id}`)
      if (!found) continue
      const own = (SCOPES_OF[entity] as (row: unknown) => string[])(found.row)
      slice += text({
        kind: 'row', entity, id, seq: String(found.seq), scopes: held.filter((scope) => own.includes(scope)),
        row: downcastRow(entity, found.row, schema),
      })
    }
    if (!await slices.give(slice)) return
  }
  const cookie = sealCookie(context.config.signingKey, {
    tenant, person: personId, device: deviceId, epoch: view.epoch, seq: view.head, mutation: view.lastMutationId, scopes, fill: null,
  })
  await slices.give(text({ kind: 'end', cookie, lastMutationId: view.lastMutationId, scopeSums: await scopeSums(view, scopes) }))
}

/** One value at a time from a writer to a reader; the writer waits until it was taken. */
class Handover<T> {
  #value: { held: T } | { failed: unknown } | 'end' | null = null
  #left = false
  #wakeReader: (() => void) | null = null
  #wakeWriter: (() => void) | null = null

  /** @returns false once the reader has left */
  async give(value: T): Promise<boolean> {
    if (this.#left) return false
    this.#value = { held: value }
    this.#wakeReader?.()
    await new Promise<void>((resolve) => { this.#wakeWriter = resolve })
    return !this.#left
  }

  end(): void {
    this.#value = 'end'
    this.#wakeReader?.()
  }

  fail(error: unknown): void {
    this.#value = { failed: error }
    this.#wakeReader?.()
  }

  /** The next value; null = no more. Throws what the writer failed with. */
  async take(): Promise<T | null> {
    if (this.#value === null) await new Promise<void>((resolve) => { this.#wakeReader = resolve })
    const value = this.#value
    this.#wakeReader = null
    if (value === null || value === 'end') return null
    if ('failed' in value) throw value.failed as Error
    this.#value = null
    this.#wakeWriter?.()
    return value.held
  }

  abandon(): void {
    this.#left = true
    this.#wakeWriter?.()
  }
}
