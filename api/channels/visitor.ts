import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Language } from '../../domain/entities/scalars.ts'
import { visitorName } from '../../domain/entities/visitor-name.ts'
import type { ApiContext } from '../context.ts'
import { ProblemError } from '../routes/problem.ts'
import { inTransaction } from '../store/transaction.ts'
import { openDoor } from './door.ts'
import type { Door } from './door.ts'
import { customerOfIdentity, keepIdentity } from './identity.ts'
import type { Identity } from './identity.ts'

/** A customer's browser. */
export interface Visitor extends Door {
  visitorId: string
  customerId: string
  language: Language
}

const TOKEN_BYTES = 32
const hash = (token: string): Buffer => createHash('sha256').update(token).digest()

/** A token carries its own signature, so that guesses end here and cost no query. */
const sign = (context: ApiContext, secret: string): string =>
  createHmac('sha256', context.config.signingKey).update(`visitor\n${secret}`).digest('base64url').slice(0, 22)

/** A new visitor behind this door: a known customer, or a new one. @returns the customer and the token to keep, told this once */
export async function newVisitor(
  context: ApiContext, door: Door,
  { nickname, language, identity }: { nickname: string | null, language: Language, identity: Identity | null },
): Promise<{ token: string, customerId: string }> {
  const secret = randomBytes(TOKEN_BYTES).toString('base64url')
  const token = `${secret}.${sign(context, secret)}`
  const [newId, visitorId, nowMs] = [context.ids.next(), context.ids.next(), context.clock.now()]
  const name = (identity?.name ?? nickname ?? '').replace(/[\p{C}\s]+/gu, ' ').trim().slice(0, 60)
  return inTransaction(context, door.tenant, async (changes) => {
    const known = identity && await customerOfIdentity(changes, door.channel.id, identity)
    const customerId = known ?? newId
    if (!known) await changes.put('customer', {
      id: customerId, nickname: name || visitorName(language, visitorId), name: null, gender: null,
      tier: 'normal', tags: [], sinceMs: nowMs, phoneMasked: null, emailMasked: null, addressMasked: null, birthday: null,
      orderCount: 0, blocked: false,
    })
    if (identity && !known) await keepIdentity(changes, door.channel.id, identity, customerId, nowMs)
    await changes.tx`insert into visitor ${changes.tx({
      tenant: door.tenant, id: visitorId, channel_id: door.channel.id, customer_id: customerId, token_hash: hash(token),
      language, created_at_ms: nowMs, last_seen_at_ms: nowMs,
    })}`
    return { token, customerId }
  })
}

/** The visitor behind a request's Bearer token. Throws ProblemError 401 `visitor_unknown`: start anew. */
export async function visitorOf(context: ApiContext, request: FastifyRequest, shopKey: string): Promise<Visitor> {
  const door = await openDoor(context, shopKey)
  const token = /^bearer ([\w-]{43}\.[\w-]{22})$/i.exec(request.headers.authorization ?? '')?.[1] ?? ''
  const [secret = '', signature = ''] = token.split('.')
  const genuine = token !== '' && timingSafeEqual(Buffer.from(signature), Buffer.from(sign(context, secret)))
  const [row] = genuine ? await context.sql<{ id: string, customer_id: string, language: Language }[]>`
    select id, customer_id, language from visitor
    where tenant = ${door.tenant} and token_hash = ${hash(token)} and channel_id = ${door.channel.id}` : []
  if (!row) throw new ProblemError(401, 'visitor_unknown')
  return { ...door, visitorId: row.id, customerId: row.customer_id, language: row.language }
}
