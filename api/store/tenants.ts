import type { Clock, Ids } from '../../domain/ports.ts'
import type { KeyRing } from './crypto.ts'
import type { Sql } from './sql.ts'

/** Makes a shop with its data key and its head. @returns its tenant id. Throws on a shop name already taken (23505). */
export async function createTenant(
  { sql, keys, clock, ids }: { sql: Sql, keys: KeyRing, clock: Clock, ids: Ids }, { shop, name }: { shop: string, name: string },
): Promise<string> {
  const tenant = ids.next()
  await sql.begin(async (tx) => {
    await tx`insert into tenant ${tx({
      tenant, shop, name, data_key_wrapped: keys.newTenantKey(tenant), created_at_ms: clock.now(),
    })}`
    await tx`insert into tenant_head ${tx({ tenant, epoch: ids.next() })}`
  })
  return tenant
}

/** @returns the tenant id of a shop's sign-in name, or null */
export async function findTenant(sql: Sql, shop: string): Promise<{ tenant: string, name: string } | null> {
  const [row] = await sql<{ tenant: string, name: string }[]>`select tenant, name from tenant where shop = ${shop}`
  return row ?? null
}

/** The current epoch: sessions tell it, push and pull compare it. */
export async function readEpoch(sql: Sql, tenant: string): Promise<string> {
  const [row] = await sql<{ epoch: string }[]>`select epoch from tenant_head where tenant = ${tenant}`
  if (!row) throw new TypeError('tenant without a head')
  return row.epoch
}

/** After a restore from a backup: every desk takes a snapshot, keeps its outbox and sends again what the server lost. */
export async function newEpoch(sql: Sql, ids: Ids, tenant: string): Promise<string> {
  const epoch = ids.next()
  await sql`update tenant_head set epoch = ${epoch} where tenant = ${tenant}`
  return epoch
}
