import type { EntityName } from '../../domain/entities/entity.ts'
import type { MutationResult, PullChange } from '../../protocol/sync.ts'
import type { ApiContext, RequestAuth } from '../context.ts'
import { CIPHER_PROPERTIES } from '../store/columns.ts'
import { readStored } from '../store/entities.ts'
import type { Cookie } from './cookie.ts'

type Who = Pick<RequestAuth, 'tenant' | 'personId' | 'deviceId'>
type Needs = Pick<ApiContext, 'sql' | 'keys'>
interface Place { scope: string, entity: EntityName, id: string, rowSeq: number | null }

interface Seen {
  epoch: string
  head: number
  floor: number
  last: number
  scopes: string[]
  places: Place[]
  sums: Record<string, string>
  results: (Omit<MutationResult, 'seq'> & { seq: number })[]
}

/** What the page of a device is made of, all of one moment. */
interface QuickPage {
  head: number
  epoch: string
  lastMutationId: number
  changes: PullChange[]
  results: MutationResult[]
  scopeSums: Record<string, string>
}

const KEPT = 1_000

/**
 * Rows that went out a moment ago, by the commit that wrote them: of one release to five hundred desks each is read once. Only rows
 * without anything encrypted.
 */
export class RecentRows {
  readonly #rows = new Map<string, unknown>()

  get(key: string): unknown {
    return this.#rows.get(key)
  }

  keep(entity: EntityName, key: string, row: unknown): void {
    if (CIPHER_PROPERTIES[entity]) return
    this.#rows.set(key, row)
    for (const oldest of this.#rows.keys()) {
      if (this.#rows.size <= KEPT) break
      this.#rows.delete(oldest)
    }
  }
}

/**
 * The commonest page by one statement instead of a transaction of a dozen: a device that is up to date in all its scopes but for a page of changes.
 * The statement is one snapshot (I5) and says which commit wrote each row; a row that was overwritten before it could be read is
 * found out by that. @param limit rows of a page @returns null: take the long way (which also says what is wrong)
 */
export async function quickPull(context: Needs, who: Who, cookie: Cookie, limit: number, recent: RecentRows): Promise<QuickPage | null> {
  if (cookie.fill) return null
  const seen = await look(context, who, cookie, limit)
  if (!seen || seen.epoch !== cookie.epoch || cookie.seq > seen.head || cookie.seq < seen.floor) return null
  if (seen.scopes.length !== cookie.scopes.length || seen.scopes.some((scope) => !cookie.scopes.includes(scope))) return null
  const places = unique(seen.places)
  if (seen.places.length > limit * 2 || places.length > limit) return null
  const changes = await changesOf(context, who.tenant, places, recent)
  return changes && {
    head: seen.head, epoch: seen.epoch, lastMutationId: seen.last, changes,
    results: seen.results.reverse().map((row) => ({ ...row, seq: String(row.seq) })),
    scopeSums: Object.fromEntries(cookie.scopes.map((scope) => [scope, seen.sums[scope] ?? '0'])),
  }
}

async function look({ sql }: Needs, { tenant, personId, deviceId }: Who, { seq, scopes, mutation }: Cookie, limit: number): Promise<Seen | null> {
  const [seen] = await sql<Seen[]>`
    select h.epoch, h.seq as head, h.floor_seq as floor, d.last_mutation_id as last,
      (select coalesce(json_agg(distinct g.scope), '[]') from scope_grant g where g.tenant = ${tenant} and g.person_id = ${personId}) as scopes,
      (select coalesce(json_agg(json_build_object('scope', p.scope, 'entity', p.entity, 'id', p.entity_id, 'rowSeq', p.row_seq) order by p.seq, p.idx), '[]')
        from (
          select c.scope, c.entity, c.entity_id, c.seq, c.idx, r.row_seq from change c
          left join scope_row r on r.tenant = c.tenant and r.scope = c.scope and r.entity = c.entity and r.id = c.entity_id
          where c.tenant = ${tenant} and c.seq > ${seq} and c.scope = any(${scopes}) and c.op <> 'grant'
          order by c.seq, c.idx limit ${limit * 2 + 1}
        ) p) as places,
      (select coalesce(json_object_agg(s.scope, s.sum::text), '{}') from scope_sum s where s.tenant = ${tenant} and s.scope = any(${scopes})) as sums,
      case when d.last_mutation_id <= ${mutation} then '[]'::json else (
        select coalesce(json_agg(json_build_object('id', m.mutation_id, 'status', m.status, 'code', m.code, 'text', m.body, 'seq', m.seq)
          order by m.mutation_id desc), '[]')
        from (select * from mutation_result where tenant = ${tenant} and device_id = ${deviceId} and mutation_id > ${mutation}
          order by mutation_id desc limit 500) m) end as results
    from tenant_head h join device d on d.tenant = h.tenant
    where h.tenant = ${tenant} and d.id = ${deviceId} and d.person_id = ${personId} and d.status = 'active'`
  return seen ?? null
}

function unique(places: readonly Place[]): Place[] {
  return [...new Map(places.map((place) => [`${place.scope}\n${place.entity}\n${place.id}`, place])).values()]
}

/** @returns null when a row changed since */
async function changesOf({ sql, keys }: Needs, tenant: string, places: readonly Place[], recent: RecentRows): Promise<PullChange[] | null> {
  const keyOf = ({ entity, id, rowSeq }: Place) => `${tenant}\n${entity}\n${id}\n${rowSeq ?? ''}`
  const rows = new Map<string, unknown>()
  const missing = new Map<EntityName, Set<string>>()
  for (const place of places) {
    const row = recent.get(keyOf(place))
    if (row !== undefined) rows.set(keyOf(place), row)
    else if (place.rowSeq !== null) missing.set(place.entity, (missing.get(place.entity) ?? new Set()).add(place.id))
  }
  if (missing.size > 0) {
    const db = { tx: sql, tenant, keys: await keys.of(sql, tenant) }
    await Promise.all([...missing].map(async ([entity, ids]) => {
      for (const { seq, row } of await readStored<EntityName>(db, entity, [...ids])) {
        const key = keyOf({ scope: '', entity, id: row.id, rowSeq: seq })
        rows.set(key, row)
        recent.keep(entity, key, row)
      }
    }))
  }
  const changes: PullChange[] = []
  for (const place of places) {
    const { scope, entity, id, rowSeq } = place
    const row = rows.get(keyOf(place))
    if (rowSeq === null) changes.push({ op: 'leave', scope, entity, id })
    else if (row === undefined) return null
    else changes.push({ op: 'put', scope, entity, id, seq: String(rowSeq), row })
  }
  return changes
}
