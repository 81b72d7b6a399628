import { SCOPES_OF } from '../../domain/entities/scopes.ts'
import type { EntityName } from '../../domain/entities/entity.ts'
import type { MutationResult, PullChange, PullRequest, PullResponse } from '../../protocol/sync.ts'
import { downcastRow } from '../../protocol/versions/cast.ts'
import type { ApiContext, RequestAuth } from '../context.ts'
import { ProblemError } from '../routes/problem.ts'
import { readStored } from '../store/entities.ts'
import type { StoredRow } from '../store/entities.ts'
import { openCookie, sealCookie } from './cookie.ts'
import type { Cookie } from './cookie.ts'
import { RecentRows, quickPull } from './quick-pull.ts'
import { readView, scopeSums } from './read-snapshot.ts'
import type { ReadView } from './read-snapshot.ts'
import { checkSchema } from './versions.ts'

/** Rows on a page. A commit has at most as many (MAX_CHANGE_ROWS), so a whole one always fits. */
export const PAGE_ROWS = 100
const MAX_RESULTS = 500

type Who = Pick<RequestAuth, 'tenant' | 'personId' | 'deviceId'>
/** `recent`: rows that went out a moment ago. `applied`: is told up to where the desk of this pull has applied everything. */
interface PullParts { recent?: RecentRows, applied?: (seq: number) => void }
interface Place { scope: string, entity: EntityName, id: string }

/**
 * The next page for a device: lost scopes first, then fill pages of new ones, then changes, whole commits only.
 * Throws ProblemError 410 `resync` (epoch, floor, a cookie ahead of the head or not this device's), 426, 401.
 */
export async function pull(context: ApiContext, auth: Who, request: PullRequest, more: PullParts = {}): Promise<PullResponse> {
  checkSchema(request.schema)
  if (request.deviceId !== auth.deviceId) throw new ProblemError(403, 'not_allowed', { detail: 'not the device of this session' })
  const cookie = request.cookie === null ? null : openCookie(context.config.signingKey, request.cookie)
  const own = isOwn(cookie, auth) ? cookie : null
  // What a desk keeps with its cookie it has applied.
  if (own) more.applied?.(own.seq)
  return (own && await quickly(context, auth, request, own, more.recent)) ?? thoroughly(context, auth, request, own)
}

const downcast = (changes: readonly PullChange[], schema: number): PullChange[] => (
  changes.map((change) => change.op === 'put' ? { ...change, row: downcastRow(change.entity, change.row, schema) } : change))

function isOwn(cookie: Cookie | null, { tenant, personId, deviceId }: Who): cookie is Cookie {
  return cookie !== null && cookie.tenant === tenant && cookie.person === personId && cookie.device === deviceId
}

async function quickly(
  context: ApiContext, auth: Who, request: PullRequest, cookie: Cookie, recent = new RecentRows(),
): Promise<PullResponse | null> {
  const page = await quickPull(context, auth, cookie, PAGE_ROWS, recent)
  if (!page) return null
  const { head, epoch, lastMutationId, changes, results, scopeSums: sums } = page
  return {
    epoch, cookie: sealCookie(context.config.signingKey, { ...cookie, seq: head, mutation: lastMutationId }), atHead: true, headSeq: String(head),
    changes: downcast(changes, request.schema), lastMutationId, results, scopeSums: sums, serverNowMs: context.clock.now(),
  }
}

function thoroughly(context: ApiContext, auth: Who, request: PullRequest, own: Cookie | null): Promise<PullResponse> {
  return readView(context, auth, async (view) => {
    const before = cookieOf(auth, request, own, view)
    const dropped = [...before.scopes, ...before.fill?.scopes ?? []].filter((scope) => !view.scopes.includes(scope))
    const changes: PullChange[] = dropped.map((scope) => ({ op: 'drop_scope', scope }))
    let cookie = withGrants(before, view)
    if (cookie.fill) cookie = await fill(view, cookie, changes)
    const followed = cookie.fill === null && await follow(view, cookie, changes)
    // A scope granted while a fill ran comes with the next page.
    const atHead = followed && cookie.scopes.length === view.scopes.length
    const results = atHead ? await resultsAfter(view, auth.deviceId, cookie.mutation) : []
    if (atHead) cookie = { ...cookie, mutation: view.lastMutationId }
    return {
      epoch: view.epoch,
      cookie: sealCookie(context.config.signingKey, cookie),
      atHead,
      headSeq: String(view.head),
      changes: downcast(changes, request.schema),
      lastMutationId: atHead ? view.lastMutationId : null,
      results,
      scopeSums: atHead ? await scopeSums(view, cookie.scopes) : null,
      serverNowMs: context.clock.now(),
    }
  })
}

function cookieOf(auth: Who, request: PullRequest, cookie: Cookie | null, view: ReadView): Cookie {
  const { tenant, personId, deviceId } = auth
  if (request.cookie === null) {
    const mutation = Math.max(0, view.lastMutationId - MAX_RESULTS)
    return { tenant, person: personId, device: deviceId, epoch: view.epoch, seq: view.head, mutation, scopes: [], fill: null }
  }
  if (!cookie || cookie.epoch !== view.epoch || cookie.seq > view.head || cookie.seq < view.floor) throw new ProblemError(410, 'resync')
  return cookie
}

/** Lost scopes go, new ones are filled from now on: what changes meanwhile is after `seq`, which does not move during a fill. */
function withGrants(cookie: Cookie, { scopes: granted }: ReadView): Cookie {
  const scopes = cookie.scopes.filter((scope) => granted.includes(scope))
  const filling = cookie.fill?.scopes.filter((scope) => granted.includes(scope)) ?? []
  if (filling.length > 0) return { ...cookie, scopes, fill: { scopes: filling, after: cookie.fill?.after ?? null } }
  const held = new Set(scopes)
  const fresh = granted.filter((scope) => !held.has(scope)).sort()
  return { ...cookie, scopes, fill: fresh.length > 0 ? { scopes: fresh, after: null } : null }
}

async function fill(view: ReadView, cookie: Cookie, changes: PullChange[]): Promise<Cookie> {
  const { tx, tenant } = view.db
  const { scopes, after } = cookie.fill ?? { scopes: [], after: null }
  const [scope, entity, id] = after ?? ['', '', '']
  const places = await tx<Place[]>`
    select scope, entity, id from scope_row where tenant = ${tenant} and scope = any(${scopes}) and (scope, entity, id) > (${scope}, ${entity}, ${id})
    order by scope, entity, id limit ${PAGE_ROWS}`
  await addRows(view, places, changes)
  const last = places.at(-1)
  if (last && places.length === PAGE_ROWS) return { ...cookie, fill: { scopes, after: [last.scope, last.entity, last.id] } }
  return { ...cookie, scopes: [...cookie.scopes, ...scopes].sort(), fill: null }
}

/** Adds the changes after the cookie, moves it on. @returns whether the page reaches the head */
async function follow(view: ReadView, cookie: Cookie, changes: PullChange[]): Promise<boolean> {
  const { tx, tenant } = view.db
  const room = PAGE_ROWS - changes.filter(({ op }) => op !== 'drop_scope').length
  const rows = await tx<(Place & { seq: number })[]>`
    select seq, scope, entity, entity_id as id from change
    where tenant = ${tenant} and seq > ${cookie.seq} and scope = any(${cookie.scopes}) and op <> 'grant'
    order by seq, idx limit ${PAGE_ROWS * 2 + 1}`
  const complete = rows.length <= PAGE_ROWS * 2
  const lastSeq = rows.at(-1)?.seq ?? 0
  const whole = complete ? rows : rows.filter(({ seq }) => seq < lastSeq)
  const seen = new Set<string>()
  const page: Place[] = []
  let end = cookie.seq
  for (let from = 0; from < whole.length;) {
    const seq = whole[from]?.seq ?? 0
    const commit = whole.slice(from).filter((row) => row.seq === seq)
    const fresh = commit.filter((row) => !seen.has(keyOf(row)))
    if (page.length + fresh.length > room) {
      await addRows(view, page, changes)
      cookie.seq = end
      return false
    }
    for (const row of fresh) seen.add(keyOf(row))
    page.push(...fresh)
    end = seq
    from += commit.length
  }
  await addRows(view, page, changes)
  cookie.seq = complete ? view.head : end
  return complete
}

const keyOf = ({ scope, entity, id }: Place) => `${scope}\n${entity}\n${id}`

/** Joins places to the current rows. A row that is in the scope no longer is told as `leave`, whatever the change said. (I8) */
async function addRows(view: ReadView, places: readonly Place[], changes: PullChange[]): Promise<void> {
  const stored = await loadRows(view, places)
  for (const { scope, entity, id } of places) {
    const found = stored.get(`${entity}\n${id}`)
    const inScope = found && (SCOPES_OF[entity] as (row: unknown) => string[])(found.row).includes(scope)
    changes.push(inScope
      ? { op: 'put', scope, entity, id, seq: String(found.seq), row: found.row }
      : { op: 'leave', scope, entity, id })
  }
}

/** Current rows of places, by `entity \n id`. */
export async function loadRows(
  view: ReadView, places: readonly Pick<Place, 'entity' | 'id'>[],
): Promise<Map<string, StoredRow<EntityName>>> {
  const byEntity = new Map<EntityName, Set<string>>()
  for (const { entity, id } of places) byEntity.set(entity, (byEntity.get(entity) ?? new Set()).add(id))
  const rows = new Map<string, StoredRow<EntityName>>()
  for (const [entity, ids] of byEntity) {
    for (const one of await readStored<EntityName>(view.db, entity, [...ids])) rows.set(`${entity}\n${one.row.id}`, one)
  }
  return rows
}

async function resultsAfter({ db: { tx, tenant } }: ReadView, deviceId: string, mutation: number): Promise<MutationResult[]> {
  const rows = await tx<(Omit<MutationResult, 'seq'> & { seq: number })[]>`
    select mutation_id as id, status, code, body as text, seq from mutation_result
    where tenant = ${tenant} and device_id = ${deviceId} and mutation_id > ${mutation} order by mutation_id desc limit ${MAX_RESULTS}`
  return rows.reverse().map((row) => ({ ...row, seq: String(row.seq) }))
}
