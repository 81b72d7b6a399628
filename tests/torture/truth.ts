import { ENTITY_NAMES } from '../../domain/entities/entity-names.ts'
import type { EntityName, EntityRow } from '../../domain/entities/entity.ts'
import { readStored } from '../../api/store/entities.ts'
import type { TenantDb } from '../../api/store/entities.ts'

export interface Row<N extends EntityName = EntityName> {
  readonly row: EntityRow<N>
  /** Decimal text. */
  readonly seq: string
}

/** What the server says of one mutation. */
export interface Result {
  readonly personId: string
  readonly deviceId: string
  readonly id: number
  readonly key: string
  readonly name: string
  readonly status: 'applied' | 'rejected' | 'failed'
  readonly code: string | null
}

/** Everything the server has of a shop, read while nothing moves. */
export interface Truth {
  readonly rows: ReadonlyMap<EntityName, ReadonlyMap<string, Row>>
  /** Scopes by person id. */
  readonly grants: ReadonlyMap<string, ReadonlySet<string>>
  readonly sums: ReadonlyMap<string, string>
  readonly results: readonly Result[]
  readonly nowMs: number
}

export function rowsOf<N extends EntityName>(truth: Truth, entity: N): Row<N>[] {
  return [...(truth.rows.get(entity) ?? new Map<string, Row>()).values()]
}

const AT_ONCE = 2_000

/** Reads a shop whole, in clear. */
export async function readTruth(db: TenantDb): Promise<Truth> {
  const { tx, tenant } = db
  const rows = new Map<EntityName, Map<string, Row>>()
  for (const entity of ENTITY_NAMES) {
    const ids = (await tx<{ id: string }[]>`select id from ${tx(entity)} where tenant = ${tenant} order by id`).map(({ id }) => id)
    const found = new Map<string, Row>()
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      for (const { row, seq } of await readStored(db, entity, ids.slice(at, at + AT_ONCE))) found.set(row.id, { row, seq: String(seq) })
    }
    rows.set(entity, found)
  }
  const grants = new Map<string, Set<string>>()
  for (const { person, scope } of await tx<{ person: string, scope: string }[]>`
    select distinct person_id as person, scope from scope_grant where tenant = ${tenant}`) {
    grants.set(person, (grants.get(person) ?? new Set()).add(scope))
  }
  const sums = await tx<{ scope: string, sum: string }[]>`
    select scope, sum::text as sum from scope_sum where tenant = ${tenant} and sum <> 0`
  const results = await tx<Result[]>`
    select d.person_id as "personId", r.device_id as "deviceId", r.mutation_id as id, r.key, r.name, r.status, r.code
    from mutation_result r join device d on d.tenant = r.tenant and d.id = r.device_id
    where r.tenant = ${tenant} order by r.device_id, r.mutation_id`
  return { rows, grants, sums: new Map(sums.map(({ scope, sum }) => [scope, sum])), results, nowMs: Date.now() }
}

/** @returns the seq of the last commit */
export async function headOf({ tx, tenant }: TenantDb): Promise<number> {
  const [row] = await tx<{ seq: number }[]>`select seq from tenant_head where tenant = ${tenant}`
  return row?.seq ?? 0
}
