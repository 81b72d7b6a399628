import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Conversation } from '../../domain/entities/conversation.ts'
import type { Channel } from '../../domain/entities/team.ts'
import type { ApiContext } from '../context.ts'
import { makeRouting } from '../routing/router.ts'
import { listEntities, readEntity } from '../store/entities.ts'
import type { TestShop } from '../store/test-context.ts'
import { presenceRow, standingClock, testContext, testShop } from '../store/test-context.ts'
import { testDatabase } from '../store/test-database.ts'
import type { TestDatabase } from '../store/test-database.ts'
import { inTransaction } from '../store/transaction.ts'
import { takeIn } from './intake.ts'
import type { TakenIn } from './intake.ts'
import { runShiftJob } from './left-messages.ts'
import { runTimerJob } from './timer-job.ts'

const START = Date.parse('2026-11-20T12:00:00+08:00')
const clock = standingClock(START)
let db: TestDatabase
let ctx: ApiContext & { end(): Promise<void> }
const routing = makeRouting(() => ctx)

beforeAll(async () => {
  db = await testDatabase()
  ctx = await testContext(db, { clock, routing })
})
afterAll(async () => {
  await routing.idle()
  await ctx.end()
  await db.close()
})

async function shopWith(channel: Partial<Channel> = {}, people?: Parameters<typeof testShop>[1]): Promise<TestShop & { customerId: string }> {
  clock.set(START)
  const shop = await testShop(ctx, people)
  const customerId = ctx.ids.next()
  await inTransaction(ctx, shop.tenant, async (changes) => {
    const row = await readEntity(changes, 'channel', shop.channelId)
    if (row) await changes.put('channel', { ...row, ...channel })
    await changes.put('customer', {
      id: customerId, nickname: '小雨', name: null, gender: null, tier: 'normal', tags: [], sinceMs: START, phoneMasked: null,
      emailMasked: null, addressMasked: null, birthday: null, orderCount: 0, blocked: false,
    })
  })
  return { ...shop, customerId }
}

function write(shop: TestShop & { customerId: string }, body: string, messageId = ctx.ids.next()): Promise<TakenIn> {
  return inTransaction(ctx, shop.tenant, (changes) => takeIn(ctx, changes, {
    channelId: shop.channelId, customerId: shop.customerId, messageId, body, attachments: [], quoteId: null, language: 'zh',
    clientAtMs: clock.now(),
  }))
}

const at = async (shop: TestShop) => ({ tx: db.sql, tenant: shop.tenant, keys: await ctx.keys.of(db.sql, shop.tenant) })

async function conversation(shop: TestShop): Promise<Conversation> {
  const [row, ...more] = await listEntities(await at(shop), 'conversation', {})
  if (!row || more.length > 0) throw new Error(`${more.length + 1} conversations`)
  return row
}

async function change(shop: TestShop, fields: Partial<Conversation>): Promise<void> {
  const row = await conversation(shop)
  await inTransaction(ctx, shop.tenant, (changes) => changes.put('conversation', { ...row, ...fields }))
}

const thread = async (shop: TestShop) =>
  (await listEntities(await at(shop), 'message', {}, { orderBy: 'position' })).map((m) => m.system?.kind ?? `${m.author}: ${m.body}`)

const outcomes = async (shop: TestShop) =>
  Object.fromEntries((await listEntities(await at(shop), 'timer_outcome', {})).map((o) => [o.rule, o.hit]))

test('a first message: automatic reply settles the customer clock, an agent gets it, T1 runs for the agent', async () => {
  const shop = await shopWith({ automaticReply: '您好，客服马上就来' })
  await write(shop, '这件有M码吗？我的电话13812341386')
  await routing.idle()
  const row = await conversation(shop)
  expect(row).toMatchObject({ state: 'open', ownerId: shop.people['xiaoan'], customerName: '小雨', lastPosition: 3 })
  expect(row.timers).toMatchObject({ running: true, agentId: shop.people['xiaoan'], first: { customerSettledAtMs: START, agentFromMs: START, agentSettledAtMs: null } })
  expect(await thread(shop)).toEqual(['customer: 这件有M码吗？我的电话13812341386', 'automatic: 您好，客服马上就来', 'assigned'])
  expect(await outcomes(shop)).toEqual({ T1C: true })
})

test('the snippet is masked', async () => {
  const shop = await shopWith({}, {})
  await write(shop, '我的电话13812341386')
  expect((await conversation(shop)).snippet).toBe('我的电话138****1386')
})

test('the same message id twice is one message', async () => {
  const shop = await shopWith()
  const id = ctx.ids.next()
  expect((await write(shop, '在吗', id)).kind).toBe('accepted')
  expect((await write(shop, '在吗', id)).kind).toBe('repeated')
  await routing.idle()
  expect(await thread(shop)).toEqual(['customer: 在吗', 'assigned'])
})

test('ten first messages at once make one conversation, positions without a gap', async () => {
  const shop = await shopWith()
  await Promise.all(Array.from({ length: 10 }, (_, n) => write(shop, `第${n}句`)))
  await routing.idle()
  expect((await conversation(shop)).lastPosition).toBe(11)
  const positions = (await listEntities(await at(shop), 'message', {}, { orderBy: 'position' })).map((m) => m.position)
  expect(positions).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
})

test('a blocked customer writes into nothing', async () => {
  const shop = await shopWith()
  await inTransaction(ctx, shop.tenant, async (changes) => {
    const customer = await readEntity(changes, 'customer', shop.customerId)
    if (customer) await changes.put('customer', { ...customer, blocked: true })
  })
  expect(await write(shop, '喂')).toEqual({ kind: 'blocked' })
  expect(await thread(shop)).toEqual([])
})

test('a thank-you after close starts nothing; a question goes on in the same thread to who knows the case', async () => {
  const shop = await shopWith()
  await write(shop, '有货吗')
  await routing.idle()
  const row = await conversation(shop)
  await inTransaction(ctx, shop.tenant, async (changes) => {
    await changes.put('message', {
      id: ctx.ids.next(), conversationId: row.id, position: row.lastPosition + 1, author: 'agent', authorId: shop.people['xiaolin'] ?? '',
      lineKind: 'answer', scriptId: null, body: '有的', system: null, attachmentIds: [], quoteId: null, mentions: [], clientAtMs: START,
      acceptedAtMs: START, deliveredAtMs: null,
    })
    await changes.put('conversation', {
      ...row, state: 'closed', ownerId: shop.people['xiaolin'] ?? '', closedAtMs: START, lastPosition: row.lastPosition + 1,
      timers: { ...row.timers, running: false, turn: null },
    })
  })
  clock.set(START + 60_000)
  await write(shop, '谢谢')
  expect(await conversation(shop)).toMatchObject({ state: 'closed', timers: { running: false } })
  clock.set(START + 120_000)
  await write(shop, '还有一个问题，怎么退货？')
  await routing.idle()
  const after = await conversation(shop)
  expect(after).toMatchObject({ id: row.id, state: 'open', ownerId: shop.people['xiaolin'], timers: { running: true, turnNo: 2 } })
  expect(after.timers.first).toMatchObject({ customerFromMs: START + 120_000, agentFromMs: START + 120_000, agentSettledAtMs: null })
})

const DAY = { timeZone: 'Asia/Shanghai', periods: [1, 2, 3, 4, 5, 6, 7].map(weekday => ({ weekday, fromMin: 480, toMin: 1440 })), holidays: [] }

test('D11: outside opening hours a left message with a notice, timers from the beginning of the shift', async () => {
  const shop = await shopWith({ openingHours: DAY, closedNotice: '我们8点上班，看到就回您', automaticReply: '您好' })
  const nightMs = Date.parse('2026-11-21T02:00:00+08:00')
  const openMs = Date.parse('2026-11-21T08:00:00+08:00')
  clock.set(nightMs)
  await write(shop, '还在吗')
  await write(shop, '有优惠吗')
  expect(await conversation(shop)).toMatchObject({ state: 'left', timers: { running: false } })
  expect(await thread(shop)).toEqual(['customer: 还在吗', 'closed_notice', 'customer: 有优惠吗'])
  const row = await conversation(shop)
  const [job] = await db.sql`select due_at_ms from job where tenant = ${shop.tenant} and kind = 'left.begin'`
  expect(job?.due_at_ms).toBe(openMs)
  await runShiftJob(ctx, shop.tenant, row.id)
  expect((await conversation(shop)).state).toBe('left')
  clock.set(openMs)
  await runShiftJob(ctx, shop.tenant, row.id)
  await routing.idle()
  expect(await conversation(shop)).toMatchObject({ state: 'open', timers: { running: true, first: { customerFromMs: openMs } } })
  expect(await outcomes(shop)).toEqual({})
})

test('misses are recorded once by the server, and completed by the answer', async () => {
  const shop = await shopWith()
  await write(shop, '多少钱')
  await routing.idle()
  const { id } = await conversation(shop)
  clock.set(START + 31_000)
  await runTimerJob(ctx, shop.tenant, id)
  await runTimerJob(ctx, shop.tenant, id)
  expect(await outcomes(shop)).toEqual({ T1C: false, T1: false, T2: false })
  const [job] = await db.sql`select due_at_ms from job where tenant = ${shop.tenant} and kind = 'timers.look'`
  expect(job?.due_at_ms).toBe(START + 120_001)
})

test('T7: a silent customer\'s conversation closes by itself, and the job is gone', async () => {
  const shop = await shopWith()
  await write(shop, '在吗')
  await routing.idle()
  const row = await conversation(shop)
  await change(shop, { timers: { ...row.timers, turn: null, silence: { sinceMs: START, askedAtMs: START + 200_000 }, first: { ...row.timers.first, agentSettledAtMs: START, customerSettledAtMs: START } } })
  clock.set(START + 599_000)
  await runTimerJob(ctx, shop.tenant, row.id)
  expect((await conversation(shop)).state).toBe('open')
  clock.set(START + 600_000)
  await runTimerJob(ctx, shop.tenant, row.id)
  expect(await conversation(shop)).toMatchObject({ state: 'closed', closedAtMs: START + 600_000, ownerId: row.ownerId, timers: { running: false } })
  expect((await thread(shop)).at(-1)).toBe('silence_closed')
  expect(await db.sql`select 1 from job where tenant = ${shop.tenant} and kind = 'timers.look'`).toHaveLength(0)
})

test('H6: a message to an agent who is off duty goes to another in the same thread', async () => {
  const shop = await shopWith()
  await write(shop, '在吗')
  await routing.idle()
  const row = await conversation(shop)
  const owner = row.ownerId ?? ''
  await inTransaction(ctx, shop.tenant, (changes) => changes.put('presence', presenceRow(owner, 'off_duty', START)))
  await write(shop, '还在吗？')
  await routing.idle()
  const after = await conversation(shop)
  expect(after.state).toBe('open')
  expect(after.ownerId).not.toBe(owner)
  expect(after.transferredFrom).toEqual([])
  expect(after.timers.turn?.sinceMs).toBe(START)
  expect(await thread(shop)).toEqual(['customer: 在吗', 'assigned', 'customer: 还在吗？', 'reassigned', 'assigned'])
})
