import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Conversation } from '../../domain/entities/conversation.ts'
import type { ApiContext } from '../context.ts'
import { listEntities } from '../store/entities.ts'
import type { TestShop } from '../store/test-context.ts'
import { standingClock, testContext, testShop } from '../store/test-context.ts'
import { testDatabase } from '../store/test-database.ts'
import type { TestDatabase } from '../store/test-database.ts'
import { inTransaction } from '../store/transaction.ts'
import { takeIn } from './intake.ts'

const clock = standingClock(Date.parse('2026-11-20T12:00:00+08:00'))
let db: TestDatabase
let ctx: ApiContext & { end(): Promise<void> }
let shop: TestShop

beforeAll(async () => {
  db = await testDatabase()
  ctx = await testContext(db, { clock })
  shop = await testShop(ctx)
})
afterAll(async () => {
  await ctx.end()
  await db.close()
})

const rows = async (): Promise<Conversation[]> =>
  listEntities({ tx: db.sql, tenant: shop.tenant, keys: await ctx.keys.of(db.sql, shop.tenant) }, 'conversation', {})

/** A customer writes; nobody routes here, so all wait in the queue. */
async function write(customerId: string): Promise<Conversation['timers'] | undefined> {
  await inTransaction(ctx, shop.tenant, (changes) => takeIn(ctx, changes, {
    channelId: shop.channelId, customerId, messageId: ctx.ids.next(), body: '这件有M码吗', attachments: [], quoteId: null, language: 'zh', clientAtMs: clock.now(),
  }))
  return (await rows()).find((one) => one.customerId === customerId)?.timers
}
async function customer(): Promise<string> {
  const id = ctx.ids.next()
  await inTransaction(ctx, shop.tenant, (changes) => changes.put('customer', {
    id, nickname: '小雨', name: null, gender: null, tier: 'normal', tags: [], sinceMs: clock.now(), phoneMasked: null, emailMasked: null, addressMasked: null,
    birthday: null, orderCount: 0, blocked: false,
  }))
  return id
}

test('T11, L1: a question that begins while the queue is over its threshold has the target of the peak', async () => {
  await inTransaction(ctx, shop.tenant, (changes) => changes.put('figures', {
    id: shop.teamId, given: { queueAlertCount: 2 }, changes: {}, version: 1, updatedAtMs: clock.now(),
  }))
  const [first, second, third] = [await customer(), await customer(), await customer()]
  expect((await write(first))?.turn?.target).toBeUndefined()
  expect((await write(second))?.turn?.target).toBeUndefined()
  expect((await write(third))?.turn?.target).toBe('T11')
  // Who waits already keeps the target their question began with.
  expect((await write(first))?.turn?.target).toBeUndefined()

  await inTransaction(ctx, shop.tenant, async (changes) => {
    for (const row of await listEntities(changes, 'conversation', {})) {
      await changes.put('conversation', row.customerId === third ? { ...row, state: 'open', ownerId: shop.people['xiaolin'] ?? null, timers: { ...row.timers, turn: null } } : { ...row, state: 'closed' })
    }
  })
  expect(await write(third)).toMatchObject({ peak: false, turnNo: 2, turn: { sinceMs: clock.now() } })
  expect((await rows()).find(({ customerId }) => customerId === third)?.timers.turn?.target).toBeUndefined()
})
