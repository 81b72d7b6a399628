import { jwtVerify, SignJWT } from 'jose'
import type { ApiContext } from '../context.ts'
import { ProblemError } from '../routes/problem.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { readChannelSecret } from '../store/channel-secrets.ts'
import { internalIdOf, keepExternal } from './external-ref.ts'
import type { Door } from './door.ts'

/** Who the shop says this visitor is: its own id of the customer, and the name to show. */
export interface Identity {
  readonly externalId: string
  readonly name: string | null
}

const bytesOf = (secret: string): Uint8Array => new TextEncoder().encode(secret)
const MAX_ID = 120

/**
 * The customer named by a token of the shop: a JWT, HS256 with the channel's identity secret, `sub` = the shop's customer id,
 * `exp` required, `aud` = the public key of the door. Throws ProblemError 401 `identity_invalid`.
 */
export async function readIdentity(context: ApiContext, door: Door, shopKey: string, token: string): Promise<Identity> {
  const stored = await readChannelSecret(door.db, door.channel.id, 'web_chat')
  try {
    const { payload } = await jwtVerify(token, bytesOf(stored?.secret ?? ''), {
      algorithms: ['HS256'], audience: shopKey, requiredClaims: ['sub', 'exp'], currentDate: new Date(context.clock.now()), clockTolerance: 60,
    })
    const { sub = '', name } = payload
    if (!stored?.secret || sub === '' || sub.length > MAX_ID) throw new ProblemError(401, 'identity_invalid')
    return { externalId: sub, name: typeof name === 'string' ? name : null }
  } catch (cause) {
    throw new ProblemError(401, 'identity_invalid', { cause })
  }
}

/** A token as the shop's own server makes it; the trial prints links with one. @param forSec how long it is good */
export async function signIdentity(secret: string, shopKey: string, externalId: string, nowMs: number, forSec: number): Promise<string> {
  const nowSec = Math.floor(nowMs / 1000)
  return new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).setSubject(externalId).setAudience(shopKey)
    .setIssuedAt(nowSec).setExpirationTime(nowSec + forSec).sign(bytesOf(secret))
}

/** The customer we keep for an identity, or null at the first visit. The pair is locked until the transaction ends. */
export async function customerOfIdentity(changes: ChangeSet, channelId: string, identity: Identity): Promise<string | null> {
  const lock = `identity:${changes.tenant}:${channelId}:${identity.externalId}`
  await changes.tx`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`
  return internalIdOf(changes, channelId, 'customer', identity.externalId)
}

/** Keeps who a new customer is at the shop. */
export async function keepIdentity(
  changes: ChangeSet, channelId: string, identity: Identity, customerId: string, nowMs: number,
): Promise<void> {
  await keepExternal(changes, channelId, 'customer', identity.externalId, customerId, nowMs)
}
