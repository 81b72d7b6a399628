import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assembleApp } from '../assemble.ts'
import { issueAccessToken } from '../auth/access-token.ts'
import { startFamily } from '../auth/refresh-tokens.ts'
import type { ApiContext } from '../context.ts'
import type { App } from '../routes/app-type.ts'
import { listEntities } from '../store/entities.ts'
import { testContext, testShop } from '../store/test-context.ts'
import type { TestShop } from '../store/test-context.ts'
import { testDatabase } from '../store/test-database.ts'
import type { TestDatabase } from '../store/test-database.ts'
import { inTransaction } from '../store/transaction.ts'

let db: TestDatabase
let context: ApiContext & { end(): Promise<void> }
let app: App
let ours: TestShop
let boss: string
let agent: string
let stranger: string

async function tokenOf(shop: TestShop, account: string): Promise<string> {
  const who = { tenant: shop.tenant, personId: shop.people[account] ?? '', deviceId: shop.devices[account] ?? '' }
  const { familyId } = await inTransaction(context, shop.tenant, ({ tx }) => startFamily(tx, who, context.ids, context.clock.now()))
  return (await issueAccessToken(context.config.signingKey, { ...who, familyId }, context.clock)).token
}

beforeAll(async () => {
  db = await testDatabase()
  context = await testContext(db)
  app = (await assembleApp(context, { log: context.log })).app
  await app.ready()
  const people = { boss: { roles: ['supervisor' as const] }, agent: {} }
  ours = await testShop(context, people)
  const theirs = await testShop(context, people)
  boss = await tokenOf(ours, 'boss')
  agent = await tokenOf(ours, 'agent')
  stranger = await tokenOf(theirs, 'boss')
})
afterAll(async () => {
  await app.close()
  await context.end()
  await db.close()
})

/** A PNG's head with a size in pixels, and noise up to `length`. */
function png(width: number, height: number, length: number): Buffer {
  const bytes = Buffer.alloc(length, 0x5a)
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}
const add = (token: string, id: string, bytes: Buffer, mime = 'image/png') => app.inject({
  method: 'POST', url: '/v1/studio/picture.add', headers: { authorization: `Bearer ${token}` },
  payload: { id, name: '../尺码表.png', mime, width: 9, height: 9, bytes: bytes.toString('base64') },
})
const get = (token: string, id: string) => app.inject({ url: `/v1/pictures/${id}/bytes`, headers: { authorization: `Bearer ${token}` } })

test('a picture is known by its bytes, reaches every desk as a row, and every agent gets the same bytes', async () => {
  const bytes = png(640, 480, 600_000)
  const added = await add(boss, 'p-1', bytes, 'image/gif')
  expect([added.statusCode, added.json()]).toEqual([200, expect.objectContaining({
    id: 'p-1', name: '..尺码表.png', mime: 'image/png', width: 640, height: 480, size: 600_000, sha256: createHash('sha256').update(bytes).digest('hex'),
  })])
  const got = await get(agent, 'p-1')
  expect([got.statusCode, got.headers['content-type'], got.rawPayload.equals(bytes)]).toEqual([200, 'image/png', true])
  expect(got.headers['content-security-policy']).toContain('sandbox')
})

test('sent again it changes nothing; the same id for another picture is refused', async () => {
  const bytes = png(10, 10, 400)
  expect((await add(boss, 'p-2', bytes)).statusCode).toBe(200)
  expect((await add(boss, 'p-2', bytes)).statusCode).toBe(200)
  expect((await add(boss, 'p-2', png(11, 10, 400))).json()).toMatchObject({ status: 409, code: 'id_taken' })
  const rows = await listEntities({ tx: db.sql, tenant: ours.tenant, keys: await context.keys.of(db.sql, ours.tenant) }, 'shop_picture', { id: 'p-2' })
  expect(rows).toMatchObject([{ width: 10 }])
})

test('what is no picture, too large, or from the wrong hands is refused and leaves nothing', async () => {
  expect((await add(boss, 'p-3', Buffer.from(`<svg onload="alert(1)">${' '.repeat(80)}`))).json()).toMatchObject({ status: 422, code: 'wrong_type' })
  expect((await add(boss, 'p-3', Buffer.alloc(0))).json()).toMatchObject({ status: 422, code: 'wrong_type' })
  expect((await add(boss, 'p-3', png(10, 10, 10 * 1024 * 1024 + 1))).json()).toMatchObject({ status: 422, code: 'too_large' })
  expect((await add(boss, 'p-3', png(19_000, 19_000, 400))).json()).toMatchObject({ status: 422, code: 'too_large' })
  expect((await add(agent, 'p-3', png(10, 10, 400))).statusCode).toBe(403)
  expect((await get(agent, 'p-3')).statusCode).toBe(404)
  expect((await get(stranger, 'p-1')).statusCode).toBe(404)
  expect((await app.inject({ url: '/v1/pictures/p-1/bytes' })).statusCode).toBe(401)
})
