import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Session } from '../../protocol/rest.ts'
import { assembleApp } from '../assemble.ts'
import type { ApiContext } from '../context.ts'
import type { App } from '../routes/app-type.ts'
import { standingClock, testContext, testShop } from '../store/test-context.ts'
import type { TestShop } from '../store/test-context.ts'
import { testDatabase } from '../store/test-database.ts'
import type { TestDatabase } from '../store/test-database.ts'
import { inTransaction } from '../store/transaction.ts'
import { PasswordHasher } from './password-hash.ts'
import { storePassword } from './person-rows.ts'

const START_MS = 1_760_000_000_000
const PASSWORD = 'correct horse battery'
const clock = standingClock(START_MS)
const hasher = new PasswordHasher()
let db: TestDatabase
let context: ApiContext & { end(): Promise<void> }
let app: App
let hash: string
let shop: TestShop
let shopName: string

beforeAll(async () => {
  db = await testDatabase()
  context = await testContext(db, { clock })
  app = (await assembleApp(context, { log: context.log, hasher })).app
  hash = await hasher.hash(PASSWORD)
})

afterAll(async () => {
  await app.close()
  await context.end()
  await db.close()
})

beforeEach(async () => {
  clock.set(START_MS)
  shop = await testShop(context, { xiaoan: {}, xiaolin: {}, zhuguan: { roles: ['supervisor'] }, boss: { roles: ['admin'] } })
  const [row] = await context.sql<{ shop: string }[]>`select shop from tenant where tenant = ${shop.tenant}`
  shopName = row?.shop ?? ''
  await inTransaction(context, shop.tenant, async ({ tx }) => {
    for (const id of Object.values(shop.people)) await storePassword(tx, shop.tenant, id, hash, START_MS)
  })
})

const post = (url: string, payload: object, token?: string, remoteAddress = '10.1.1.1') => app.inject({
  method: 'POST', url, payload, remoteAddress, headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
})
const get = (url: string, token: string) => app.inject({ method: 'GET', url, headers: { authorization: `Bearer ${token}` } })

function attempt(account: string, password: string, options: { deviceId?: string | null, shop?: string, from?: string } = {}) {
  return post('/v1/auth/sign-in', {
    shop: options.shop ?? shopName, account, password, deviceId: options.deviceId ?? null, deviceName: 'desk 1',
  }, undefined, options.from)
}

async function signedIn(account = 'xiaoan', deviceId: string | null = null): Promise<Session> {
  const answer = await attempt(account, PASSWORD, { deviceId })
  expect(answer.statusCode).toBe(200)
  return answer.json<Session>()
}

const refreshed = (refreshToken: string) => post('/v1/auth/refresh', { refreshToken })

it('signs in on a new device, on the same one again, and never takes over somebody else\'s', async () => {
  const first = await signedIn('xiaoan', 'desk-1')
  expect(first).toMatchObject({ deviceId: 'desk-1', shop: { id: shop.tenant }, me: { account: 'xiaoan' }, offlineLeaseHours: 72 })
  expect((await signedIn('xiaoan', 'desk-1')).deviceId).toBe('desk-1')
  expect((await signedIn('xiaolin', 'desk-1')).deviceId).not.toBe('desk-1')
})

it('a sign-in whose answer was lost leaves the desk what it had; the first refresh of either ends the other', async () => {
  const oldest = await signedIn('xiaoan', 'desk-1')
  const kept = await signedIn('xiaoan', 'desk-1')
  const lost = await signedIn('xiaoan', 'desk-1')
  expect((await refreshed(oldest.refreshToken)).statusCode).toBe(401)
  expect((await refreshed(kept.refreshToken)).statusCode).toBe(200)
  expect((await refreshed(lost.refreshToken)).statusCode).toBe(401)
  expect((await get('/v1/auth/me', lost.accessToken)).statusCode).toBe(401)
  const arrived = await signedIn('xiaoan', 'desk-1')
  expect((await refreshed(arrived.refreshToken)).statusCode).toBe(200)
  expect((await get('/v1/auth/me', kept.accessToken)).statusCode).toBe(401)
})

it('answers the same to a wrong password, an unknown account, an unknown shop, and somebody switched off', async () => {
  const [person] = await context.sql`select id from person where tenant = ${shop.tenant} and account = 'xiaolin'`
  await inTransaction(context, shop.tenant, async (changes) => {
    await changes.put('person', {
      id: String(person?.['id']), account: 'xiaolin', name: 'x', roles: ['agent'], teamIds: [], seniority: 'junior', skills: [],
      languages: ['zh'], conversationLimit: 1, active: false,
    })
  })
  const answers = await Promise.all([
    attempt('xiaoan', 'wrong password'), attempt('nobody', PASSWORD), attempt('xiaoan', PASSWORD, { shop: 'no-such-shop' }),
    attempt('xiaolin', PASSWORD),
  ])
  expect(new Set(answers.map((answer) => `${answer.statusCode} ${answer.body}`)).size).toBe(1)
  expect(answers[0]?.json()).toMatchObject({ status: 401, code: 'invalid_credentials' })
})

it('records failed sign-ins: the person, or only a mark of an account that does not exist; never the address in clear', async () => {
  await attempt('xiaoan', 'wrong', { from: '10.7.7.7' })
  await attempt('my-secret-password', 'wrong', { from: '10.7.7.7' })
  await attempt('My-Secret-Password ', 'wrong', { from: '10.7.7.8' })
  await attempt('xiaoan', PASSWORD, { shop: 'no-such-shop' })
  const rows = await context.sql<{ subject: string | null, person_id: string | null, address: string, detail: { account?: string } }[]>`
    select subject, person_id, address, detail from audit
    where tenant = ${shop.tenant} and action = 'session.sign_in_failed' order by id`
  expect(rows.map(({ subject, person_id }) => [subject, person_id])).toEqual([[shop.people['xiaoan'], null], [null, null], [null, null]])
  expect(JSON.stringify(rows)).not.toMatch(/10\.7|secret/i)
  const [first, second, third] = rows
  expect(first?.address).toBe(second?.address)
  expect(second?.address).not.toBe(third?.address)
  expect(second?.detail.account).toBe(third?.detail.account)
})

it('limits tries per account and address, alike for accounts that do not exist, and lets go later', async () => {
  for (const account of ['xiaoan', 'nobody']) {
    for (let at = 0; at < 10; at += 1) expect((await attempt(account, 'wrong')).statusCode).toBe(401)
    const refused = await attempt(account, PASSWORD)
    expect(refused.json()).toMatchObject({ status: 429, code: 'too_many_attempts', retryAfterSec: 300 })
    expect(refused.headers['retry-after']).toBe('300')
  }
  expect((await attempt('xiaoan', PASSWORD, { from: '10.9.9.9' })).statusCode).toBe(200)
  expect((await attempt('xiaolin', PASSWORD)).statusCode).toBe(200)
  clock.set(START_MS + 5 * 60_000)
  expect((await attempt('xiaoan', PASSWORD)).statusCode).toBe(200)
})

it('desks behind one address are not limited together', async () => {
  for (let at = 0; at < 15; at += 1) expect((await attempt(at % 2 === 0 ? 'xiaoan' : 'xiaolin', PASSWORD)).statusCode).toBe(200)
})

it('two sign-ins of one new device at once both get it; two refreshes of one token at once both go on', async () => {
  const both = await Promise.all([signedIn('xiaoan', 'desk-twice'), signedIn('xiaoan', 'desk-twice')])
  expect(both.map(({ deviceId }) => deviceId)).toEqual(['desk-twice', 'desk-twice'])
  const session = await signedIn('xiaoan', 'desk-twice')
  const turned = await Promise.all([refreshed(session.refreshToken), refreshed(session.refreshToken)])
  expect(turned.map((answer) => answer.statusCode)).toEqual([200, 200])
  const tokens = turned.map((answer) => answer.json<Session>().refreshToken)
  expect((await refreshed(tokens[1] ?? '')).statusCode).toBe(200)
  expect((await refreshed(tokens[0] ?? '')).statusCode).toBe(401)
})

it('rotates refresh tokens; a lost response may be asked for again within 60 s', async () => {
  const session = await signedIn()
  const first = await refreshed(session.refreshToken)
  expect(first.statusCode).toBe(200)
  clock.set(START_MS + 59_000)
  const again = await refreshed(session.refreshToken)
  expect(again.statusCode).toBe(200)
  expect((await get('/v1/auth/me', again.json<Session>().accessToken)).statusCode).toBe(200)
})

it('ends the family when a used token comes back later', async () => {
  const session = await signedIn()
  const first = (await refreshed(session.refreshToken)).json<Session>()
  clock.set(START_MS + 61_000)
  expect((await refreshed(session.refreshToken)).json()).toMatchObject({ status: 401, code: 'session_expired' })
  expect((await refreshed(first.refreshToken)).statusCode).toBe(401)
  expect((await get('/v1/auth/me', first.accessToken)).statusCode).toBe(401)
})

it('ends the family when a token comes back although its successor was used, even within 60 s', async () => {
  const session = await signedIn()
  const second = (await refreshed(session.refreshToken)).json<Session>()
  const third = (await refreshed(second.refreshToken)).json<Session>()
  expect((await refreshed(session.refreshToken)).statusCode).toBe(401)
  expect((await refreshed(third.refreshToken)).statusCode).toBe(401)
})

it('an access token ends after ten minutes', async () => {
  const session = await signedIn()
  clock.set(START_MS + 10 * 60_000 + 1_000)
  expect((await get('/v1/auth/me', session.accessToken)).json()).toMatchObject({ status: 401, code: 'session_expired' })
  expect((await refreshed(session.refreshToken)).statusCode).toBe(200)
})

it('signing out ends the session at once', async () => {
  const session = await signedIn()
  expect((await app.inject({
    method: 'POST', url: '/v1/auth/sign-out', headers: { authorization: `Bearer ${session.accessToken}` },
  })).statusCode).toBe(200)
  expect((await get('/v1/auth/me', session.accessToken)).statusCode).toBe(401)
  expect((await refreshed(session.refreshToken)).statusCode).toBe(401)
})

it('I13: a revoked device gets 401 device_revoked everywhere, its stream hears it, its escrowed key is gone', async () => {
  const [session, supervisor] = [await signedIn('xiaoan'), await signedIn('zhuguan')]
  const key = 'k'.repeat(44)
  const heard = new Promise<number>((resolve) => {
    context.hub.watch(shop.tenant, [`device:${session.deviceId}`], resolve)
  })
  const auth = { authorization: `Bearer ${session.accessToken}` }
  expect((await app.inject({ method: 'PUT', url: '/v1/devices/escrow', payload: { key }, headers: auth })).statusCode).toBe(200)
  const [stored] = await context.sql<{ escrow_cipher: Buffer }[]>`select escrow_cipher from device where id = ${session.deviceId}`
  expect(stored?.escrow_cipher.includes(key)).toBe(false)
  expect((await get('/v1/devices/escrow', session.accessToken)).json()).toEqual({ key })
  expect((await post(`/v1/devices/${supervisor.deviceId}/revoke`, {}, session.accessToken)).statusCode).toBe(404)
  expect((await post(`/v1/devices/${session.deviceId}/revoke`, {}, supervisor.accessToken)).statusCode).toBe(200)
  for (const url of ['/v1/auth/me', '/v1/devices/escrow', '/v1/devices']) {
    expect((await get(url, session.accessToken)).json()).toMatchObject({ status: 401, code: 'device_revoked' })
  }
  const pull = await post('/v1/sync/pull', { deviceId: session.deviceId, epoch: null, schema: 1, cookie: null }, session.accessToken)
  expect(pull.json()).toMatchObject({ status: 401, code: 'device_revoked' })
  expect((await refreshed(session.refreshToken)).json()).toMatchObject({ status: 401, code: 'device_revoked' })
  expect((await attempt('xiaoan', PASSWORD, { deviceId: session.deviceId })).json<Session>().deviceId).not.toBe(session.deviceId)
  await heard
})

it('a new device id for a desk that diverged: the session goes on, the old tokens do not', async () => {
  const session = await signedIn()
  const renewed = await post('/v1/auth/renew-device', { deviceName: 'desk 1' }, session.accessToken)
  expect(renewed.statusCode).toBe(200)
  expect(renewed.json<Session>().deviceId).not.toBe(session.deviceId)
  expect((await get('/v1/auth/me', renewed.json<Session>().accessToken)).statusCode).toBe(200)
  expect((await get('/v1/auth/me', session.accessToken)).json()).toMatchObject({ code: 'session_expired' })
})

it('a forgotten password: a one-time code works once, ends sessions, is audited, and runs out', async () => {
  const [agent, supervisor] = [await signedIn('xiaoan'), await signedIn('zhuguan')]
  const issue = (who: string, token: string) => post(`/v1/people/${shop.people[who] ?? ''}/one-time-code`, {}, token)
  expect((await issue('xiaolin', agent.accessToken)).statusCode).toBe(403)
  expect((await issue('boss', supervisor.accessToken)).statusCode).toBe(403)
  const { code } = (await issue('xiaoan', supervisor.accessToken)).json<{ code: string }>()
  const redeem = (given: string, account = 'xiaoan') => post('/v1/auth/redeem-code', {
    shop: shopName, account, code: given, newPassword: 'a brand new password',
  })
  const wrong = await redeem('AAAAA-AAAAA')
  expect(wrong.json()).toMatchObject({ status: 401, code: 'invalid_code' })
  expect((await redeem(code, 'nobody')).body).toBe(wrong.body)
  expect((await redeem(code.toLowerCase().replace('-', ' '))).statusCode).toBe(200)
  expect((await redeem(code)).statusCode).toBe(401)
  expect((await get('/v1/auth/me', agent.accessToken)).statusCode).toBe(401)
  expect((await attempt('xiaoan', PASSWORD)).statusCode).toBe(401)
  expect((await attempt('xiaoan', 'a brand new password')).statusCode).toBe(200)
  const actions = await context.sql<{ action: string }[]>`select action from audit where tenant = ${shop.tenant} and subject = ${shop.people['xiaoan'] ?? ''}`
  expect(actions.map(({ action }) => action).sort()).toEqual(['code.issued', 'code.redeemed', 'code.wrong', 'session.sign_in_failed'])

  const late = (await issue('xiaoan', supervisor.accessToken)).json<{ code: string }>()
  clock.set(START_MS + 31 * 60_000)
  expect((await redeem(late.code)).statusCode).toBe(401)
})

it('a one-time code bears five wrong tries', async () => {
  const supervisor = await signedIn('zhuguan')
  const { code } = (await post(`/v1/people/${shop.people['xiaoan'] ?? ''}/one-time-code`, {}, supervisor.accessToken)).json<{ code: string }>()
  const redeem = (given: string) => post('/v1/auth/redeem-code', { shop: shopName, account: 'xiaoan', code: given, newPassword: 'a brand new password' })
  for (let at = 0; at < 5; at += 1) await redeem('AAAAA-AAAAA')
  expect((await redeem(code)).statusCode).toBe(401)
})
