import type { Device } from '../../protocol/rest.ts'
import type { ApiContext } from '../context.ts'
import { ProblemError } from '../routes/problem.ts'
import { inTransaction } from '../store/transaction.ts'
import { audit } from './audit.ts'
import { requireRole } from './authenticate.ts'
import type { Actor } from './authenticate.ts'
import { listDevices, revokeDevice } from './device-rows.ts'

const overseesAll = (actor: Actor): boolean => actor.roles.some((role) => role === 'supervisor' || role === 'admin')
const about = (deviceId: string): string => `device.escrow:${deviceId}`

/** Own devices; a supervisor or administrator may name another person, or ask for `all`. Throws ProblemError 403. */
export async function devicesFor(context: ApiContext, actor: Actor, of: string): Promise<Device[]> {
  if (of !== 'me' && of !== actor.personId) requireRole(actor, 'supervisor', 'admin')
  const personId = of === 'all' ? null : of === 'me' ? actor.personId : of
  return listDevices(context.sql, actor.tenant, personId)
}

/**
 * Revokes a device: its tokens are refused from now on, its stream hears `revoked`, its escrowed key is gone (I13). Own ones;
 * a supervisor or administrator any of the tenant. Throws ProblemError 404 `not_found` for what is not the caller's to see.
 */
export async function revoke(context: ApiContext, actor: Actor, deviceId: string, address: string): Promise<void> {
  const owner = overseesAll(actor) ? null : actor.personId
  await inTransaction(context, actor.tenant, async (changes) => {
    const nowMs = context.clock.now()
    if (!await revokeDevice(changes.tx, actor.tenant, deviceId, owner, nowMs)) throw new ProblemError(404, 'not_found')
    await changes.tx`update refresh_token set revoked_at_ms = ${nowMs}
      where tenant = ${actor.tenant} and device_id = ${deviceId} and revoked_at_ms is null`
    await audit(changes, context.ids.next(), nowMs, {
      action: 'device.revoked', personId: actor.personId, deviceId: actor.deviceId, subject: deviceId, address,
    })
    changes.afterCommit(() => context.hub.standingChanged(actor.tenant, deviceId))
  })
}

/** Keeps a copy of the desk's database key, encrypted, for the caller's own device. */
export async function storeEscrow(context: ApiContext, actor: Actor, key: string): Promise<void> {
  await inTransaction(context, actor.tenant, async (changes) => {
    const cipher = changes.keys.encrypt(key, about(actor.deviceId))
    const rows = await changes.tx`
      update device set escrow_cipher = ${cipher}
      where tenant = ${actor.tenant} and id = ${actor.deviceId} and status = 'active' returning id`
    if (rows.length !== 1) throw new ProblemError(401, 'device_revoked')
    await audit(changes, context.ids.next(), context.clock.now(), {
      action: 'escrow.stored', personId: actor.personId, deviceId: actor.deviceId,
    })
  })
}

/** The caller's own escrowed key. Each reading is audited. Throws ProblemError 404 `not_found` if none was stored. */
export async function readEscrow(context: ApiContext, actor: Actor): Promise<string> {
  return inTransaction(context, actor.tenant, async (changes) => {
    const [row] = await changes.tx<{ escrow_cipher: Buffer | null }[]>`
      select escrow_cipher from device where tenant = ${actor.tenant} and id = ${actor.deviceId} and status = 'active'`
    if (!row?.escrow_cipher) throw new ProblemError(404, 'not_found')
    await audit(changes, context.ids.next(), context.clock.now(), {
      action: 'escrow.read', personId: actor.personId, deviceId: actor.deviceId,
    })
    return changes.keys.decrypt(row.escrow_cipher, about(actor.deviceId))
  })
}
