import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Id } from '../../domain/entities/scalars.ts'
import { WebhookDelivery, WebhookMessage } from '../../protocol/rest.ts'
import { actorIn } from '../auth/authenticate.ts'
import type { ApiContext } from '../context.ts'
import type { App } from '../routes/app-type.ts'
import { ProblemError } from '../routes/problem.ts'
import { readChannelSecret } from '../store/channel-secrets.ts'
import { Allowances } from './allowance.ts'
import { NoSuchDoor } from './intake.ts'
import { takeInWebhook } from './webhook-in.ts'
import { replaceWebhookSecret } from './webhook-secrets.ts'
import { isGenuine } from './webhook-signature.ts'

const BODY_LIMIT = 256 * 1024
const LIMITS = { address: { burst: 600, perMinute: 3_000 }, channel: { burst: 600, perMinute: 1_800 } }
const MAX_LISTED = 200

const header = (request: FastifyRequest, name: string): string => {
  const value = request.headers[name]
  return typeof value === 'string' && value.length <= 2_000 ? value : ''
}

/** The channel behind an address: by its public key, or by its id where only one shop has it. */
async function channelOf({ sql }: ApiContext, key: string): Promise<{ tenant: string, channelId: string } | null> {
  const rows = await sql<{ tenant: string, channelId: string, byKey: boolean }[]>`
    select tenant, channel_id as "channelId", coalesce(public_key = ${key}, false) as "byKey" from channel_secret
    where kind = 'webhook_in' and active and (public_key = ${key} or channel_id = ${key})`
  return rows.find(({ byKey }) => byKey) ?? (rows.length === 1 ? rows[0] ?? null : null)
}

/** The sender's channel and id. Throws ProblemError 401 `bad_signature`, the same for every reason. */
async function authenticated(context: ApiContext, request: FastifyRequest, key: string, body: Buffer) {
  const { sql } = context
  const webhookId = header(request, 'webhook-id')
  const found = await channelOf(context, key)
  const secret = found && await readChannelSecret({ tx: sql, tenant: found.tenant, keys: await context.keys.of(sql, found.tenant) }, found.channelId, 'webhook_in')
  const headers = { id: webhookId, timestamp: header(request, 'webhook-timestamp'), signature: header(request, 'webhook-signature') }
  if (!found || !secret?.secret || webhookId.length > 200 || !isGenuine(secret.secret, headers, body, context.clock.now())) {
    throw new ProblemError(401, 'bad_signature')
  }
  return { ...found, webhookId }
}

/** Signed webhooks in (POST /v1/webhooks/:channelId), and the list of deliveries out. In: the app and the context. */
export function webhookRoutes(app: App, context: ApiContext): void {
  const allowances = new Allowances(context.clock)
  app.register(async (scope: App) => {
    // The signature is over the bytes as they were sent.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) => done(null, body))
    scope.post('/v1/webhooks/:channelId', {
      config: { access: 'signature' as const }, bodyLimit: BODY_LIMIT,
      schema: { params: z.object({ channelId: Id }), response: { 200: z.object({ status: z.enum(['accepted', 'repeated', 'blocked']) }) } },
    }, async (request) => {
      allowances.take(`address:${request.ip}`, LIMITS.address)
      const body: unknown = request.body
      if (!Buffer.isBuffer(body)) throw new ProblemError(400, 'invalid_json')
      const { tenant, channelId, webhookId } = await authenticated(context, request, request.params.channelId, body)
      allowances.take(`channel:${channelId}`, LIMITS.channel)
      const message = parse(body)
      if (message.data.from !== 'customer') throw new ProblemError(422, 'only_customers', { detail: 'data.from must be "customer"' })
      if (message.data.text.trim() === '') throw new ProblemError(422, 'empty')
      try {
        return { status: await takeInWebhook(context, tenant, channelId, webhookId, message) }
      } catch (error) {
        if (error instanceof NoSuchDoor) throw new ProblemError(404, 'no_such_channel')
        throw error
      }
    })
  })
  deliveryRoutes(app, context)
}

/** Throws ProblemError 400. */
function parse(body: Buffer): WebhookMessage {
  let json: unknown
  try {
    json = JSON.parse(body.toString('utf8'))
  } catch (cause) {
    throw new ProblemError(400, 'invalid_json', { cause })
  }
  const parsed = WebhookMessage.safeParse(json)
  if (parsed.success) return parsed.data
  const places = parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.code}`)
  throw new ProblemError(400, 'invalid_request', { detail: places.join('; ') })
}

function deliveryRoutes(app: App, context: ApiContext): void {
  const led = { config: { access: ['supervisor', 'admin'] as const } }

  app.get('/v1/deliveries', {
    ...led,
    schema: {
      querystring: z.object({ state: z.enum(['pending', 'done', 'dead']).default('dead') }),
      response: { 200: z.object({ deliveries: z.array(WebhookDelivery) }) },
    },
  }, async (request) => {
    const deliveries = await context.sql<WebhookDelivery[]>`
      select id, kind, channel_id as "channelId", conversation_id as "conversationId", message_id as "messageId", state, attempts,
        last_status as "lastStatus", last_error as "lastError", created_at_ms as "createdAtMs", next_at_ms as "nextAtMs",
        settled_at_ms as "settledAtMs"
      from delivery where tenant = ${actorIn(request).tenant} and state = ${request.query.state}
      order by created_at_ms desc, id limit ${MAX_LISTED}`
    return { deliveries: [...deliveries] }
  })

  app.post('/v1/deliveries/:id/resend', { ...led, schema: { params: z.object({ id: Id }) } }, async (request, reply) => {
    const nowMs = context.clock.now()
    const [row] = await context.sql`
      update delivery set state = 'pending', attempts = 0, next_at_ms = ${nowMs}, taken_until_ms = null, settled_at_ms = null
      where tenant = ${actorIn(request).tenant} and id = ${request.params.id} and state = 'dead' returning id`
    if (!row) throw new ProblemError(404, 'not_found')
    return reply.code(204).send()
  })

  app.post('/v1/channels/:channelId/webhook-secrets', {
    config: { access: ['admin'] as const },
    schema: {
      params: z.object({ channelId: Id }),
      body: z.object({ kind: z.enum(['webhook_in', 'webhook_out']), step: z.enum(['add', 'retire']) }),
      response: { 200: z.object({ secret: z.string().nullable() }) },
    },
  }, async (request) => {
    const { kind, step } = request.body
    return { secret: await replaceWebhookSecret(context, actorIn(request), request.params.channelId, kind, step) }
  })
}
