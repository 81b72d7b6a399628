import { createServer } from 'node:http'
import type { IncomingHttpHeaders, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../app.ts'
import type { ApiContext } from '../context.ts'
import { startDeliveries } from '../jobs/deliveries.ts'
import type { App } from '../routes/app-type.ts'
import { makeRouting } from '../routing/router.ts'
import { storeChannelSecret } from '../store/channel-secrets.ts'
import { listEntities, readEntity } from '../store/entities.ts'
import type { TestShop } from '../store/test-context.ts'
import { testContext, testShop } from '../store/test-context.ts'
import { testDatabase } from '../store/test-database.ts'
import type { TestDatabase } from '../store/test-database.ts'
import { inTransaction } from '../store/transaction.ts'
import { isOutside, mustBeOutside } from './outside-address.ts'
import { CHANNEL_DELIVERIES, makeChannels } from './parts.ts'
import { appendLine } from './thread.ts'
import { nextAttemptAtMs } from './webhook-out.ts'
import { webhookRoutes } from './webhook-routes.ts'
import { isGenuine, signWebhook } from './webhook-signature.ts'

const SECRET = `whsec_${Buffer.alloc(32, 1).toString('base64')}`
const OLD = `whsec_${Buffer.alloc(32, 2).toString('base64')}`
const SENT = `whsec_${Buffer.alloc(32, 3).toString('base64')}`

describe('signature', () => {
  const body = Buffer.from('{"text":"你好"}')
  const at = 1_760_000_000
  const headers = { id: 'msg_1', timestamp: String(at), signature: signWebhook(SECRET, 'msg_1', at, body) }

  test('is that of the Standard Webhooks package', () => {
    expect(headers.signature).toBe(new Webhook(SECRET).sign('msg_1', new Date(at * 1000), body.toString()))
  })

  test.each([
    ['genuine', {}, SECRET, body, at, true],
    ['another secret', {}, OLD, body, at, false],
    ['one of two secrets while one is replaced', {}, `${OLD} ${SECRET}`, body, at, true],
    ['another body', {}, SECRET, Buffer.from('{}'), at, false],
    ['another id', { id: 'msg_2' }, SECRET, body, at, false],
    ['another time', { timestamp: String(at + 1) }, SECRET, body, at, false],
    ['at the end of the tolerance', {}, SECRET, body, at + 300, true],
    ['too old', {}, SECRET, body, at + 301, false],
    ['from the future', {}, SECRET, body, at - 301, false],
    ['no time', { timestamp: '' }, SECRET, body, at, false],
    ['no signature', { signature: '' }, SECRET, body, at, false],
    ['another version', { signature: headers.signature.replace('v1,', 'v2,') }, SECRET, body, at, false],
    ['genuine among others', { signature: `v1,AAAA v1a,xyz ${headers.signature}` }, SECRET, body, at, true],
    ['no secret at all', {}, '', body, at, false],
  ])('%s', (_name, change, secret, bytes, nowSec, genuine) => {
    expect(isGenuine(secret, { ...headers, ...change }, bytes, nowSec * 1000)).toBe(genuine)
  })
})

describe('addresses outside', () => {
  test.each([
    ['8.8.8.8', true], ['2606:4700::1111', true], ['127.0.0.1', false], ['10.1.2.3', false], ['172.31.0.1', false], ['192.168.1.1', false],
    ['169.254.169.254', false], ['100.64.0.1', false], ['0.0.0.0', false], ['::1', false], ['::ffff:127.0.0.1', false], ['fd00::1', false],
    ['fe80::1', false], ['64:ff9b::7f00:1', false], ['224.0.0.1', false], ['name', false],
  ])('%s %s', (address, outside) => {
    expect(isOutside(address)).toBe(outside)
  })
  test.each(['http://shop.example/', 'https://127.0.0.1/', 'https://[::1]/', 'https://user:pw@shop.example/', 'https://2130706433/'])('%s is refused', (url) => {
    expect(() => mustBeOutside(new URL(url))).toThrow('not an address outside')
  })
})

test('attempts spread over three days, then end', () => {
  let nowMs = 0
  for (let attempts = 1; ; attempts++) {
    const next = nextAttemptAtMs(attempts, nowMs, () => 0.5)
    if (next === null) break
    expect(next).toBeGreaterThan(nowMs)
    nowMs = next
  }
  expect(nowMs / 86_400_000).toBeGreaterThan(2.5)
  expect(nextAttemptAtMs(1, 0, () => 0)).toBe(4_000)
  expect(nextAttemptAtMs(1, 0, () => 1)).toBe(6_000)
})

let db: TestDatabase
let ctx: ApiContext & { end(): Promise<void> }
let app: App
let shop: TestShop
let receiver: Server
let receiverUrl: string
const received: { headers: IncomingHttpHeaders, body: string }[] = []
let answerWith = 200
const routing = makeRouting(() => ctx)
const config = { signingKey: Buffer.from('test-signing-key'), publicUrl: 'http://127.0.0.1', production: false, demo: true }

beforeAll(async () => {
  db = await testDatabase()
  ctx = await testContext(db, { routing, channels: makeChannels(() => ctx), config })
  shop = await testShop(ctx)
  receiver = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(parts).toString() })
      response.writeHead(answerWith).end('{}')
    })
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  receiverUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`
  await inTransaction(ctx, shop.tenant, async (changes) => {
    const channel = await readEntity(changes, 'channel', shop.channelId)
    if (channel) await changes.put('channel', { ...channel, kind: 'webhook', automaticReply: '您好，马上来' })
    await storeChannelSecret(changes, { channelId: shop.channelId, kind: 'webhook_in', publicKey: 'hook-key', secret: `${OLD} ${SECRET}`, url: null }, 0)
    await storeChannelSecret(changes, { channelId: shop.channelId, kind: 'webhook_out', publicKey: null, secret: SENT, url: receiverUrl }, 0)
  })
  app = (await buildApp({
    log: ctx.log,
    parts: [(made) => {
      made.decorateRequest('actor', { getter: () => ({ tenant: shop.tenant, personId: shop.people['xiaoan'], deviceId: shop.devices['xiaoan'] }) as never })
      webhookRoutes(made, ctx)
    }],
  })).app
  await app.ready()
})
afterAll(async () => {
  await app.close()
  await routing.idle()
  receiver.closeAllConnections()
  receiver.close()
  await ctx.end()
  await db.close()
})

const message = (externalMessageId: string, text: string, from = 'customer') => ({
  type: 'conversation.message', timestamp: '2026-11-21T12:00:00.000Z',
  data: {
    externalConversationId: 'C-1', externalMessageId, from, customer: { externalId: 'U-1', nickname: '旺旺小雨' }, agentName: null, text,
  },
})

async function post(id: string, payload: unknown, { secret = SECRET, key = 'hook-key', body = JSON.stringify(payload) } = {}) {
  const seconds = Math.floor(ctx.clock.now() / 1000)
  const response = await app.inject({
    method: 'POST', url: `/v1/webhooks/${key}`, payload: body,
    headers: {
      'content-type': 'application/json', 'webhook-id': id, 'webhook-timestamp': String(seconds),
      'webhook-signature': signWebhook(secret, id, seconds, Buffer.from(body)),
    },
  })
  return [response.statusCode, response.json<{ status: unknown, code?: string }>()] as const
}
const rows = async () => listEntities(
  { tx: db.sql, tenant: shop.tenant, keys: await ctx.keys.of(db.sql, shop.tenant) }, 'message', {}, { orderBy: 'position' })

test('in: a signed message counts once, by the webhook id and by the message id', async () => {
  expect(await post('w-1', message('m-1', '在吗'))).toEqual([200, { status: 'accepted' }])
  expect(await post('w-1', message('m-1', '在吗'))).toEqual([200, { status: 'repeated' }])
  expect(await post('w-2', message('m-1', '在吗'))).toEqual([200, { status: 'repeated' }])
  expect(await post('w-3', message('m-2', '在不在'), { key: shop.channelId, secret: OLD })).toEqual([200, { status: 'accepted' }])
  await routing.idle()
  const texts = (await rows()).filter(({ author }) => author !== 'system').map(({ author, body }) => `${author} ${body}`)
  expect(texts).toEqual(['customer 在吗', 'automatic 您好，马上来', 'customer 在不在'])
})

test.each([
  ['a wrong secret', message('x', 'x'), { secret: SENT }, 401, 'bad_signature'],
  ['no such channel', message('x', 'x'), { key: 'nobody' }, 401, 'bad_signature'],
  ['a line of an agent', message('x', 'x', 'agent'), {}, 422, 'only_customers'],
  ['an empty text', message('x', '  '), {}, 422, 'empty'],
  ['no JSON', null, { body: '{' }, 400, 'invalid_json'],
  ['other JSON', { type: 'order.paid' }, {}, 400, 'invalid_request'],
])('in: %s is refused and nothing is stored', async (_name, payload, options, status, code) => {
  const before = await rows()
  const [got, body] = await post(`bad-${code}`, payload, options)
  expect([got, body.code]).toEqual([status, code])
  expect(await rows()).toHaveLength(before.length)
})

test('out: signed, with the shop IM\'s own ids; failures come again, then lie as dead letters and can be sent anew', async () => {
  const conversation = (await listEntities({ tx: db.sql, tenant: shop.tenant, keys: await ctx.keys.of(db.sql, shop.tenant) }, 'conversation', {}))[0]
  if (!conversation) throw new Error('no conversation')
  const deliveries = startDeliveries(ctx, CHANNEL_DELIVERIES, { loop: false })
  await deliveries.runDue()
  const automatic = received.shift()
  const verified = new Webhook(SENT).verify(automatic?.body ?? '', automatic?.headers as Record<string, string>)
  expect(verified).toMatchObject({ type: 'conversation.message', data: { from: 'automatic', externalConversationId: 'C-1', customer: { externalId: 'U-1', nickname: '旺旺小雨' }, text: '您好，马上来' } })

  const lineId = ctx.ids.next()
  await inTransaction(ctx, shop.tenant, async (changes) => {
    const locked = await readEntity(changes, 'conversation', conversation.id, { lock: true })
    if (!locked) throw new Error('gone')
    const said = await appendLine(changes, locked, { id: lineId, author: 'agent', authorId: locked.ownerId, body: '在的' }, ctx.clock.now())
    await changes.put('conversation', said.conversation)
    await ctx.channels.deliver(changes, said.conversation, said.message)
  })
  answerWith = 503
  await deliveries.runDue()
  const [waiting] = await db.sql`select id, state, attempts, last_status from delivery where message_id = ${lineId}`
  expect(waiting).toMatchObject({ state: 'pending', attempts: 1, last_status: 503 })
  answerWith = 410
  await db.sql`update delivery set next_at_ms = 0 where message_id = ${lineId}`
  await deliveries.runDue()
  const dead = (await app.inject('/v1/deliveries?state=dead')).json<{ deliveries: unknown[] }>()
  expect(dead.deliveries).toMatchObject([{ id: waiting?.id as string, state: 'dead', lastStatus: 410, attempts: 2, messageId: lineId }])
  answerWith = 200
  expect((await app.inject({ method: 'POST', url: `/v1/deliveries/${waiting?.id as string}/resend` })).statusCode).toBe(204)
  await deliveries.runDue()
  const ids = received.map(({ headers }) => headers['webhook-id'])
  expect(new Set(ids)).toEqual(new Set([waiting?.id]))
  expect(received).toHaveLength(3)
  const [line] = await db.sql`select delivered_at_ms from message where id = ${lineId}`
  expect(line?.delivered_at_ms).not.toBeNull()
})

test('a secret is replaced without a gap', async () => {
  const replace = (step: string) => app.inject({
    method: 'POST', url: `/v1/channels/${shop.channelId}/webhook-secrets`, payload: { kind: 'webhook_in', step },
  })
  expect((await replace('add')).json()).toMatchObject({ status: 409, code: 'replacement_open' })
  expect((await replace('retire')).json()).toEqual({ secret: null })
  const made = (await replace('add')).json<{ secret: string }>().secret
  expect(await post('r-1', message('r-1', '旧的'), { secret: OLD })).toEqual([200, { status: 'accepted' }])
  expect(await post('r-2', message('r-2', '新的'), { secret: made })).toEqual([200, { status: 'accepted' }])
  await replace('retire')
  expect((await post('r-3', message('r-3', '旧的'), { secret: OLD }))[0]).toBe(401)
  expect(await post('r-4', message('r-4', '新的'), { secret: made })).toEqual([200, { status: 'accepted' }])
})

test('out: an address inside our network is a dead letter at once outside a trial', async () => {
  const strict: ApiContext = { ...ctx, config: { ...config, demo: false } }
  await inTransaction(ctx, shop.tenant, async (changes) => {
    const [found] = await listEntities(changes, 'conversation', {})
    if (!found) throw new Error('gone')
    const said = await appendLine(changes, found, { id: ctx.ids.next(), author: 'agent', authorId: found.ownerId, body: '还在' }, ctx.clock.now())
    await changes.put('conversation', said.conversation)
    await ctx.channels.deliver(changes, said.conversation, said.message)
  })
  const before = received.length
  await startDeliveries(strict, CHANNEL_DELIVERIES, { loop: false }).runDue()
  expect(received).toHaveLength(before)
  const [row] = await db.sql`select state, last_error from delivery order by created_at_ms desc limit 1`
  expect(row).toMatchObject({ state: 'dead', last_error: '127.0.0.1 is not an address outside' })
})
