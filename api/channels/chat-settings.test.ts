import { afterAll, beforeAll, expect, test } from 'vitest'
import { assembleApp } from '../assemble.ts'
import { issueAccessToken } from '../auth/access-token.ts'
import { startFamily } from '../auth/refresh-tokens.ts'
import type { ApiContext } from '../context.ts'
import type { App } from '../routes/app-type.ts'
import { readEntity } from '../store/entities.ts'
import { testContext, testShop } from '../store/test-context.ts'
import type { TestShop } from '../store/test-context.ts'
import { testDatabase } from '../store/test-database.ts'
import { inTransaction } from '../store/transaction.ts'
import { readChatSettings, repliesFor } from './chat-settings.ts'
import { openDoor } from './door.ts'

const db = await testDatabase()
let context: ApiContext & { end(): Promise<void> }
let app: App
let shop: TestShop
let channelId: string
beforeAll(async () => {
  context = await testContext(db)
  app = (await assembleApp(context, { log: context.log })).app
  shop = await testShop(context, { boss: { roles: ['admin'] }, zhuguan: { roles: ['supervisor'] } })
  const [row] = await db.sql<{ id: string }[]>`select id from channel where tenant = ${shop.tenant} and kind = 'web_chat'`
  channelId = row?.id ?? ''
  await db.sql`delete from channel_secret where tenant = ${shop.tenant}`
  await db.sql`insert into channel_secret (tenant, channel_id, kind, public_key, created_at_ms)
    values (${shop.tenant}, ${channelId}, 'web_chat', 'framed', 0)`
})
afterAll(async () => {
  await app.close()
  await context.end()
  await db.close()
})

async function put(account: string, payload: object) {
  const who = { tenant: shop.tenant, personId: shop.people[account]!, deviceId: shop.devices[account]! }
  const { familyId } = await inTransaction(context, shop.tenant, (changes) => startFamily(changes.tx, who, context.ids, context.clock.now()))
  const { token } = await issueAccessToken(context.config.signingKey, { ...who, familyId }, context.clock)
  return app.inject({ method: 'PUT', url: `/v1/channels/${channelId}/chat`, payload, headers: { authorization: `Bearer ${token}` } })
}
const replies = { zh: null, en: { automaticReply: 'Hello', closedNotice: null } }

test('nobody frames the chat unasked; an administrator names the sites, a supervisor cannot, and nothing breaks out of the header', async () => {
  expect((await openDoor(context, 'framed')).frameAncestors).toEqual(context.config.demo ? ['*'] : ["'self'"])
  expect((await put('zhuguan', { frameAncestors: ['*'], replies })).statusCode).toBe(403)
  for (const site of ["https://a.example; script-src *", 'javascript:x', 'a\nb']) {
    expect((await put('boss', { frameAncestors: [site], replies })).statusCode).toBe(400)
  }
  expect((await put('boss', { frameAncestors: ['https://shop.example'], replies })).statusCode).toBe(200)
  expect((await openDoor(context, 'framed')).frameAncestors).toEqual(['https://shop.example'])
  expect((await readChatSettings(db.sql, shop.tenant, 'another')).frameAncestors).toBe(null)
})

test('the automatic texts are in the language of the customer where the channel has them, else its own', async () => {
  await put('boss', { frameAncestors: null, replies })
  await inTransaction(context, shop.tenant, async (changes) => {
    const row = await readEntity(changes, 'channel', channelId)
    if (!row) throw new Error('no channel')
    const channel = { ...row, automaticReply: '您好', closedNotice: '休息中' }
    expect(await repliesFor(changes, channel, 'zh')).toEqual({ automaticReply: '您好', closedNotice: '休息中' })
    expect(await repliesFor(changes, channel, 'en')).toEqual({ automaticReply: 'Hello', closedNotice: '休息中' })
  })
})
