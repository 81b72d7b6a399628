import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Conversation } from '../../domain/entities/conversation.ts'
import type { ApiContext } from '../context.ts'
import { listEntities } from '../store/entities.ts'
import type { TestShop } from '../store/test-context.ts'
import { standingClock, testContext, testConversation, testShop } from '../store/test-context.ts'
import { testDatabase } from '../store/test-database.ts'
import type { TestDatabase } from '../store/test-database.ts'
import { inTransaction } from '../store/transaction.ts'
import { sweepPresence } from './presence-sweep.ts'
import { makeRouting, routeQueue } from './router.ts'

const START = 1_760_000_000_000
const clock = standingClock(START)
let db: TestDatabase
let one: ApiContext & { end(): Promise<void> }
let two: ApiContext & { end(): Promise<void> }
const routing = makeRouting(() => one)

beforeAll(async () => {
  db = await testDatabase(16)
  one = await testContext(db, { clock, routing })
  two = await testContext(db, { clock })
})
afterAll(async () => {
  await routing.idle()
  await one.end()
  await two.end()
  await db.close()
})

const read = async (shop: TestShop): Promise<Conversation[]> =>
  listEntities({ tx: db.sql, tenant: shop.tenant, keys: await one.keys.of(db.sql, shop.tenant) }, 'conversation', {})
const loads = async (shop: TestShop) => {
  const count: Record<string, number> = {}
  for (const row of await read(shop)) count[row.ownerId ?? 'queue'] = (count[row.ownerId ?? 'queue'] ?? 0) + 1
  return count
}

test('the limit per agent holds with two nodes that route the same queue at once', async () => {
  const shop = await testShop(one, { a: { limit: 3 }, b: { limit: 2 } })
  for (let n = 0; n < 12; n++) await testConversation(one, shop)
  await Promise.all([routeQueue(one, shop.tenant), routeQueue(two, shop.tenant), routeQueue(one, shop.tenant), routeQueue(two, shop.tenant)])
  await routing.idle()
  await routeQueue(one, shop.tenant)
  expect(await loads(shop)).toEqual({ [shop.people['a'] ?? '']: 3, [shop.people['b'] ?? '']: 2, queue: 7 })
})

test('the owner is granted the conversation and its customer', async () => {
  const shop = await testShop(one, { a: {} })
  const { id, customerId } = await testConversation(one, shop)
  await routeQueue(one, shop.tenant)
  const scopes = await db.sql<{ scope: string }[]>`
    select scope from scope_grant where tenant = ${shop.tenant} and person_id = ${shop.people['a'] ?? ''}`
  expect(scopes.map(({ scope }) => scope)).toEqual(expect.arrayContaining([`conversation:${id}`, `customer:${customerId}`]))
})

test('places in the queue: after-sale lane, tier, then first come first served; a long wait counts', async () => {
  const shop = await testShop(one, { a: { limit: 0 } })
  const made: string[] = []
  const waited = { queuedAtMs: START - 9 * 60_000 }
  for (const fields of [{}, { tier: 'gold' as const }, { priority: 10 }, {}, waited]) {
    const row = await testConversation(one, shop)
    made.push(row.id)
    await inTransaction(one, shop.tenant, (changes) => changes.put('conversation', { ...row, queuedAtMs: START + made.length, ...fields }))
  }
  const order: string[] = []
  for (let limit = 1; limit <= 5; limit++) {
    await inTransaction(one, shop.tenant, async (changes) => {
      const [person] = await listEntities(changes, 'person', {})
      if (person) await changes.put('person', { ...person, conversationLimit: limit })
    })
    await routeQueue(one, shop.tenant)
    order.push(...(await read(shop)).filter((row) => row.ownerId && !order.includes(row.id)).map(({ id }) => id))
  }
  // The last one has waited nine minutes, as much as the lane is worth.
  expect(order).toEqual([made[4], made[2], made[1], made[0], made[3]])
})

test('an agent who is not heard of for 60 s gets nobody; after the grace their customers go to others', async () => {
  clock.set(START)
  const shop = await testShop(one, { a: {}, b: {} })
  const [a = '', b = ''] = [shop.people['a'], shop.people['b']]
  const mine = await testConversation(one, shop, a)
  const seen = (person: string, atMs: number) => db.sql`
    update device set last_seen_at_ms = ${atMs} where tenant = ${shop.tenant} and person_id = ${person}`
  const reachable = async () => Object.fromEntries((await db.sql<{ id: string, reachable: boolean }[]>`
    select id, reachable from presence where tenant = ${shop.tenant}`).map((row) => [row.id, row.reachable]))
  await seen(a, START)
  await seen(b, START + 61_000)
  clock.set(START + 60_000)
  await sweepPresence(one, START)
  expect(await reachable()).toEqual({ [a]: true, [b]: true })
  clock.set(START + 61_000)
  await sweepPresence(one, START)
  expect(await reachable()).toEqual({ [a]: false, [b]: true })
  expect((await read(shop))[0]?.ownerId).toBe(a)
  await seen(b, START + 241_000)
  clock.set(START + 241_000)
  // A node that has just come up waits: desks could not reach it.
  await sweepPresence(one, START + 230_000)
  expect((await read(shop))[0]?.ownerId).toBe(a)
  await sweepPresence(one, START)
  await routing.idle()
  const [row] = await read(shop)
  expect(row).toMatchObject({ id: mine.id, ownerId: b, state: 'open', transferredFrom: [] })
  await seen(a, START + 241_000)
  await sweepPresence(one, START)
  expect(await reachable()).toEqual({ [a]: true, [b]: true })
})

test('a team says itself how long its silent agents keep their customers', async () => {
  clock.set(START)
  const shop = await testShop(one, { a: {}, b: {} })
  const [a = '', b = ''] = [shop.people['a'], shop.people['b']]
  await testConversation(one, shop, a)
  await inTransaction(one, shop.tenant, async (changes) => {
    const [team] = await listEntities(changes, 'team', {})
    if (team) await changes.put('team', { ...team, timers: { ...team.timers, unreachableSec: 30, handoverSec: 5 } })
  })
  const sweepAfter = async (sec: number) => {
    clock.set(START + sec * 1000)
    await db.sql`update device set last_seen_at_ms = ${START + (sec * 1000)} where tenant = ${shop.tenant} and person_id = ${b}`
    await db.sql`update device set last_seen_at_ms = ${START} where tenant = ${shop.tenant} and person_id = ${a}`
    await sweepPresence(one, START)
    await routing.idle()
    return (await read(shop))[0]?.ownerId
  }
  expect(await sweepAfter(35)).toBe(a)
  expect(await sweepAfter(36)).toBe(b)
})
