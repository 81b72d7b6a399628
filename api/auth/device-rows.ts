import type { Ids } from '../../domain/ports.ts'
import type { Device } from '../../protocol/rest.ts'
import type { Sql, Tx } from '../store/sql.ts'

interface Owner {
  readonly tenant: string
  readonly personId: string
}

/**
 * The device of a sign-in: the wished one if it is this person's and active, or if nobody has it; else a new id. So a
 * device of somebody else, or a revoked one, is never taken over and never told apart.
 */
export async function takeDevice(
  tx: Tx, owner: Owner, wish: { deviceId: string | null, name: string }, ids: Ids, nowMs: number,
): Promise<string> {
  if (wish.deviceId !== null) {
    if (await insertDevice(tx, owner, wish.deviceId, wish.name, nowMs)) return wish.deviceId
    const [own] = await tx`
      update device set name = ${wish.name}, last_seen_at_ms = ${nowMs}
      where tenant = ${owner.tenant} and id = ${wish.deviceId} and person_id = ${owner.personId} and status = 'active' returning id`
    if (own) return wish.deviceId
  }
  const id = ids.next()
  if (!await insertDevice(tx, owner, id, wish.name, nowMs)) throw new TypeError('a new id is taken')
  return id
}

/** Out: false if the id is taken; two sign-ins of one new device at once then both get it. */
async function insertDevice(tx: Tx, owner: Owner, id: string, name: string, nowMs: number): Promise<boolean> {
  const rows = await tx`
    insert into device (tenant, id, person_id, name, status, last_seen_at_ms, created_at_ms)
    values (${owner.tenant}, ${id}, ${owner.personId}, ${name}, 'active', ${nowMs}, ${nowMs})
    on conflict (tenant, id) do nothing returning id`
  return rows.length === 1
}

/** Devices of the tenant, or of one person, newest first. */
export async function listDevices(sql: Sql, tenant: string, personId: string | null): Promise<Device[]> {
  const rows = await sql<{
    id: string, person_id: string, name: string, status: 'active' | 'revoked', last_seen_at_ms: number | null, created_at_ms: number
  }[]>`
    select id, person_id, name, status, last_seen_at_ms, created_at_ms from device
    where tenant = ${tenant} and (${personId}::text is null or person_id = ${personId}) order by created_at_ms desc, id limit 1000`
  return rows.map((row) => ({
    id: row.id, personId: row.person_id, name: row.name, status: row.status, lastSeenAtMs: row.last_seen_at_ms,
    createdAtMs: row.created_at_ms,
  }))
}

/** Revokes a device and throws its escrowed key away. Out: false if the tenant has no such active device. */
export async function revokeDevice(
  tx: Tx, tenant: string, deviceId: string, personId: string | null, nowMs: number,
): Promise<boolean> {
  const rows = await tx`
    update device set status = 'revoked', revoked_at_ms = ${nowMs}, escrow_cipher = null
    where tenant = ${tenant} and id = ${deviceId} and status = 'active'
      and (${personId}::text is null or person_id = ${personId}) returning id`
  return rows.length === 1
}
