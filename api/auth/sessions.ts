import type { RefreshResponse, Session, SignInRequest } from '../../protocol/rest.ts'
import type { ApiContext } from '../context.ts'
import { leaveDesk } from '../duty/leave-desk.ts'
import { ProblemError } from '../routes/problem.ts'
import { inTransaction } from '../store/transaction.ts'
import { issueAccessToken } from './access-token.ts'
import { audit } from './audit.ts'
import type { Actor } from './authenticate.ts'
import { takeDevice } from './device-rows.ts'
import { endSession } from './end-sessions.ts'
import { auditFailedSignIn } from './failed-sign-in.ts'
import type { PasswordHasher } from './password-hash.ts'
import { findCredential, readCredential, storePassword } from './person-rows.ts'
import type { Credential } from './person-rows.ts'
import type { SignInLimits } from './rate-limit.ts'
import { rotate, startFamily } from './refresh-tokens.ts'

/** Hours that a desk may open offline since it last heard the server. */
const OFFLINE_LEASE_HOURS = 72

/** What signing in needs besides the context. Made once in the app. */
export interface SignInParts {
  readonly hasher: PasswordHasher
  readonly limits: SignInLimits
}

const meOf = (person: Credential): Session['me'] => ({
  personId: person.personId, account: person.account, name: person.name, roles: person.roles, teamIds: person.teamIds,
})

async function openSession(
  context: ApiContext, person: Credential, wish: { deviceId: string | null, name: string }, address: string, action: string,
): Promise<Session> {
  const { clock, ids, config } = context
  const { tenant, personId } = person
  const { deviceId, refreshToken, familyId } = await inTransaction(context, tenant, async (changes) => {
    const nowMs = clock.now()
    const device = await takeDevice(changes.tx, { tenant, personId }, wish, ids, nowMs)
    const family = await startFamily(changes.tx, { tenant, personId, deviceId: device }, ids, nowMs)
    await audit(changes, ids.next(), nowMs, { action, personId, deviceId: device, address })
    return { deviceId: device, ...family }
  })
  const access = await issueAccessToken(config.signingKey, { tenant, personId, deviceId, familyId }, clock)
  return {
    accessToken: access.token, accessExpiresAtMs: access.expiresAtMs, refreshToken, deviceId, epoch: person.epoch,
    shop: { id: tenant, name: person.shopName }, me: meOf(person), serverNowMs: clock.now(),
    offlineLeaseHours: OFFLINE_LEASE_HOURS,
  }
}

/**
 * Signs a person in on a device. Unknown shop, unknown account, wrong password and a person who is switched off all give
 * the same 401 `invalid_credentials` after the same work. Throws ProblemError 401, 429 `too_many_attempts`, 503 `busy`.
 */
export async function signIn(
  context: ApiContext, { hasher, limits }: SignInParts, request: SignInRequest, address: string,
): Promise<Session> {
  const attempt = { shop: request.shop, account: request.account, address }
  await limits.charge(attempt)
  const person = await findCredential(context.sql, request.shop, request.account)
  const fits = await hasher.verify(person?.passwordHash ?? null, request.password)
  if (!person?.active || !fits) {
    await auditFailedSignIn(context, attempt, person)
    throw new ProblemError(401, 'invalid_credentials')
  }
  await limits.forgive(attempt)
  if (person.passwordHash !== null && hasher.outdated(person.passwordHash)) {
    const hash = await hasher.hash(request.password)
    await inTransaction(context, person.tenant, ({ tx }) => storePassword(tx, person.tenant, person.personId, hash, context.clock.now()))
  }
  return openSession(context, person, { deviceId: request.deviceId, name: request.deviceName }, address, 'session.sign_in')
}

/**
 * The next pair of tokens. Throws ProblemError 401: `session_expired` (sign in again; also when a used token came back,
 * which ends the sign-in for whoever holds it) or `device_revoked` (wipe).
 */
export async function refresh(context: ApiContext, refreshToken: string, address: string): Promise<RefreshResponse> {
  const { clock, ids, config, sql } = context
  const tenant = refreshToken.slice(0, Math.max(0, refreshToken.indexOf('.')))
  const [known] = await sql`select 1 as one from tenant where tenant = ${tenant}`
  if (!known) throw new ProblemError(401, 'session_expired')
  const rotation = await inTransaction(context, tenant, async (changes) => {
    const nowMs = clock.now()
    const turned = await rotate(changes.tx, refreshToken, ids, nowMs)
    if (turned.kind === 'reused') {
      const { personId, deviceId } = turned.owner
      changes.afterCommit(() => context.hub.standingChanged(tenant, deviceId))
      await audit(changes, ids.next(), nowMs, { action: 'session.token_reused', personId, deviceId, address })
    }
    return turned
  })
  if (rotation.kind === 'reused') {
    context.log.warn({ deviceId: rotation.owner.deviceId }, 'a refresh token was used again: the session is over')
    throw new ProblemError(401, 'session_expired')
  }
  const person = await readCredential(sql, tenant, rotation.owner.personId)
  if (!person?.active) throw new ProblemError(401, 'session_expired')
  const access = await issueAccessToken(config.signingKey, rotation.owner, clock)
  return {
    accessToken: access.token, accessExpiresAtMs: access.expiresAtMs, refreshToken: rotation.refreshToken,
    epoch: person.epoch, me: meOf(person), serverNowMs: clock.now(),
  }
}

/**
 * Ends the caller's session: its tokens are worth nothing from now on. The device stays known. Who is at no other desk is off duty, or, with
 * customers still theirs, handed over for like a lost desk (H5).
 */
export async function signOut(context: ApiContext, actor: Actor): Promise<void> {
  await inTransaction(context, actor.tenant, async (changes) => {
    const nowMs = context.clock.now()
    await leaveDesk(context, changes, actor, nowMs)
    await endSession(context, changes, actor, nowMs)
    await audit(changes, context.ids.next(), nowMs, {
      action: 'session.sign_out', personId: actor.personId, deviceId: actor.deviceId,
    })
  })
}

/**
 * A new device id for a desk whose file came back from a backup (409 `diverged`) or whose server did (a gap): the same
 * session goes on under it, and mutation ids start again at 1. The old id stays known and simply falls silent: revoking
 * it could make a request under way read as "wipe".
 */
export async function renewDevice(context: ApiContext, actor: Actor, name: string, address: string): Promise<Session> {
  const person = await readCredential(context.sql, actor.tenant, actor.personId)
  if (!person?.active) throw new ProblemError(401, 'session_expired')
  await inTransaction(context, actor.tenant, (changes) => endSession(context, changes, actor, context.clock.now()))
  return openSession(context, person, { deviceId: null, name }, address, 'session.renew_device')
}
