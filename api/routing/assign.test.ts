import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApiContext } from '../context.ts'
import { testContext, testConversation, testShop } from '../store/test-context.ts'
import { testDatabase } from '../store/test-database.ts'
import type { TestDatabase } from '../store/test-database.ts'
import { assign } from './assign.ts'

let db: TestDatabase
let ctx: ApiContext & { end(): Promise<void> }

beforeAll(async () => {
  db = await testDatabase(16)
  ctx = await testContext(db)
})
afterAll(async () => {
  await ctx.end()
  await db.close()
})

// Without the agent's lock each of these sees room and all are given to the one agent.
test('twelve conversations assigned at the same moment: the limit holds', async () => {
  const shop = await testShop(ctx, { a: { limit: 2 } })
  const waiting: string[] = []
  for (let n = 0; n < 12; n++) waiting.push((await testConversation(ctx, shop)).id)
  const routes = await Promise.all(waiting.map((id) => assign(ctx, shop.tenant, id)))
  expect(routes.filter((route) => route?.agentId)).toHaveLength(2)
  const [open] = await db.sql<{ count: number }[]>`
    select count(*) as count from conversation where tenant = ${shop.tenant} and state = 'open'`
  expect(open?.count).toBe(2)
})
