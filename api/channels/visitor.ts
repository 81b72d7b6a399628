import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Language } from '../../domain/entities/scalars.ts'
import type { Channel } from '../../domain/entities/team.ts'
import type { ApiContext } from '../context.ts'
import { ProblemError } from '../routes/problem.ts'
import { readEntity } from '../store/entities.ts'
import type { TenantDb } from '../store/entities.ts'
import { inTransaction } from '../store/transaction.ts'
import { customerOfIdentity, keepIdentity } from './identity.ts'
import type { Identity } from './identity.ts'

/** A shop's web chat, found by the public key in its address. */
export interface Door {
  tenant: string
  shopName: string
  channel: Channel
  db: TenantDb
  frameAncestors: string[]
}

/** A customer's browser. */
export interface Visitor extends Door {
  visitorId: string
  customerId: string
  language: Language
}

interface DoorRow {
  tenant: string
  channel_id: string
  name: string
  settings: { chatFrameAncestors?: string[] }
}

/** The door with this public key. Throws ProblemError 404 `no_such_chat`. */
export async function openDoor(context: ApiContext, shopKey: string): Promise<Door> {
  const { sql } = context
  const [row] = await sql<DoorRow[]>`
    select s.tenant, s.channel_id, t.name, t.settings from channel_secret s join tenant t on t.tenant = s.tenant
    where s.public_key = ${shopKey} and s.kind = 'web_chat' and s.active`
  if (!row) throw new ProblemError(404, 'no_such_chat')
  const db: TenantDb = { tx: sql, tenant: row.tenant, keys: await context.keys.of(sql, row.tenant) }
  const channel = await readEntity(db, 'channel', row.channel_id)
  if (!channel?.active) throw new ProblemError(404, 'no_such_chat')
  return { tenant: row.tenant, shopName: row.name, channel, db, frameAncestors: row.settings.chatFrameAncestors ?? ['*'] }
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
      id: customerId, nickname: name || `${language === 'zh' ? '访客' : 'Visitor'} ${visitorId.slice(-4).toUpperCase()}`, name: null, gender: null,
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
