import type { Conversation } from '../../domain/entities/conversation.ts'
import type { EntityName, EntityRow } from '../../domain/entities/entity.ts'
import type { Person } from '../../domain/entities/people.ts'
import { SCOPES_OF, agentScope } from '../../domain/entities/scopes.ts'
import { hash64, hashPrefix } from '../../protocol/hash64.ts'
import type { ChangeSet, Touched } from './change-set.ts'
import { _insertReady } from './entities.ts'
import { settleGrants } from './grants.ts'

/** Pages of a pull hold whole transactions, so a transaction is bounded. */
export const MAX_CHANGE_ROWS = 100

/** More change rows than a transaction may have: an import or a job must commit in chunks. Nothing was stored. */
export class TooManyChanges extends Error {
  constructor(rows: number) {
    super(`${rows} change rows in one transaction; at most ${MAX_CHANGE_ROWS}`)
    this.name = 'TooManyChanges'
  }
}

interface Logged {
  entity: string
  id: string
  scope: string
  op: 'put' | 'leave' | 'grant'
  /** hash64 of the row as it was in this scope; 0 = was not in it. */
  oldHash: string
  high: number
  low: number
}

function scopesOf({ entity, row }: Touched): string[] {
  if (!row) return []
  return [...new Set((SCOPES_OF[entity] as (row: EntityRow<EntityName>) => string[])(row))]
}

interface Held { scope: string, entity: string, id: string, seq: number }

/** The scopes that hold the touched rows so far. Asked by lists of ids: joined, a database without fresh statistics reads all rows of the tenant. */
async function heldBefore({ tx, tenant, touched }: ChangeSet): Promise<Held[]> {
  const names = [...new Set(touched.map(({ entity }) => entity))]
  const held = await Promise.all(names.map((name) => tx<Held[]>`
    select scope, entity, id, row_seq as seq from scope_row
    where tenant = ${tenant} and entity = ${name} and id = any(${touched.filter(({ entity }) => entity === name).map(({ id }) => id)})`))
  return held.flat()
}

/** @returns change rows: what left its old scope, what is in its scopes now, whose grants changed */
function logOf({ touched }: ChangeSet, before: readonly Held[], persons: readonly string[]): Logged[] {
  const log: Logged[] = []
  const heldOf = Map.groupBy(before, ({ entity, id }) => `${entity}\n${id}`)
  for (const one of touched) {
    const { entity, id } = one
    const old = new Map((heldOf.get(`${entity}\n${id}`) ?? []).map((row) => [row.scope, hash64(entity, id, String(row.seq)).toString()]))
    const now = scopesOf(one)
    const prefix = hashPrefix(entity, id)
    for (const [scope, oldHash] of old) if (!now.includes(scope)) log.push({ entity, id, scope, op: 'leave', oldHash, ...prefix })
    for (const scope of now) log.push({ entity, id, scope, op: 'put', oldHash: old.get(scope) ?? '0', ...prefix })
  }
  for (const id of persons) {
    log.push({ entity: 'person', id, scope: agentScope(id), op: 'grant', oldHash: '0', ...hashPrefix('person', id) })
  }
  return log
}

/**
 * The one way to commit a synced change (ARCHITECTURE.md, Sync). Counts up tenant_head and, in the same pipeline, writes the
 * change rows, the rows' scopes and sums, `row_seq`, whatever was asked for `atCommit`, and COMMIT: the head is locked for one
 * round trip. Called by inTransaction alone. Without a synced write it only commits.
 * @returns this commit's seq; null if nothing synced changed. Throws TooManyChanges, database errors; then nothing is stored.
 */
export async function commitChanges(changes: ChangeSet): Promise<number | null> {
  const { tx, tenant, touched } = changes
  const rowsOf = <N extends EntityName>(name: N) => touched.flatMap(({ entity, row }) => (entity === name && row ? [row] : []))
  const [before, persons] = await Promise.all([
    heldBefore(changes),
    settleGrants(tx, tenant, rowsOf('person') as Person[], rowsOf('conversation') as Conversation[]),
  ])
  const log = logOf(changes, before, [...new Set([...persons, ...changes.granted])])
  if (log.length > MAX_CHANGE_ROWS) throw new TooManyChanges(log.length)
  const counted = touched.length > 0 || log.length > 0
  const head = counted ? tx<{ seq: number }[]>`
    update tenant_head set seq = seq + 1 where tenant = ${tenant} returning seq`.execute() : null
  const rest: PromiseLike<unknown>[] = []
  if (log.length > 0) rest.push(...writeLog(changes, log))
  for (const entity of new Set(touched.map((one) => one.entity))) {
    const ready = touched.flatMap((one) => (one.entity === entity && one.json !== undefined ? [one.json] : []))
    if (ready.length > 0) rest.push(_insertReady(changes, entity, ready).execute())
    const ids = touched.filter((one) => one.entity === entity && one.row && one.json === undefined).map(({ id }) => id)
    if (ids.length > 0) {
      rest.push(tx`update ${tx(entity)} set row_seq = (select seq from tenant_head where tenant = ${tenant})
        where tenant = ${tenant} and id = any(${ids})`.execute())
    }
  }
  rest.push(...changes.closing.map((statement) => statement(tx).execute()))
  const commit = tx`commit`.execute()
  // A failed statement makes the COMMIT behind it a ROLLBACK; its own error is the one to tell.
  const settled = await Promise.allSettled([head, ...rest, commit])
  const failed = settled.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason as Error
  const [row] = head ? await head : []
  return row?.seq ?? null
}

function writeLog({ tx, tenant }: ChangeSet, log: readonly Logged[]): PromiseLike<unknown>[] {
  const held = log.filter(({ op }) => op === 'put')
  const left = log.filter(({ op }) => op === 'leave')
  const rows = log.filter(({ op }) => op !== 'grant')
  const texts = (list: readonly Logged[], of: 'scope' | 'entity' | 'id' | 'op' | 'oldHash') => list.map((one) => one[of])
  const statements = [tx`
    insert into change (tenant, seq, idx, scope, entity, entity_id, op)
    select ${tenant}, h.seq, t.idx, t.scope, t.entity, t.id, t.op from tenant_head h,
      unnest(${texts(log, 'scope')}::text[], ${texts(log, 'entity')}::text[], ${texts(log, 'id')}::text[], ${texts(log, 'op')}::text[])
      with ordinality as t (scope, entity, id, op, idx) where h.tenant = ${tenant}`.execute()]
  if (rows.length > 0) {
    statements.push(tx`
      insert into scope_sum (tenant, scope, sum)
      select ${tenant}, t.scope, mod(sum(case when t.op = 'put' then hash64_finish(t.high, t.low, h.seq) else 0 end
        + 18446744073709551616 - t.old), 18446744073709551616)
      from tenant_head h, unnest(${texts(rows, 'scope')}::text[], ${texts(rows, 'op')}::text[], ${texts(rows, 'oldHash')}::numeric[],
        ${rows.map((one) => one.high)}::bigint[], ${rows.map((one) => one.low)}::bigint[]) as t (scope, op, old, high, low)
      where h.tenant = ${tenant} group by t.scope order by t.scope
      on conflict (tenant, scope) do update set sum = mod(scope_sum.sum + excluded.sum, 18446744073709551616)`.execute())
  }
  if (held.length > 0) {
    statements.push(tx`
      insert into scope_row (tenant, scope, entity, id, row_seq)
      select ${tenant}, t.scope, t.entity, t.id, h.seq from tenant_head h,
        unnest(${texts(held, 'scope')}::text[], ${texts(held, 'entity')}::text[], ${texts(held, 'id')}::text[]) as t (scope, entity, id)
      where h.tenant = ${tenant}
      on conflict (tenant, scope, entity, id) do update set row_seq = excluded.row_seq`.execute())
  }
  if (left.length > 0) {
    statements.push(tx`
      delete from scope_row r using
        unnest(${texts(left, 'scope')}::text[], ${texts(left, 'entity')}::text[], ${texts(left, 'id')}::text[]) as t (scope, entity, id)
      where r.tenant = ${tenant} and r.scope = t.scope and r.entity = t.entity and r.id = t.id`.execute())
  }
  return statements
}
