import { createHash } from 'node:crypto'
import type { Ids } from '../../domain/ports.ts'
import { ProblemError } from '../routes/problem.ts'
import type { Tx } from '../store/sql.ts'
import { newSecret } from './secrets.ts'

/** A desk that was not started for so long signs in again. */
const LIFETIME_MS = 30 * 24 * 3_600_000
/** A lost response: the same token works again for so long. */
const GRACE_MS = 60_000
/** Used tokens are kept so long, so that their reuse is seen. */
const MEMORY_MS = 7 * 24 * 3_600_000

/** Whom a refresh token belongs to. `familyId` is the sign-in that it descends from. */
export interface TokenOwner {
  readonly tenant: string
  readonly personId: string
  readonly deviceId: string
  readonly familyId: string
}

const digest = (secret: string): Buffer => createHash('sha256').update(secret).digest()

async function store(tx: Tx, owner: TokenOwner, id: string, parentId: string | null, nowMs: number): Promise<string> {
  const secret = newSecret()
  await tx`
    insert into refresh_token (tenant, id, family_id, parent_id, device_id, person_id, token_hash, created_at_ms, expires_at_ms)
    values (${owner.tenant}, ${id}, ${owner.familyId}, ${parentId}, ${owner.deviceId}, ${owner.personId}, ${digest(secret)},
      ${nowMs}, ${nowMs + LIFETIME_MS})`
  return `${owner.tenant}.${secret}`
}

/**
 * Starts a family at sign-in. The device's family before it lives on until one of the two is refreshed, which ends the other:
 * the answer to this sign-in may be lost, and the desk then still has what it had. Older ones end now.
 * Out: the first refresh token and the family's id.
 */
export async function startFamily(
  tx: Tx, who: Omit<TokenOwner, 'familyId'>, ids: Ids, nowMs: number,
): Promise<{ refreshToken: string, familyId: string }> {
  await tx`delete from refresh_token where tenant = ${who.tenant} and device_id = ${who.deviceId} and family_id <> coalesce((
    select family_id from refresh_token where tenant = ${who.tenant} and device_id = ${who.deviceId}
    order by created_at_ms desc, id desc limit 1), '')`
  const familyId = ids.next()
  return { refreshToken: await store(tx, { ...who, familyId }, familyId, null, nowMs), familyId }
}

/** Ends a family: its refresh tokens and the access tokens made from them. Streams are told by who calls (end-sessions.ts). */
export async function endFamily(tx: Tx, tenant: string, familyId: string, nowMs: number): Promise<void> {
  await tx`update refresh_token set revoked_at_ms = ${nowMs}
    where tenant = ${tenant} and family_id = ${familyId} and revoked_at_ms is null`
}

/** Ends every family of a person. Out: the devices concerned. */
export async function endFamiliesOf(tx: Tx, tenant: string, personId: string, nowMs: number): Promise<string[]> {
  const rows = await tx<{ device_id: string }[]>`update refresh_token set revoked_at_ms = ${nowMs}
    where tenant = ${tenant} and person_id = ${personId} and revoked_at_ms is null returning device_id`
  return [...new Set(rows.map(row => row.device_id))]
}

interface TokenRow {
  id: string
  family_id: string
  parent_id: string | null
  device_id: string
  person_id: string
  expires_at_ms: number
  used_at_ms: number | null
  revoked_at_ms: number | null
  device_status: string
  successors_used: boolean
}

export type Rotation =
  | { readonly kind: 'rotated', readonly refreshToken: string, readonly owner: TokenOwner }
  /** A token was used again after its time: somebody has a copy. The family is over; the transaction must be kept. */
  | { readonly kind: 'reused', readonly owner: TokenOwner }

/**
 * Takes a refresh token and gives the next one. A used token works again within 60 s while none of its successors was
 * used; later, or after that, the whole family ends. Throws ProblemError 401 `session_expired` or `device_revoked`.
 */
export async function rotate(tx: Tx, refreshToken: string, ids: Ids, nowMs: number): Promise<Rotation> {
  const dot = refreshToken.indexOf('.')
  if (dot < 1) throw new ProblemError(401, 'session_expired')
  const tenant = refreshToken.slice(0, dot)
  const [row] = await tx<TokenRow[]>`
    select t.id, t.family_id, t.parent_id, t.device_id, t.person_id, t.expires_at_ms, t.used_at_ms, t.revoked_at_ms,
      d.status as device_status, coalesce((
        select bool_or(s.used_at_ms is not null) from refresh_token s
        where s.tenant = t.tenant and s.family_id = t.family_id and s.parent_id = t.id
      ), false) as successors_used
    from refresh_token t join device d on d.tenant = t.tenant and d.id = t.device_id
    where t.tenant = ${tenant} and t.token_hash = ${digest(refreshToken.slice(dot + 1))} for update of t`
  if (!row) throw new ProblemError(401, 'session_expired')
  if (row.device_status !== 'active') throw new ProblemError(401, 'device_revoked')
  if (row.revoked_at_ms !== null || row.expires_at_ms <= nowMs) throw new ProblemError(401, 'session_expired')
  const owner = { tenant, personId: row.person_id, deviceId: row.device_id, familyId: row.family_id }
  if (row.used_at_ms !== null && (row.successors_used || nowMs - row.used_at_ms > GRACE_MS)) {
    await endFamily(tx, tenant, row.family_id, nowMs)
    return { kind: 'reused', owner }
  }
  await tx`delete from refresh_token
    where tenant = ${tenant} and device_id = ${owner.deviceId} and family_id <> ${owner.familyId}`
  const id = ids.next()
  const next = await store(tx, owner, id, row.id, nowMs)
  await tx`update refresh_token set used_at_ms = coalesce(used_at_ms, ${nowMs}) where tenant = ${tenant} and id = ${row.id}`
  // A sibling came from a response that was lost: nobody should have it, so its use from now on is a reuse.
  await tx`update refresh_token set used_at_ms = ${nowMs - GRACE_MS - 1}
    where tenant = ${tenant} and family_id = ${row.family_id} and parent_id = ${row.parent_id} and id <> ${row.id}
      and used_at_ms is null`
  await tx`delete from refresh_token where tenant = ${tenant} and family_id = ${row.family_id} and id <> ${row.family_id}
    and used_at_ms < ${nowMs - MEMORY_MS}`
  return { kind: 'rotated', refreshToken: next, owner }
}
