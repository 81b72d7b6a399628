import type { FastifyRequest } from 'fastify'
import type { Role } from '../../domain/entities/people.ts'
import type { ApiContext, RequestAuth } from '../context.ts'
import type { App } from '../routes/app-type.ts'
import { ProblemError } from '../routes/problem.ts'
import { AccessTokens } from './access-token.ts'
import { accessOf } from './access.ts'

/** Who calls, read anew from the database on each request: a revoked device or a changed role counts at once. */
export interface Actor extends RequestAuth {
  /** The sign-in that the access token comes from. */
  readonly familyId: string
  readonly account: string
  readonly name: string
  readonly teamIds: readonly string[]
}

interface SessionRow {
  device_status: string
  active: boolean
  family_live: boolean
  account: string
  name: string
  roles: Role[]
  team_ids: string[]
}

function bearer(request: FastifyRequest): string {
  const header = request.headers.authorization ?? ''
  if (!/^bearer /i.test(header)) throw new ProblemError(401, 'not_signed_in')
  return header.slice('bearer '.length).trim()
}

/**
 * The person behind a request's access token. Throws ProblemError 401: `not_signed_in`, `session_expired` (refresh),
 * `device_revoked` (wipe).
 */
async function actorOf(request: FastifyRequest, { sql }: ApiContext, tokens: AccessTokens): Promise<Actor> {
  const claims = await tokens.read(bearer(request))
  const [row] = await sql<SessionRow[]>`
    select d.status as device_status, p.active, p.account, p.name, p.roles, p.team_ids, exists (
      select 1 from refresh_token t where t.tenant = d.tenant and t.id = ${claims.familyId}
        and t.device_id = d.id and t.revoked_at_ms is null
    ) as family_live
    from device d join person p on p.tenant = d.tenant and p.id = d.person_id
    where d.tenant = ${claims.tenant} and d.id = ${claims.deviceId} and d.person_id = ${claims.personId}`
  if (!row) throw new ProblemError(401, 'not_signed_in')
  if (row.device_status !== 'active') throw new ProblemError(401, 'device_revoked')
  if (!row.active || !row.family_live) throw new ProblemError(401, 'session_expired')
  return { ...claims, account: row.account, name: row.name, roles: row.roles, teamIds: row.team_ids }
}

/** Throws ProblemError 403 `not_allowed` unless the person has one of the roles. Every service calls it first. */
export function requireRole(actor: RequestAuth, ...roles: readonly Role[]): void {
  if (!actor.roles.some((role) => roles.includes(role))) throw new ProblemError(403, 'not_allowed')
}

/** The signed-in caller of a route for people. */
export function actorIn(request: FastifyRequest): Actor {
  if (request.actor === null) throw new ProblemError(401, 'not_signed_in')
  return request.actor
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the hook on routes for people; null on public ones. */
    actor: Actor | null
  }
}

/** Checks every request before its body is read: who it is, and whether the route is for them. */
export function authenticate(app: App, context: ApiContext): void {
  const tokens = new AccessTokens(context.config.signingKey, context.clock)
  app.decorateRequest('actor', null)
  app.decorateRequest('auth', { getter() { return actorIn(this) } })
  app.addHook('onRequest', async (request) => {
    if (request.is404) return
    const access = accessOf(request)
    if (access === 'public' || access === 'visitor' || access === 'signature') return
    request.actor = await actorOf(request, context, tokens)
    if (access !== 'signed_in') requireRole(request.actor, ...access)
  })
}
