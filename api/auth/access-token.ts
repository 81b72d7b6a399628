import { errors, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { Clock } from '../../domain/ports.ts'
import { ProblemError } from '../routes/problem.ts'

/** Short, so that a stolen one is worth little; revocation does not wait for it (the device row is read on each use). */
export const ACCESS_LIFETIME_MS = 10 * 60_000
const ISSUER = 'shiftdesk'
const ALGORITHM = 'HS256'
const Claims = z.object({ ten: z.string(), sub: z.string(), dev: z.string(), fam: z.string() })

/** Whom an access token speaks for. */
export interface AccessClaims {
  readonly tenant: string
  readonly personId: string
  readonly deviceId: string
  /** The sign-in it comes from (refresh-tokens.ts). */
  readonly familyId: string
}

export interface AccessToken {
  readonly token: string
  readonly expiresAtMs: number
}

/** Issues an access token bound to one device. In: the key (32 bytes or more), claims, clock. Out: token and its end. */
export async function issueAccessToken(key: Uint8Array, claims: AccessClaims, clock: Clock): Promise<AccessToken> {
  const nowMs = clock.now()
  const expiresAtMs = nowMs + ACCESS_LIFETIME_MS
  const token = await new SignJWT({ ten: claims.tenant, dev: claims.deviceId, fam: claims.familyId })
    .setProtectedHeader({ alg: ALGORITHM })
    .setIssuer(ISSUER)
    .setSubject(claims.personId)
    .setIssuedAt(Math.floor(nowMs / 1000))
    .setExpirationTime(Math.ceil(expiresAtMs / 1000))
    .sign(key)
  return { token, expiresAtMs }
}

interface Read { claims: AccessClaims, expiresAtMs: number }

async function verify(key: Uint8Array, token: string, clock: Clock): Promise<Read> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [ALGORITHM], issuer: ISSUER, currentDate: new Date(clock.now()), requiredClaims: ['sub', 'exp'],
    })
    const claims = Claims.safeParse(payload)
    if (!claims.success) throw new ProblemError(401, 'not_signed_in')
    const { ten, sub, dev, fam } = claims.data
    return { claims: { tenant: ten, personId: sub, deviceId: dev, familyId: fam }, expiresAtMs: (payload.exp ?? 0) * 1_000 }
  } catch (error) {
    if (error instanceof ProblemError) throw error
    if (error instanceof errors.JWTExpired) throw new ProblemError(401, 'session_expired')
    throw new ProblemError(401, 'not_signed_in', { cause: error })
  }
}

/** More desks than one node serves. */
const KEPT = 5_000

/**
 * Reads access tokens. A signature that was right stays right, so it is looked at once a token: five hundred desks that come at once
 * wait for it otherwise. Whether the token is over, and what the database says of its device, is looked at each time.
 */
export class AccessTokens {
  readonly #key: Uint8Array
  readonly #clock: Clock
  readonly #read = new Map<string, Read>()

  constructor(key: Uint8Array, clock: Clock) {
    this.#key = key
    this.#clock = clock
  }

  /**
   * Out: the claims of a token. Throws ProblemError 401 `session_expired` when it is over (refresh it) and 401 `not_signed_in` when
   * it is none of ours.
   */
  async read(token: string): Promise<AccessClaims> {
    const known = this.#read.get(token)
    if (known && known.expiresAtMs > this.#clock.now()) return known.claims
    this.#read.delete(token)
    const read = await verify(this.#key, token, this.#clock)
    this.#read.set(token, read)
    for (const oldest of this.#read.keys()) {
      if (this.#read.size <= KEPT) break
      this.#read.delete(oldest)
    }
    return read.claims
  }
}
