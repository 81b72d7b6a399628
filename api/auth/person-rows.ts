import type { Role } from '../../domain/entities/people.ts'
import type { Sql, Tx } from '../store/sql.ts'

/** A person at sign-in, with what is checked. */
export interface Credential {
  readonly tenant: string
  readonly shopName: string
  readonly epoch: string
  readonly personId: string
  readonly account: string
  readonly name: string
  readonly roles: Role[]
  readonly teamIds: string[]
  readonly active: boolean
  readonly passwordHash: string | null
}

interface Row {
  tenant: string
  shop_name: string
  epoch: string
  id: string
  account: string
  name: string
  roles: Role[]
  team_ids: string[]
  active: boolean
  password_hash: string | null
}

const fromRow = (row: Row): Credential => ({
  tenant: row.tenant, shopName: row.shop_name, epoch: row.epoch, personId: row.id, account: row.account, name: row.name,
  roles: row.roles, teamIds: row.team_ids, active: row.active, passwordHash: row.password_hash,
})

/** The person behind a shop and an account as typed, or null. */
export async function findCredential(sql: Sql, shop: string, account: string): Promise<Credential | null> {
  const [row] = await sql<Row[]>`
    select t.tenant, t.name as shop_name, h.epoch, p.id, p.account, p.name, p.roles, p.team_ids, p.active, c.password_hash
    from tenant t join tenant_head h on h.tenant = t.tenant
      join person p on p.tenant = t.tenant and lower(p.account) = lower(${account.trim()})
      left join person_credential c on c.tenant = p.tenant and c.person_id = p.id
    where t.shop = ${shop.trim().toLowerCase()}`
  return row ? fromRow(row) : null
}

/** The person of a running session, or null. */
export async function readCredential(sql: Sql | Tx, tenant: string, personId: string): Promise<Credential | null> {
  const [row] = await sql<Row[]>`
    select t.tenant, t.name as shop_name, h.epoch, p.id, p.account, p.name, p.roles, p.team_ids, p.active, c.password_hash
    from tenant t join tenant_head h on h.tenant = t.tenant
      join person p on p.tenant = t.tenant and p.id = ${personId}
      left join person_credential c on c.tenant = p.tenant and c.person_id = p.id
    where t.tenant = ${tenant}`
  return row ? fromRow(row) : null
}

/** Sets a person's password hash. */
export async function storePassword(tx: Tx, tenant: string, personId: string, hash: string, nowMs: number): Promise<void> {
  await tx`
    insert into person_credential (tenant, person_id, password_hash, must_change, updated_at_ms)
    values (${tenant}, ${personId}, ${hash}, false, ${nowMs})
    on conflict (tenant, person_id) do update set password_hash = excluded.password_hash, must_change = false,
      updated_at_ms = excluded.updated_at_ms`
}
