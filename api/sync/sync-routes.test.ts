import { createHash, randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CHUNK_BYTES } from '../../protocol/rest.ts'
import { PullResponse, PushResponse, SCHEMA_VERSION, SnapshotLine, StreamEvent } from '../../protocol/sync.ts'
import { assembleApp } from '../assemble.ts'
import { issueAccessToken } from '../auth/access-token.ts'
import { endSessionsOf } from '../auth/end-sessions.ts'
import { startFamily } from '../auth/refresh-tokens.ts'
import type { ApiContext } from '../context.ts'
import type { App } from '../routes/app-type.ts'
import { readEpoch } from '../store/tenants.ts'
import { testContext, testConversation, testShop } from '../store/test-context.ts'
import type { TestShop } from '../store/test-context.ts'
import { testDatabase } from '../store/test-database.ts'
import { inTransaction } from '../store/transaction.ts'
import { TestDesk, serverRows } from './test-desk.ts'

// The sync routes over a real socket.
const db = await testDatabase(16)
let ctx: ApiContext & { end(): Promise<void> }
let app: App
let url: string
let shop: TestShop
let tokens: Record<string, string>
beforeAll(async () => {
  ctx = await testContext(db, {
    config: { signingKey: randomBytes(32), publicUrl: 'http://127.0.0.1', production: false, demo: false },
  })
  app = (await assembleApp(ctx, { log: pino({ level: 'silent' }) })).app
  await app.listen({ host: '127.0.0.1', port: 0 })
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  shop = await testShop(ctx, { xiaoan: {}, xiaolin: {}, momo: {}, boss: { roles: ['supervisor'] } })
  tokens = {}
  for (const account of Object.keys(shop.people)) tokens[account] = await tokenOf(account)
})
afterAll(async () => {
  await app.close()
  await ctx.end()
  await db.close()
})

async function tokenOf(account: string): Promise<string> {
  const who = { tenant: shop.tenant, personId: shop.people[account]!, deviceId: shop.devices[account]! }
  const { familyId } = await inTransaction(ctx, shop.tenant, (changes) => startFamily(changes.tx, who, ctx.ids, ctx.clock.now()))
  return (await issueAccessToken(ctx.config.signingKey, { ...who, familyId }, ctx.clock)).token
}

const ask = (account: string, method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => fetch(url + path, {
  method,
  headers: {
    authorization: `Bearer ${tokens[account]}`, ...(body === undefined || body instanceof Uint8Array ? {} : { 'content-type': 'application/json' }), ...headers,
  },
  ...(body === undefined ? {} : { body: body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body) }),
})
const deskOf = (account: string) => new TestDesk(ctx, { tenant: shop.tenant, personId: shop.people[account]!, deviceId: shop.devices[account]! })
const base = async (account: string) => ({ deviceId: shop.devices[account]!, epoch: await readEpoch(db.sql, shop.tenant), schema: SCHEMA_VERSION })

/** Events of a stream until `enough` says so. */
async function listen(account: string, onOpen: () => Promise<void>, enough: (events: StreamEvent[]) => boolean | Promise<boolean>): Promise<StreamEvent[]> {
  const stop = new AbortController()
  const response = await fetch(`${url}/v1/sync/stream`, { headers: { authorization: `Bearer ${tokens[account]}` }, signal: stop.signal })
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const events: StreamEvent[] = []
  let text = ''
  let opened = false
  for await (const chunk of response.body!) {
    text += Buffer.from(chunk).toString()
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const [, event = '', data = ''] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? []
      events.push(StreamEvent.parse({ event, data: JSON.parse(data) }))
    }
    if (!opened && events.some(({ event }) => event === 'ping')) {
      opened = true
      await onOpen()
    }
    if (opened && await enough(events)) break
  }
  stop.abort()
  return events
}

test('push and pull speak the protocol; bad bodies are problems', async () => {
  const conversation = await testConversation(ctx, shop, shop.people['xiaoan'])
  const pushed = await ask('xiaoan', 'POST', '/v1/sync/push', {
    ...await base('xiaoan'), mutations: [{ id: 1, key: 'key-one-1', name: 'conversation.spam', args: { conversationId: conversation.id, on: true }, atMs: 1 }],
  })
  expect(PushResponse.parse(await pushed.json()).results[0]).toMatchObject({ status: 'applied' })
  const pulled = await ask('xiaoan', 'POST', '/v1/sync/pull', { ...await base('xiaoan'), cookie: null })
  expect(PullResponse.parse(await pulled.json()).changes.length).toBeGreaterThan(0)
  for (const [path, body] of [['/v1/sync/push', { nonsense: true }], ['/v1/sync/pull', []], ['/v1/sync/snapshot', { schema: 'x' }]] as const) {
    const answer = await ask('xiaoan', 'POST', path, body)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([400, expect.stringContaining('application/problem+json')])
  }
  expect((await fetch(`${url}/v1/sync/pull`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })).status).toBe(401)
  const old = await ask('xiaoan', 'POST', '/v1/sync/pull', { ...await base('xiaoan'), schema: 0, cookie: null })
  expect([old.status, (await old.json() as { code: string }).code]).toEqual([426, 'upgrade_required'])
  const foreign = await ask('xiaoan', 'POST', '/v1/sync/pull', { ...await base('xiaolin'), cookie: null })
  expect(foreign.status).toBe(403)
})

test('a snapshot is everything at one seq, while others go on writing, and its cookie goes on from there', async () => {
  const conversations = await Promise.all(Array.from({ length: 5 }, () => testConversation(ctx, shop, shop.people['momo'])))
  const note = (n: number) => inTransaction(ctx, shop.tenant, async (changes) => {
    for (let i = 0; i < 90; i++) {
      await changes.put('customer_note', {
        id: ctx.ids.next(), customerId: conversations[n % 5]!.customerId, authorId: shop.people['momo']!, body: `note ${n}`, atMs: 1, removed: false,
      })
    }
  })
  for (let n = 0; n < 10; n++) await note(n)
  const response = await ask('momo', 'POST', '/v1/sync/snapshot', await base('momo'), { 'accept-encoding': 'gzip' })
  expect([response.status, response.headers.get('content-encoding')]).toEqual([200, 'gzip'])
  await note(11)
  const lines = (await response.text()).trim().split('\n').map((line) => SnapshotLine.parse(JSON.parse(line)))
  const [begin, end] = [lines[0]!, lines.at(-1)!]
  expect([begin.kind, end.kind]).toEqual(['begin', 'end'])
  if (begin.kind !== 'begin' || end.kind !== 'end') return
  expect(lines.length - 2).toBe(begin.rows)
  const desk = deskOf('momo')
  desk.adopt(lines)
  const sums = desk.sums()
  for (const [scope, sum] of Object.entries(end.scopeSums)) expect(sum, scope).toBe(sums[scope] ?? '0')
  await desk.catchUp()
  expect([...desk.rows.keys()].sort()).toEqual([...(await serverRows(ctx, desk.auth)).keys()].sort())
})

test('a snapshot whose reader leaves frees its place', async () => {
  for (let round = 0; round < 6; round++) {
    const stop = new AbortController()
    const response = await fetch(`${url}/v1/sync/snapshot`, {
      method: 'POST', signal: stop.signal, body: JSON.stringify(await base('momo')),
      headers: { authorization: `Bearer ${tokens['momo']}`, 'content-type': 'application/json', 'accept-encoding': 'identity' },
    })
    if (response.status === 503) {
      await ctx.clock.sleep(50)
      continue
    }
    expect(response.status).toBe(200)
    stop.abort()
  }
  for (let tries = 0; tries < 100; tries++) {
    const [held] = await db.sql<{ count: number }[]>`
      select count(*) as count from pg_stat_activity where state = 'idle in transaction' and datname = current_database()`
    if (held?.count === 0) return
    await ctx.clock.sleep(50)
  }
  expect.fail('a snapshot still holds its transaction')
})

test('the stream pokes whom it concerns and nobody else, tells live notices, and takes up new scopes', async () => {
  const conversation = await testConversation(ctx, shop)
  const desk = deskOf('xiaoan')
  desk.nextId = 2
  const other = listen('xiaolin', async () => undefined, (events) => events.filter(({ event }) => event === 'ping').length >= 2)
  const pokes = (list: StreamEvent[]) => list.flatMap((one) => (one.event === 'poke' ? [Number(one.data.seq)] : []))
  const headNow = async () => (await db.sql<{ seq: number }[]>`select seq from tenant_head where tenant = ${shop.tenant}`)[0]?.seq
  // Each step once the poke of the one before is here.
  const steps = [
    () => desk.do('customer.note', { noteId: ctx.ids.next(), customerId: conversation.customerId, body: 'x' }),
    async () => ctx.hub.publish({ tenant: shop.tenant, topic: 'typing', conversationId: conversation.id, who: 'customer', personId: null }),
  ]
  const events = await listen('xiaoan', async () => {
    await desk.do('conversation.take', { conversationId: conversation.id })
  }, async (list) => {
    if (pokes(list).at(-1) === await headNow()) await steps.shift()?.()
    return list.some(({ event }) => event === 'live')
  })
  const head = await headNow()
  // Own and queue scopes at the take, the customer's scope (granted just now) at the note.
  expect(pokes(events).at(-1)).toBe(head)
  expect(events.at(-1)).toEqual({ event: 'live', data: { topic: 'typing', conversationId: conversation.id, who: 'customer', personId: null } })
  expect(pokes(await other)).not.toContain(head)
})

test('POST /v1/live reaches the customer side, for conversations in scope only', async () => {
  const conversation = await testConversation(ctx, shop, shop.people['xiaoan'])
  const heard = new Promise((resolve) => ctx.hub.onLive(shop.tenant, conversation.id, resolve))
  const notice = { topic: 'typing', conversationId: conversation.id }
  expect((await ask('xiaolin', 'POST', '/v1/live', notice)).status).toBe(404)
  expect((await ask('xiaoan', 'POST', '/v1/live', notice)).status).toBe(200)
  expect(await heard).toMatchObject({ who: 'agent', personId: shop.people['xiaoan'] })
})

test('L4: a supervisor who watches is shown to the agent within a second, and sees the agent write; nobody else does', async () => {
  const conversation = await testConversation(ctx, shop, shop.people['xiaoan'])
  const boss = deskOf('boss')
  const look = (account: string, topic: 'viewing' | 'typing') => ask(account, 'POST', '/v1/live', { topic, conversationId: conversation.id })
  const isLive = ({ event }: StreamEvent): boolean => event === 'live'
  expect((await look('boss', 'viewing')).status).toBe(404)
  await boss.do('conversation.watch', { conversationId: conversation.id, on: true })
  const atAgent = await listen('xiaoan', async () => { expect((await look('boss', 'viewing')).status).toBe(200) }, (list) => list.some(isLive))
  expect(atAgent.find(isLive)).toMatchObject({ data: { topic: 'viewing', conversationId: conversation.id, who: 'agent', personId: shop.people['boss'] } })
  const atBoss = await listen('boss', async () => { await look('xiaoan', 'typing') }, (list) => list.some(isLive))
  expect(atBoss.find(isLive)).toMatchObject({ data: { topic: 'typing', personId: shop.people['xiaoan'] } })
  await boss.do('conversation.watch', { conversationId: conversation.id, on: false })
  expect((await look('boss', 'viewing')).status).toBe(404)
})

test('attachments: chunks in any order, resumed, checked, read by those in scope', async () => {
  const conversation = await testConversation(ctx, shop, shop.people['xiaoan'])
  const bytes = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), randomBytes(CHUNK_BYTES + 1_000)])
  const id = ctx.ids.next()
  const desk = deskOf('xiaoan')
  const [device] = await db.sql<{ last: number }[]>`select last_mutation_id as last from device where tenant = ${shop.tenant} and id = ${desk.auth.deviceId}`
  desk.nextId = (device?.last ?? 0) + 1
  await desk.do('attachment.add', {
    id, conversationId: conversation.id, name: 'p.png', mime: 'image/png', size: bytes.length, width: 1, height: 1,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  })
  const put = (n: number, chunk: Uint8Array, account = 'xiaoan') =>
    ask(account, 'PUT', `/v1/attachments/${id}/chunks/${n}`, chunk, { 'content-type': 'application/octet-stream' })
  expect((await put(1, bytes.subarray(CHUNK_BYTES), 'xiaolin')).status).toBe(404)
  expect((await put(1, bytes.subarray(CHUNK_BYTES))).status).toBe(200)
  expect((await put(5, bytes.subarray(CHUNK_BYTES))).status).toBe(422)
  expect((await put(0, randomBytes(CHUNK_BYTES))).status).toBe(422)
  expect((await put(0, Buffer.alloc(CHUNK_BYTES + 1))).status).toBe(413)
  const have = await ask('xiaoan', 'GET', `/v1/attachments/${id}/chunks`)
  expect(await have.json()).toEqual({ have: [1] })
  expect((await ask('xiaoan', 'GET', `/v1/attachments/${id}/bytes`)).status).toBe(409)
  const wrong = Buffer.from(bytes.subarray(0, CHUNK_BYTES))
  wrong[100] = wrong[100]! ^ 1
  expect((await put(0, wrong)).status).toBe(422)
  expect((await put(0, bytes.subarray(0, CHUNK_BYTES))).status).toBe(200)
  expect((await put(1, bytes.subarray(CHUNK_BYTES))).status).toBe(200)
  const read = await ask('xiaoan', 'GET', `/v1/attachments/${id}/bytes`)
  expect(read.headers.get('content-type')).toBe('image/png')
  expect(Buffer.from(await read.arrayBuffer()).equals(bytes)).toBe(true)
  await desk.catchUp()
  expect(desk.rows.get(`attachment\n${id}`)?.row).toMatchObject({ state: 'ready' })
})

test('I13 a revoked device hears `revoked` on its stream, and the stream ends', async () => {
  const events = await listen('xiaolin', async () => {
    await db.sql`update device set status = 'revoked' where tenant = ${shop.tenant} and id = ${shop.devices['xiaolin']!}`
    ctx.hub.standingChanged(shop.tenant, shop.devices['xiaolin']!)
  }, (list) => list.some(({ event }) => event === 'revoked'))
  expect(events.at(-1)).toEqual({ event: 'revoked', data: {} })
  expect((await ask('xiaolin', 'POST', '/v1/sync/pull', { ...await base('xiaolin'), cookie: null })).status).toBe(401)
})

test('a session that ends closes its stream at once, without `revoked`: signed out, password reset, switched off', async () => {
  const personId = shop.people['momo']!
  const { tenant } = shop
  const ways: (() => Promise<void>)[] = [
    async () => { expect((await ask('momo', 'POST', '/v1/auth/sign-out', {})).status).toBe(200) },
    () => inTransaction(ctx, tenant, (changes) => endSessionsOf(ctx, changes, personId, ctx.clock.now())),
    async () => {
      await db.sql`update person set active = false where tenant = ${tenant} and id = ${personId}`
      ctx.hub.standingChanged(tenant, shop.devices['momo']!)
    },
  ]
  for (const end of ways) {
    tokens['momo'] = await tokenOf('momo')
    const startedMs = ctx.clock.monotonic()
    // Never enough: only the end of the stream brings `listen` back; a look-up by ping alone would take 20 s.
    const events = await listen('momo', () => end(), () => false)
    expect(ctx.clock.monotonic() - startedMs).toBeLessThan(10_000)
    expect(events.map(({ event }) => event)).not.toContain('revoked')
    const answer = await ask('momo', 'POST', '/v1/sync/pull', { ...await base('momo'), cookie: null })
    expect([answer.status, await answer.json()]).toMatchObject([401, { code: 'session_expired' }])
  }
})
