import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../app.ts'
import type { ApiContext } from '../context.ts'
import type { App } from '../routes/app-type.ts'
import { makeRouting } from '../routing/router.ts'
import { signIdentity } from './identity.ts'
import { storeChannelSecret } from '../store/channel-secrets.ts'
import { listEntities, readEntity } from '../store/entities.ts'
import type { TestShop } from '../store/test-context.ts'
import { testContext, testShop } from '../store/test-context.ts'
import { testDatabase } from '../store/test-database.ts'
import type { TestDatabase } from '../store/test-database.ts'
import { inTransaction } from '../store/transaction.ts'
import { takeChunk } from '../sync/attachments.ts'
import { chatRoutes } from './chat-routes.ts'
import { appendLine } from './thread.ts'

let db: TestDatabase
let ctx: ApiContext & { end(): Promise<void> }
let app: App
let url: string
let shop: TestShop
const routing = makeRouting(() => ctx)
const KEY = 'test-shop-web'
const SECRET = 'identity-secret-of-the-test-shop'

beforeAll(async () => {
  db = await testDatabase()
  ctx = await testContext(db, { routing })
  shop = await testShop(ctx)
  await inTransaction(ctx, shop.tenant, (changes) => storeChannelSecret(changes, {
    channelId: shop.channelId, kind: 'web_chat', publicKey: KEY, secret: SECRET, url: null,
  }, 0))
  app = (await buildApp({ log: ctx.log, parts: [(made) => chatRoutes(made, ctx)] })).app
  await app.listen({ port: 0, host: '127.0.0.1' })
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/v1/chat/${KEY}`
})
afterAll(async () => {
  await app.close()
  await routing.idle()
  await ctx.end()
  await db.close()
})

/** Whatever an answer of these routes may hold. */
interface Answer {
  customerId: string
  code: string
  token: string
  conversationId: string
  messages: { from: string, body: string, system: string | null, attachmentIds: string[] }[]
}
interface Seen { event: string, data: { body: string, system: string | null } }

const json = async (response: Response) => ({ status: response.status, body: response.status === 204 ? {} as Answer : await response.json() as Answer })
async function start(): Promise<string> {
  const { body } = await json(await fetch(`${url}/start`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ nickname: '小雨', language: 'zh' }),
  }))
  return body.token
}
const startAs = async (identity: string) => json(await fetch(`${url}/start`, {
  method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ nickname: null, language: 'zh', identity }),
}))
const call = (token: string, path: string, body?: unknown) => fetch(`${url}${path}`, {
  method: body === undefined ? 'GET' : 'POST',
  headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
}).then(json)
const text = (messageId: string, body: string) => ({ messageId, body, attachmentIds: [] })

async function agentSays(conversationId: string, body: string, author: 'agent' | 'note' = 'agent'): Promise<string> {
  return inTransaction(ctx, shop.tenant, async (changes) => {
    const conversation = await readEntity(changes, 'conversation', conversationId, { lock: true })
    if (!conversation) throw new Error('no conversation')
    const id = ctx.ids.next()
    const said = await appendLine(changes, conversation, { id, author, authorId: conversation.ownerId, body }, ctx.clock.now())
    await changes.put('conversation', said.conversation)
    return id
  })
}

/** Reads server-sent events until `enough`. */
async function events(token: string, after: number, enough: (seen: Seen[]) => boolean) {
  const stop = new AbortController()
  const response = await fetch(`${url}/stream?after=${after}`, { headers: { authorization: `Bearer ${token}` }, signal: stop.signal })
  const seen: Seen[] = []
  let rest = ''
  if (!response.body) throw new Error('no body')
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    rest += chunk
    const parts = rest.split('\n\n')
    rest = parts.pop() ?? ''
    for (const part of parts) {
      const [, event = '', data = ''] = /^event: (\w+)\ndata: (.*)$/s.exec(part) ?? []
      seen.push({ event, data: JSON.parse(data) as Seen['data'] })
    }
    if (enough(seen)) break
  }
  stop.abort()
  return seen
}

test('a customer starts, writes, gets an agent, and finds all again after a reload', async () => {
  expect((await json(await fetch(url))).body).toEqual({ shopName: 'Test shop', language: 'zh', open: true, opensAtMs: null })
  const token = await start()
  expect((await call(token, '/state')).body).toMatchObject({ state: 'none', conversationId: null, messages: [] })
  const sent = await call(token, '/messages', text('m-1', '有货吗'))
  expect(sent).toMatchObject({ status: 200, body: { id: 'm-1', position: 1 } })
  expect((await call(token, '/messages', text('m-1', '有货吗'))).body).toEqual(sent.body)
  await routing.idle()
  await agentSays(sent.body.conversationId, '内部备注', 'note')
  await agentSays(sent.body.conversationId, '有的')
  const { body } = await call(token, '/state')
  expect(body).toMatchObject({ state: 'open', queuePlace: null, agentName: expect.stringMatching(/xiao/), lastPosition: 4 })
  expect(body.messages.map((m) => [m.from, m.body || m.system])).toEqual([['me', '有货吗'], ['system', 'assigned'], ['agent', '有的']])
})

test('the stream brings state, lines in order and the typing agent; no notes', async () => {
  const token = await start()
  const { body } = await call(token, '/messages', text(ctx.ids.next(), '在吗'))
  await routing.idle()
  const reading = events(token, 0, (seen) => seen.some(({ event, data }) => event === 'message' && data.body === '在的'))
  ctx.hub.publish({ tenant: shop.tenant, topic: 'typing', conversationId: body.conversationId, who: 'agent', personId: 'x' })
  await agentSays(body.conversationId, '不给客户看', 'note')
  await agentSays(body.conversationId, '在的')
  const seen = await reading
  expect(seen[0]).toMatchObject({ event: 'state', data: { state: 'open' } })
  expect(seen.filter(({ event }) => event === 'message').map(({ data }) => data.body || data.system)).toEqual(['在吗', 'assigned', '在的'])
  expect(JSON.stringify(seen)).not.toContain('不给客户看')
})

test('an agent line is delivered once the page says so, a customer line never', async () => {
  const token = await start()
  const { body } = await call(token, '/messages', text(ctx.ids.next(), '在吗'))
  await routing.idle()
  const id = await agentSays(body.conversationId, '在的')
  expect((await call(token, '/delivered', { conversationId: body.conversationId, position: 3 })).status).toBe(204)
  const rows = await listEntities({ tx: db.sql, tenant: shop.tenant, keys: await ctx.keys.of(db.sql, shop.tenant) }, 'message', { conversationId: body.conversationId })
  expect(rows.filter((row) => row.deliveredAtMs !== null).map((row) => row.id)).toEqual([id])
  const stranger = await start()
  const other = await agentSays(body.conversationId, '还有吗')
  await call(stranger, '/delivered', { conversationId: body.conversationId, position: 99 })
  const [row] = await db.sql`select delivered_at_ms from message where tenant = ${shop.tenant} and id = ${other}`
  expect(row?.delivered_at_ms).toBeNull()
})

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const upload = (token: string, id: string, bytes: Uint8Array<ArrayBuffer>) => fetch(`${url}/pictures/${id}?name=a.png`, {
  method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' }, body: bytes,
})

test('a picture is a message; only its owner gets it back; what is no picture is refused by its bytes', async () => {
  const token = await start()
  const sent = await json(await upload(token, 'p-1', Uint8Array.from(PNG)))
  expect(sent).toMatchObject({ status: 200, body: { id: 'p-1' } })
  expect((await json(await upload(token, 'p-1', Uint8Array.from(PNG)))).body).toEqual(sent.body)
  const { body } = await call(token, '/state')
  const [id = ''] = body.messages[0]?.attachmentIds ?? []
  const got = await fetch(`${url}/pictures/${id}`, { headers: { authorization: `Bearer ${token}` } })
  expect(got.headers.get('content-type')).toBe('image/png')
  expect(Buffer.from(await got.arrayBuffer()).equals(PNG)).toBe(true)
  expect((await fetch(`${url}/pictures/${id}`, { headers: { authorization: `Bearer ${await start()}` } })).status).toBe(404)
  const html = Uint8Array.from(Buffer.from(`<script>alert(1)</script>${' '.repeat(60)}`))
  expect((await json(await upload(token, 'p-2', html))).body).toMatchObject({ status: 415, code: 'not_a_picture' })
  expect((await upload(token, 'p-3', new Uint8Array(10 * 1024 * 1024 + 1))).status).toBe(413)
})

test('a picture that an agent has announced and not yet sent up is told apart from one that is not there, and is there once its bytes are', async () => {
  const token = await start()
  const { body } = await call(token, '/messages', text(ctx.ids.next(), '有图吗'))
  const attachment = {
    id: ctx.ids.next(), conversationId: body.conversationId, name: 'a.png', mime: 'image/png' as const, size: PNG.length,
    sha256: createHash('sha256').update(PNG).digest('hex'), width: 1, height: 1, state: 'uploading' as const, createdAtMs: 0,
  }
  await inTransaction(ctx, shop.tenant, (changes) => changes.put('attachment', attachment))
  const get = (bearer: string) => fetch(`${url}/pictures/${attachment.id}`, { headers: { authorization: `Bearer ${bearer}` } })
  const early = await get(token)
  expect(early.headers.get('retry-after')).toBe('1')
  expect(await json(early)).toMatchObject({ status: 409, body: { code: 'not_ready' } })
  expect((await get(await start())).status).toBe(404)
  await takeChunk(ctx, shop.tenant, attachment, 0, PNG)
  expect(Buffer.from(await (await get(token)).arrayBuffer()).equals(PNG)).toBe(true)
})

test.each([
  ['no token', 'GET', '/state', null, undefined, 401],
  ['a forged token', 'GET', '/state', `${'a'.repeat(43)}.${'b'.repeat(22)}`, undefined, 401],
  ['an empty message', 'POST', '/messages', 'own', { messageId: 'x', body: '  ', attachmentIds: [] }, 422],
  ['a wrong type', 'POST', '/messages', 'own', { messageId: 5, body: [], attachmentIds: 'no' }, 400],
  ['a long message', 'POST', '/messages', 'own', { messageId: 'x', body: 'x'.repeat(4_001), attachmentIds: [] }, 400],
  ['no body', 'POST', '/messages', 'own', undefined, 400],
])('%s: a problem', async (_name, method, path, token, body, status) => {
  const bearer = token === 'own' ? await start() : token
  const response = await json(await fetch(`${url}${path}`, {
    method, headers: { ...(bearer ? { authorization: `Bearer ${bearer}` } : {}), ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  }))
  expect(response).toMatchObject({ status, body: { status } })
})

test('a stranger cannot write under somebody else\'s message id', async () => {
  const [mine, other] = [await start(), await start()]
  await call(mine, '/messages', text('taken', '我的'))
  expect((await call(other, '/messages', text('taken', '他的'))).status).toBe(409)
})

test('a flood is stopped with a time to wait', async () => {
  const token = await start()
  const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => fetch(`${url}/messages`, {
    method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(text(`flood-${n}`, `${n}`)),
  })))
  const late = answers.filter(({ status }) => status === 429)
  expect(late.length).toBeGreaterThan(10)
  expect(Number(late[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
})

test('an unknown shop is not found', async () => {
  expect((await fetch(url.replace(KEY, 'nobody'))).status).toBe(404)
})

test('a customer of the shop is the same one on every device; a wrong, foreign or old token is refused', async () => {
  const nowMs = ctx.clock.now()
  const good = await signIdentity(SECRET, KEY, 'member-7', nowMs, 600)
  const first = await Promise.all([startAs(good), startAs(good)])
  const again = await startAs(good)
  expect(new Set([...first, again].map(({ body }) => body.customerId)).size).toBe(1)
  expect(new Set([...first, again].map(({ body }) => body.token)).size).toBe(3)
  const other = await startAs(await signIdentity(SECRET, KEY, 'member-8', nowMs, 600))
  expect(other.body.customerId).not.toBe(again.body.customerId)
  for (const bad of [
    await signIdentity('another secret', KEY, 'member-7', nowMs, 600), await signIdentity(SECRET, 'other-chat', 'member-7', nowMs, 600),
    await signIdentity(SECRET, KEY, 'member-7', nowMs - 7_200_000, 600), await signIdentity(SECRET, KEY, 'x'.repeat(121), nowMs, 600), 'rubbish',
  ]) expect(await startAs(bad)).toMatchObject({ status: 401, body: { code: 'identity_invalid' } })
})
