import { afterAll, beforeAll, expect, it } from 'vitest'
import { PasswordHasher } from '../auth/password-hash.ts'
import type { ApiContext } from '../context.ts'
import { listEntities } from '../store/entities.ts'
import { grantedScopes } from '../store/grants.ts'
import { findTenant } from '../store/tenants.ts'
import { testContext } from '../store/test-context.ts'
import { testDatabase } from '../store/test-database.ts'
import type { TestDatabase } from '../store/test-database.ts'
import { insertDemo } from './insert-demo.ts'

let db: TestDatabase
let context: ApiContext & { end(): Promise<void> }
const hasher = new PasswordHasher()

beforeAll(async () => {
  db = await testDatabase()
  context = await testContext(db)
})

afterAll(async () => {
  await context.end()
  await db.close()
})

const counts = async (): Promise<unknown> => context.sql`
  select (select count(*) from customer) as customers, (select count(*) from order_head) as orders, (select count(*) from person) as people,
    (select count(*) from script) as scripts, (select count(*) from conversation) as conversations, (select count(*) from message) as messages,
    (select max(seq) from tenant_head) as seq`

it('makes the trial shop, goes on after a broken start, and leaves a whole one alone', async () => {
  const first = await insertDemo(context, hasher)
  expect(first).toMatchObject({ shop: 'yunduo', chatKey: 'yunduo-web' })
  expect(first.accounts[0]).toMatchObject({ account: 'xiaoan', password: 'shiftdesk-demo' })
  const [made] = await counts() as Record<string, number>[]
  expect(made).toMatchObject({ customers: 500, people: 10, conversations: 300 })
  expect(made?.['scripts']).toBeGreaterThanOrEqual(120)

  await insertDemo(context, hasher)
  expect(await counts()).toEqual([made])

  // A day later the same talks are told as at the first start, and the same customers have their links.
  await context.sql`update tenant set settings = '{}'`
  const later = { ...context, clock: { ...context.clock, now: () => context.clock.now() + 86_461_000 } }
  const told = () => context.sql`select id, customer_id, owner_id, started_at_ms from conversation order by id`
  const before = await told()
  const again = await insertDemo(later, hasher)
  expect(await counts()).toEqual([{ ...made, seq: expect.any(Number) }])
  expect([...await told()]).toEqual([...before])
  expect(again.customers.map((customer) => customer.name)).toEqual(first.customers.map((customer) => customer.name))
}, 180_000)

it('agents are off duty until they sign in, hold no old conversations, and full numbers are nowhere in clear', async () => {
  const { tenant } = await findTenant(context.sql, 'yunduo') ?? { tenant: '' }
  const keys = await context.keys.of(context.sql, tenant)
  const presence = await listEntities({ tx: context.sql, tenant, keys }, 'presence', {})
  expect(new Set(presence.map(({ state, reachable }) => `${state} ${reachable}`))).toEqual(new Set(['off_duty false']))
  expect((await grantedScopes(context.sql, tenant, 'person-xiaoan')).filter((scope) => /^(customer|conversation):/.test(scope))).toHaveLength(0)
  const clear = await context.sql`select c.* from customer c where c::text ~ '\\m142[0-9]{8}\\M|[a-z0-9_.]@example'`
  expect(clear).toHaveLength(0)
  const [secret] = await context.sql<{ phone_cipher: Buffer, customer_id: string }[]>`select customer_id, phone_cipher from customer_secret limit 1`
  expect(keys.decrypt(secret?.phone_cipher ?? Buffer.alloc(0), `customer_secret.phone:${secret?.customer_id ?? ''}`)).toMatch(/^142\d{8}$/)
})
