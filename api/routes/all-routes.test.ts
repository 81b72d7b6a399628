import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EVERYBODY } from '../../domain/entities/script.ts'
import { Role } from '../../domain/entities/people.ts'
import { CHUNK_BYTES } from '../../protocol/rest.ts'
import { assembleApp } from '../assemble.ts'
import type { RouteEntry } from '../app.ts'
import { issueAccessToken } from '../auth/access-token.ts'
import { startFamily } from '../auth/refresh-tokens.ts'
import type { ApiContext } from '../context.ts'
import { testContext, testConversation, testShop } from '../store/test-context.ts'
import type { TestShop } from '../store/test-context.ts'
import { testDatabase } from '../store/test-database.ts'
import type { TestDatabase } from '../store/test-database.ts'
import { inTransaction } from '../store/transaction.ts'
import type { App } from './app-type.ts'

// Walks every route that the app has, whatever part registered it: a new route is in these tests without being named here.
let db: TestDatabase
let context: ApiContext & { end(): Promise<void> }
let app: App
let routes: RouteEntry[]
let ours: TestShop
let theirs: TestShop
const tokens: Record<string, string> = {}
/** Ids of the other shop, by what a parameter or property may be called. */
let foreign: { conversation: string, customer: string, attachment: string, script: string, chatKey: string }

/** A customer of ours at our web chat, for the routes of visitors. */
const OUR_CHAT = 'our-web-chat'
let visitor: string

const people = Object.fromEntries(Role.options.map((role) => [role, { roles: [role] }]))

async function tokenOf(shop: TestShop, account: string): Promise<string> {
  const [personId, deviceId] = [shop.people[account] ?? '', shop.devices[account] ?? '']
  const { familyId } = await inTransaction(context, shop.tenant, ({ tx }) => (
    startFamily(tx, { tenant: shop.tenant, personId, deviceId }, context.ids, context.clock.now())))
  const claims = { tenant: shop.tenant, personId, deviceId, familyId }
  return (await issueAccessToken(context.config.signingKey, claims, context.clock)).token
}

beforeAll(async () => {
  db = await testDatabase()
  context = await testContext(db)
  const assembled = await assembleApp(context, { log: context.log, setupToken: 'setup-token' })
  app = assembled.app
  await app.ready()
  routes = assembled.routes.filter(({ url }) => !url.startsWith('/docs') && url !== '*')
  ours = await testShop(context, people)
  theirs = await testShop(context, people)
  for (const role of Role.options) tokens[role] = await tokenOf(ours, role)
  const conversation = await testConversation(context, theirs, theirs.people['agent'])
  foreign = {
    conversation: conversation.id, customer: conversation.customerId, attachment: context.ids.next(), script: context.ids.next(),
    chatKey: 'their-web-chat',
  }
  await inTransaction(context, theirs.tenant, async (changes) => {
    await changes.put('attachment', {
      id: foreign.attachment, conversationId: conversation.id, name: 'a.png', mime: 'image/png', size: 10, sha256: '0'.repeat(64),
      width: 1, height: 1, state: 'uploading', createdAtMs: context.clock.now(),
    })
    await changes.put('script', {
      id: foreign.script, code: 'x1', stage: 'opening', scene: null, title: 't', body: 'b', language: 'zh', tags: [], twinOf: null,
      validFromMs: null, validToMs: null, updatedAtMs: context.clock.now(), campaign: null, audience: EVERYBODY, pictureIds: [], ownerId: null,
      reviewAtMs: null, personId: null, version: 1, pinyin: '',
    })
    await changes.tx`insert into channel_secret (tenant, channel_id, kind, public_key, created_at_ms)
      values (${theirs.tenant}, ${theirs.channelId}, 'web_chat', ${foreign.chatKey}, 0)`
  })
  await context.sql`insert into channel_secret (tenant, channel_id, kind, public_key, created_at_ms)
    values (${ours.tenant}, ${ours.channelId}, 'web_chat', ${OUR_CHAT}, 0)`
  const chat = await app.inject({ method: 'POST', url: `/v1/chat/${OUR_CHAT}/start`, payload: { nickname: '小李', language: 'zh' } })
  visitor = chat.json<{ token: string }>().token
})

afterAll(async () => {
  await app.close()
  await context.end()
  await db.close()
})

interface Asked {
  readonly url?: string
  readonly token?: string
  readonly payload?: string | Buffer
  readonly type?: string
}

/** Streams end only with the connection, so an answer that is none of refusal is not waited for. */
const isStream = ({ url }: RouteEntry): boolean => url.endsWith('/stream')

/** Where a route is asked, with its other parameters filled: the web chat's routes at our own chat. */
const fill = (url: string, value: string): string => url.replace(':shopKey', OUR_CHAT).replaceAll(/:\w+/g, value)

/** Who may call the route, with the most rights there are. */
const caller = ({ access }: RouteEntry): { token: string } => ({ token: access === 'visitor' ? visitor : tokens['admin'] ?? '' })

const ask = ({ method, url }: RouteEntry, { url: at, token, payload, type = 'application/json' }: Asked) => app.inject({
  method: method as 'GET',
  url: at ?? fill(url, 'nothing-1'),
  headers: {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...(payload === undefined ? {} : { 'content-type': type }),
  },
  ...(payload === undefined ? {} : { payload }),
})

/** Rows of every table but the sign-in counters, which count refused tries on purpose. */
async function stored(): Promise<Record<string, number>> {
  const tables = await context.sql<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_name <> 'rate_bucket'`
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const [row] = await context.sql<{ count: number }[]>`select count(*) as count from ${context.sql(name)}`
    counts[name] = row?.count ?? 0
  }
  const heads = await context.sql<{ tenant: string, seq: number }[]>`select tenant, seq from tenant_head`
  for (const { tenant, seq } of heads) counts[`head ${tenant}`] = seq
  return counts
}

const problem = (answer: { statusCode: number, headers: Record<string, unknown>, body: string }, route: RouteEntry, what: string): void => {
  const where = `${route.method} ${route.url} (${what}) -> ${answer.statusCode} ${answer.body.slice(0, 200)}`
  expect(answer.statusCode, where).toBeGreaterThanOrEqual(400)
  expect(answer.statusCode, where).toBeLessThan(500)
  expect(answer.headers['content-type'], where).toMatch(/^application\/problem\+json/)
  expect(JSON.parse(answer.body), where).toMatchObject({ status: answer.statusCode, code: expect.any(String), title: expect.any(String) })
}

const needsPerson = ({ access }: RouteEntry): boolean => access === 'signed_in' || Array.isArray(access)

describe('who may call', () => {
  it('there are routes of every part', () => {
    const urls = routes.map(({ url }) => url)
    for (const one of ['/healthz', '/v1/auth/sign-in', '/v1/people', '/v1/sync/push', '/v1/sync/stream', '/v1/chat/:shopKey/start']) {
      expect(urls).toContain(one)
    }
    expect(routes.length).toBeGreaterThan(35)
  })

  it('only sign-in, health, pages and the start of a chat are open', () => {
    const open = routes.filter(({ access }) => access === 'public').map(({ method, url }) => `${method} ${url}`).sort()
    expect(open).toEqual([
      'GET /chat/:shopKey', 'GET /chat/assets/:file', 'GET /healthz', 'GET /readyz', 'GET /setup', 'GET /v1/chat/:shopKey',
      'GET /widget.js', 'POST /setup', 'POST /v1/auth/redeem-code', 'POST /v1/auth/refresh', 'POST /v1/auth/sign-in',
      'POST /v1/chat/:shopKey/start',
    ])
  })

  it('without a token, with a broken one and with one of another key: 401', async () => {
    const stranger = await issueAccessToken(Buffer.alloc(32, 1), {
      tenant: ours.tenant, personId: ours.people['admin'] ?? '', deviceId: ours.devices['admin'] ?? '', familyId: 'x',
    }, context.clock)
    for (const route of routes.filter(needsPerson)) {
      for (const token of [undefined, 'nonsense', stranger.token]) {
        const answer = await ask(route, token === undefined ? {} : { token })
        problem(answer, route, `token ${token ?? 'none'}`)
        expect(answer.statusCode, route.url).toBe(401)
      }
    }
  })

  it('a visitor\'s and a shop system\'s routes take no person\'s token', async () => {
    for (const route of routes.filter(({ access }) => access === 'visitor' || access === 'signature')) {
      for (const token of [undefined, tokens['admin'] ?? '']) {
        const answer = await ask(route, { ...(token === undefined ? {} : { token }), url: route.url.replace(':shopKey', foreign.chatKey).replaceAll(/:\w+/g, 'nothing-1') })
        problem(answer, route, 'no visitor')
      }
    }
  })

  it('each role gets 403 exactly where the route is not for it', async () => {
    for (const route of routes.filter((one) => needsPerson(one) && !isStream(one))) {
      for (const role of Role.options) {
        const admitted = !Array.isArray(route.access) || route.access.includes(role)
        const answer = await ask(route, { token: tokens[role] ?? '' })
        const where = `${route.method} ${route.url} as ${role}: ${answer.statusCode} ${answer.body.slice(0, 120)}`
        if (admitted) expect([401, 403], where).not.toContain(answer.statusCode)
        else expect(answer.statusCode, where).toBe(403)
        if (route.url === '/v1/auth/sign-out') tokens[role] = await tokenOf(ours, role)
        if (route.url === '/v1/auth/renew-device') tokens[role] = await tokenOf(ours, role)
      }
    }
  })
})

describe('another shop\'s ids', () => {
  it('in the address: never an answer, nothing stored', async () => {
    const before = await stored()
    const ids = [
      foreign.conversation, foreign.customer, foreign.attachment, foreign.script, theirs.teamId, theirs.channelId,
      theirs.people['agent'] ?? '', theirs.devices['agent'] ?? '',
    ]
    for (const route of routes.filter(({ url, access }) => url.includes('/:') && needsPerson({ url, access, method: '' }))) {
      for (const id of ids) {
        const answer = await ask(route, { url: route.url.replace(':id', id).replaceAll(/:\w+/g, '0'), token: tokens['admin'] ?? '', ...await bodyFor(route) })
        problem(answer, route, `id ${id}`)
      }
    }
    expect(await stored()).toEqual(before)
  })

  it('in bodies and queries: refused or empty, nothing of theirs is told or stored', async () => {
    const before = await stored()
    const token = tokens['admin'] ?? ''
    const headers = { authorization: `Bearer ${token}` }
    const post = (url: string, payload: object) => app.inject({ method: 'POST', url, payload, headers })
    const person = { account: 'newone', name: 'N', roles: ['agent'], teamIds: [theirs.teamId], seniority: 'junior', skills: [], languages: ['zh'], conversationLimit: 3, active: true }
    const channel = { kind: 'web_chat', name: 'W', teamId: theirs.teamId, language: 'zh', openingHours: { timeZone: 'Asia/Shanghai', periods: [], holidays: [] }, automaticReply: null, closedNotice: null, skill: null, active: true }
    const script = { code: 'q1', stage: 'opening', scene: null, title: 'T', body: 'B', language: 'zh', tags: [], twinOf: foreign.script, validFromMs: null, validToMs: null }
    const pull = { deviceId: theirs.devices['agent'], epoch: null, schema: 1, cookie: null }
    const answers = [
      await post('/v1/people', person), await post('/v1/channels', { channel }), await post('/v1/scripts', script),
      await post('/v1/live', { topic: 'typing', conversationId: foreign.conversation }),
      await post('/v1/sync/pull', pull),
      await post('/v1/sync/snapshot', { deviceId: theirs.devices['agent'], epoch: null, schema: 1 }),
      await post('/v1/sync/push', {
        deviceId: theirs.devices['agent'], epoch: 'x', schema: 1,
        mutations: [{ id: 1, key: 'key-12345678', name: 'conversation.take', args: { conversationId: foreign.conversation }, atMs: 1 }],
      }),
    ]
    expect(answers.map((answer) => answer.statusCode >= 400 && answer.statusCode < 500)).toEqual(answers.map(() => true))
    const devices = await app.inject({ method: 'GET', url: `/v1/devices?of=${theirs.people['agent'] ?? ''}`, headers })
    expect(devices.json()).toEqual([])
    expect(await stored()).toEqual(before)
  })
})

/** A body that fits the route where a test is about something else; made from what the routes' own schemas ask for. */
async function bodyFor({ method, url }: RouteEntry): Promise<Asked> {
  if (url.includes('/chunks/')) return { payload: Buffer.alloc(10), type: 'application/octet-stream' }
  if (method !== 'PUT') return {}
  const bodies: Record<string, object> = {
    '/v1/people/:id': { account: 'other', name: 'N', roles: ['agent'], teamIds: [], seniority: 'junior', skills: [], languages: ['zh'], conversationLimit: 3, active: true },
    '/v1/teams/:id': { name: 'T', timers: { firstReplySec: 1, averageReplySec: 1, holdingSec: 1, apologySec: 1, silenceAskSec: 1, silenceCloseSec: 1, promiseSec: 1, promiseNudgeSec: 1, unreachableSec: 60, handoverSec: 1 }, linePatterns: [], returningHours: 1 },
    '/v1/channels/:id': { kind: 'web_chat', name: 'W', teamId: ours.teamId, language: 'zh', openingHours: { timeZone: 'Asia/Shanghai', periods: [], holidays: [] }, automaticReply: null, closedNotice: null, skill: null, active: true },
    '/v1/channels/:id/chat': { frameAncestors: null, replies: { zh: null, en: null } },
    '/v1/scripts/:id': { code: 'q1', stage: 'opening', scene: null, title: 'T', body: 'B', language: 'zh', tags: [], twinOf: null, validFromMs: null, validToMs: null },
  }
  const body = bodies[url]
  return body ? { payload: JSON.stringify(body) } : {}
}

describe('bad input', () => {
  const WRONG = [12_345, true, null, [], [[]], {}, { a: { b: [1] } }, 'x'.repeat(70_000), '\u0000', '\ud800', -1, 1e308, '👩‍👩‍👧']
  const writes = (): RouteEntry[] => routes.filter(({ method }) => method !== 'GET')

  /** Names of the body's properties, as the route's own schema tells them. */
  function propertiesOf(route: RouteEntry): string[] {
    const path = route.url.replaceAll(/:(\w+)/g, '{$1}')
    const spec = app.swagger() as unknown as {
      paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: { properties?: object } }> } }>>
    }
    const body = spec.paths[path]?.[route.method.toLowerCase()]?.requestBody?.content['application/json']?.schema
    return Object.keys(body?.properties ?? {})
  }

  it('bodies that are no JSON, of another type, or none', async () => {
    const before = await stored()
    for (const route of writes()) {
      for (const [payload, type] of [
        ['{"a":', 'application/json'], ['', 'application/json'], ['[[[[', 'application/json'], ['{"__proto__":{"a":1}}', 'application/json'],
        ['a=b', 'text/html'], ['<a/>', 'application/xml'], ['--x', 'multipart/form-data'], ['{}', 'nonsense'],
      ] as const) {
        problem(await ask(route, { ...caller(route), payload, type }), route, `${type} ${payload}`)
      }
    }
    expect(await stored()).toEqual(before)
  })

  it('huge bodies: 413', async () => {
    const before = await stored()
    const huge = Buffer.from(JSON.stringify({ body: 'x'.repeat(5 * 1024 * 1024) }))
    const takesFiles = (url: string) => /\/pictures\/|\/(picture\.add|import\.read|rules\.import|roster\.read)$/.test(url)
    for (const route of writes().filter(({ url }) => !takesFiles(url))) {
      const answer = await ask(route, { ...caller(route), payload: huge })
      problem(answer, route, 'huge')
      expect(answer.statusCode, route.url).toBe(413)
    }
    for (const route of writes().filter(({ url }) => url.includes('/chunks/') || url.includes('/pictures/'))) {
      const size = route.url.includes('/chunks/') ? CHUNK_BYTES + 1 : 10 * 1024 * 1024 + 1
      problem(await ask(route, { ...caller(route), payload: Buffer.alloc(size), type: 'application/octet-stream' }), route, 'huge chunk')
    }
    expect(await stored()).toEqual(before)
  }, 180_000)

  it('every property of every body with every wrong type', async () => {
    const before = await stored()
    expect(writes().filter((one) => propertiesOf(one).length > 0).length).toBeGreaterThan(15)
    for (const route of writes().filter((one) => propertiesOf(one).length > 0)) {
      for (const wrong of WRONG) {
        const payload = JSON.stringify(Object.fromEntries(propertiesOf(route).map((name) => [name, wrong])))
        const answer = await ask(route, { ...caller(route), payload })
        problem(answer, route, payload.slice(0, 80))
      }
    }
    expect(await stored()).toEqual(before)
  }, 180_000)

  it('addresses: ids that are none, wrong queries, unknown routes', async () => {
    const before = await stored()
    const token = tokens['admin'] ?? ''
    for (const route of routes.filter(({ url }) => url.includes(':'))) {
      for (const bad of ['%00', '%ff', 'a%20b', "x'%3B--", 'x'.repeat(65), 'x'.repeat(500), '..%2f..%2fetc', '%F0%9F%98%80', '-1', '1e99']) {
        const answer = await ask(route, { url: route.url.replaceAll(/:\w+/g, bad), ...caller(route), ...await bodyFor(route) })
        problem(answer, route, bad)
      }
    }
    for (const url of ['/v1/devices?of=%00', `/v1/devices?of=${'x'.repeat(100)}`, '/v1/devices?of=a&of=b', '/nothing', '/v1', '/v1/people/%', '//']) {
      problem(await app.inject({ method: 'GET', url, headers: { authorization: `Bearer ${token}` } }), { method: 'GET', url, access: '' }, 'address')
    }
    for (const [method, url] of [['PATCH', '/v1/people'], ['DELETE', '/healthz'], ['PUT', '/v1/auth/sign-in']] as const) {
      problem(await app.inject({ method, url }), { method, url, access: '' }, 'method')
    }
    expect(await stored()).toEqual(before)
  })

  it('a text that the database cannot hold is the sender\'s fault', async () => {
    const answer = await app.inject({
      method: 'POST', url: '/v1/auth/sign-in', payload: { shop: 'a\u0000b', account: 'x', password: 'y', deviceId: null, deviceName: 'd' },
    })
    problem(answer, { method: 'POST', url: '/v1/auth/sign-in', access: '' }, 'NUL')
  })
})
