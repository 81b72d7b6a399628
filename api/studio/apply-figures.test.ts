import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Conversation } from '../../domain/entities/conversation.ts'
import type { FigureValue } from '../../domain/entities/release.ts'
import { duesOf } from '../../domain/timers/dues.ts'
import { policyOf } from '../../domain/timers/policy.ts'
import { must } from '../seed/must.ts'
import { takeIn } from '../channels/intake.ts'
import { runTimerJob } from '../channels/timer-job.ts'
import type { ApiContext } from '../context.ts'
import { makeRouting } from '../routing/router.ts'
import { putTeam } from '../setup/shop-parts.ts'
import { listEntities, readEntity } from '../store/entities.ts'
import { standingClock, testContext, testShop } from '../store/test-context.ts'
import type { TestShop } from '../store/test-context.ts'
import { testDatabase } from '../store/test-database.ts'
import type { TestDatabase } from '../store/test-database.ts'
import { inTransaction } from '../store/transaction.ts'
import { applyFigures, NoSuchTeam } from './apply-figures.ts'

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

const at = async (shop: TestShop) => ({ tx: db.sql, tenant: shop.tenant, keys: await ctx.keys.of(db.sql, shop.tenant) })
const figures = async (shop: TestShop) => readEntity(await at(shop), 'figures', shop.teamId)
const team = async (shop: TestShop) => must(await readEntity(await at(shop), 'team', shop.teamId), 'team')
const publish = (shop: TestShop, given: Record<string, FigureValue> | null, version: number, personId = 'zhuguan') =>
  inTransaction(ctx, shop.tenant, (changes) => applyFigures(changes, shop.teamId, { content: given && { given }, version }, { personId, nowMs: clock.now() }))

async function writes(shop: TestShop): Promise<Conversation> {
  const customerId = ctx.ids.next()
  await inTransaction(ctx, shop.tenant, async (changes) => {
    await changes.put('customer', {
      id: customerId, nickname: '小雨', name: null, gender: null, tier: 'normal', tags: [], sinceMs: START, phoneMasked: null,
      emailMasked: null, addressMasked: null, birthday: null, orderCount: 0, blocked: false,
    })
    await takeIn(ctx, changes, {
      channelId: shop.channelId, customerId, messageId: ctx.ids.next(), body: '有M码吗？', attachments: [], quoteId: null, language: 'zh', clientAtMs: clock.now(),
    })
  })
  await routing.idle()
  return must((await listEntities(await at(shop), 'conversation', { customerId }))[0], 'conversation')
}

test('published figures reach the team; who changed which when is kept; standards are not stored', async () => {
  clock.set(START)
  const shop = await testShop(ctx)
  await publish(shop, { firstReplySec: 20, holdingSec: 120, returningHours: 48, reviewDays: 30 }, 1)
  expect(await figures(shop)).toMatchObject({ given: { firstReplySec: 20, returningHours: 48, reviewDays: 30 }, version: 1 })
  expect(await team(shop)).toMatchObject({ timers: { firstReplySec: 20, holdingSec: 120 }, returningHours: 48 })
  clock.set(START + 60_000)
  await publish(shop, { returningHours: 48, reviewDays: 30, apologySec: 240 }, 2, 'ajie')
  const zhuguan = { personId: 'zhuguan', atMs: START }
  const ajie = { personId: 'ajie', atMs: START + 60_000 }
  expect((await figures(shop))?.changes).toEqual({ firstReplySec: ajie, apologySec: ajie, returningHours: zhuguan, reviewDays: zhuguan })
  expect((await team(shop)).timers).toMatchObject({ firstReplySec: 15, apologySec: 240 })
  await publish(shop, null, 3)
  expect(await figures(shop)).toMatchObject({ given: {}, version: 3 })
  expect(await team(shop)).toMatchObject({ timers: { apologySec: 180 }, returningHours: 24 })
  // Two changes in the same moment: what held for no time between them is not kept.
  expect((await team(shop)).timersBefore.map(({ untilMs }) => untilMs)).toEqual([START + 60_000, START])
})

test('a team that is gone is refused', async () => {
  const shop = await testShop(ctx)
  await expect(publish({ ...shop, teamId: 'nobody' }, {}, 1)).rejects.toThrow(NoSuchTeam)
})

test('a running turn is missed at the time it began with, the next conversation has the new one', async () => {
  clock.set(START)
  const shop = await testShop(ctx)
  const running = await writes(shop)
  clock.set(START + 5_000)
  await publish(shop, { firstReplySec: 60, averageReplySec: 60 }, 1)
  clock.set(START + 10_000)
  const next = await writes(shop)
  const policy = policyOf(await team(shop), 'web_chat')
  expect(duesOf(running.timers, policy, clock.now())[0]?.dueAtMs).toBe(START + 15_000)
  expect(duesOf(next.timers, policy, clock.now())[0]?.dueAtMs).toBe(START + 70_000)
  clock.set(START + 20_000)
  await runTimerJob(ctx, shop.tenant, running.id)
  await runTimerJob(ctx, shop.tenant, next.id)
  const missed = await listEntities(await at(shop), 'timer_outcome', {})
  expect(missed.map(({ conversationId, rule, dueAtMs }) => [conversationId, rule, dueAtMs]).sort()).toEqual([
    [running.id, 'T1', START + 15_000], [running.id, 'T1C', START + 15_000],
  ])
})

test('a team set up anew has its timers among its figures, and what runs keeps its own', async () => {
  clock.set(START)
  const shop = await testShop(ctx)
  await publish(shop, { reviewDays: 30 }, 1)
  const { id, timersBefore, ...draft } = await team(shop)
  expect(timersBefore).toEqual([])
  clock.set(START + 1_000)
  const actor = { tenant: shop.tenant, personId: must(shop.people['xiaoan'], 'person'), deviceId: must(shop.devices['xiaoan'], 'device'), roles: ['admin' as const] }
  await putTeam(ctx, actor as never, id, { ...draft, timers: { ...draft.timers, firstReplySec: 45 } })
  expect(await figures(shop)).toMatchObject({ given: { firstReplySec: 45, reviewDays: 30 }, version: 2, changes: { firstReplySec: { personId: actor.personId } } })
  expect((await team(shop)).timersBefore).toMatchObject([{ untilMs: START + 1_000, timers: { firstReplySec: 15 } }])
})
