import type { ApiContext, RequestAuth } from '../context.ts'
import { ProblemError } from '../routes/problem.ts'
import type { TenantDb } from '../store/entities.ts'
import { grantedScopes } from '../store/grants.ts'
import { reserve } from '../store/reserve.ts'
import type { Tx } from '../store/sql.ts'

/** Everything a page is read from: one REPEATABLE READ snapshot. */
export interface ReadView {
  readonly db: TenantDb & { readonly tx: Tx }
  readonly epoch: string
  readonly head: number
  readonly floor: number
  readonly scopes: readonly string[]
  readonly lastMutationId: number
}

type Who = Pick<RequestAuth, 'tenant' | 'personId' | 'deviceId'>

/**
 * Opens a read-only snapshot for one device and hands it to `read`. Head, grants, mutation id and rows are of one moment (I5).
 * Throws ProblemError 401 `device_revoked`. @param idleMs how long the reader may let the transaction idle
 */
export async function readView<T>(context: ApiContext, auth: Who, read: (view: ReadView) => Promise<T>, idleMs = 5_000): Promise<T> {
  const keys = await context.keys.of(context.sql, auth.tenant)
  const connection = await reserve(context.sql, 'begin isolation level repeatable read read only')
  const { tx } = connection
  const { tenant } = auth
  const run = async () => {
    await tx`select set_config('idle_in_transaction_session_timeout', ${`${idleMs}ms`}, true)`
    const [[head], [device], scopes] = await Promise.all([
      tx<{ epoch: string, seq: number, floor: number }[]>`
        select epoch, seq, floor_seq as floor from tenant_head where tenant = ${tenant}`,
      tx<{ status: string, personId: string, last: number }[]>`
        select status, person_id as "personId", last_mutation_id as last from device where tenant = ${tenant} and id = ${auth.deviceId}`,
      grantedScopes(tx, tenant, auth.personId),
    ])
    if (!head || device?.status !== 'active' || device.personId !== auth.personId) throw new ProblemError(401, 'device_revoked')
    return read({
      db: { tx, tenant, keys }, epoch: head.epoch, head: head.seq, floor: head.floor, scopes, lastMutationId: device.last,
    })
  }
  try {
    return await Promise.race([run(), connection.whenLost])
  } finally {
    // Read only: however it ends, there is nothing to keep. A lost connection has ended it already.
    if (!connection.lost) await Promise.race([tx`rollback`, connection.whenLost]).catch((error: unknown) => context.log.debug({ err: error }, 'read view ended'))
    connection.release()
  }
}

/** Sums of the scopes as they stand in this snapshot; a scope without rows has none. */
export async function scopeSums({ db: { tx, tenant } }: ReadView, scopes: readonly string[]): Promise<Record<string, string>> {
  const rows = await tx<{ scope: string, sum: string }[]>`
    select scope, sum from scope_sum where tenant = ${tenant} and scope = any(${scopes as string[]})`
  const sums = new Map(rows.map(({ scope, sum }) => [scope, sum]))
  return Object.fromEntries(scopes.map((scope) => [scope, sums.get(scope) ?? '0']))
}
