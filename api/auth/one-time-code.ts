import type { Role } from '../../domain/entities/people.ts'
import type { ApiContext } from '../context.ts'
import { ProblemError } from '../routes/problem.ts'
import { inTransaction } from '../store/transaction.ts'
import { audit } from './audit.ts'
import { requireRole } from './authenticate.ts'
import type { Actor } from './authenticate.ts'
import { endSessionsOf } from './end-sessions.ts'
import { findCredential, storePassword } from './person-rows.ts'
import { newOneTimeCode, normalizeCode, secretDigest } from './secrets.ts'
import type { SignInParts } from './sessions.ts'

const LIFETIME_MS = 30 * 60_000
const TRIES = 5
const PURPOSE = 'password'

/** A code to be told to the person; the server keeps only its digest. */
export interface IssuedCode {
  readonly code: string
  readonly expiresAtMs: number
}

/** May this person set that one's password? A supervisor must not get at an administrator's account. */
function requireAuthority(actor: Actor, target: readonly Role[]): void {
  requireRole(actor, 'supervisor', 'admin')
  if (target.includes('admin') && !actor.roles.includes('admin')) throw new ProblemError(403, 'not_allowed')
}

/**
 * Makes a one-time code for a person who forgot the password or has none yet; earlier codes of theirs end. Works 30 minutes,
 * once. `issuer` null: the operator at the command line. Throws ProblemError 403, 404 `not_found`.
 */
export async function issueOneTimeCode(
  context: ApiContext, tenant: string, issuer: Actor | null, personId: string,
): Promise<IssuedCode> {
  if (issuer) requireRole(issuer, 'supervisor', 'admin')
  const { ids, clock } = context
  const code = newOneTimeCode()
  return inTransaction(context, tenant, async (changes) => {
    const { tx } = changes
    const [person] = await tx<{ roles: Role[], active: boolean }[]>`
      select roles, active from person where tenant = ${tenant} and id = ${personId}`
    if (!person?.active) throw new ProblemError(404, 'not_found')
    if (issuer) requireAuthority(issuer, person.roles)
    const nowMs = clock.now()
    const expiresAtMs = nowMs + LIFETIME_MS
    await tx`delete from one_time_code where tenant = ${tenant} and person_id = ${personId} and purpose = ${PURPOSE}`
    await tx`
      insert into one_time_code (tenant, id, person_id, purpose, code_hash, created_by, created_at_ms, expires_at_ms)
      values (${tenant}, ${ids.next()}, ${personId}, ${PURPOSE}, ${secretDigest(code)}, ${issuer?.personId ?? null}, ${nowMs},
        ${expiresAtMs})`
    await audit(changes, ids.next(), nowMs, {
      action: 'code.issued', personId: issuer?.personId ?? null, deviceId: issuer?.deviceId ?? null, subject: personId,
    })
    return { code, expiresAtMs }
  })
}

async function tryCode(
  context: ApiContext, tenant: string, personId: string, code: string, hash: string, address: string,
): Promise<boolean> {
  const { ids, clock } = context
  return inTransaction(context, tenant, async (changes) => {
    const { tx } = changes
    const nowMs = clock.now()
    const [row] = await tx<{ id: string, code_hash: string }[]>`
      update one_time_code set attempts = attempts + 1
      where tenant = ${tenant} and person_id = ${personId} and purpose = ${PURPOSE} and used_at_ms is null
        and expires_at_ms > ${nowMs} and attempts < ${TRIES} returning id, code_hash`
    if (row?.code_hash !== secretDigest(normalizeCode(code))) {
      if (row) await audit(changes, ids.next(), nowMs, { action: 'code.wrong', personId, subject: personId, address })
      return false
    }
    await tx`update one_time_code set used_at_ms = ${nowMs} where tenant = ${tenant} and id = ${row.id}`
    await storePassword(tx, tenant, personId, hash, nowMs)
    await endSessionsOf(context, changes, personId, nowMs)
    await audit(changes, ids.next(), nowMs, { action: 'code.redeemed', personId, subject: personId, address })
    return true
  })
}

/**
 * Sets a new password with a one-time code; all sessions of the person end. A wrong, used, or expired code and an unknown
 * person give the same 401 `invalid_code` after the same work. Throws ProblemError 401, 429, 503.
 */
export async function redeemOneTimeCode(
  context: ApiContext, { hasher, limits }: SignInParts,
  request: { shop: string, account: string, code: string, newPassword: string }, address: string,
): Promise<void> {
  await limits.charge({ shop: request.shop, account: request.account, address })
  const person = await findCredential(context.sql, request.shop, request.account)
  const hash = await hasher.hash(request.newPassword)
  const done = person?.active === true
    && await tryCode(context, person.tenant, person.personId, request.code, hash, address)
  if (!done) throw new ProblemError(401, 'invalid_code')
}
