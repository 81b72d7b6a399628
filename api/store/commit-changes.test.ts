import { afterAll, beforeAll, expect, test } from 'vitest'
import { ENTITY_NAMES } from '../../domain/entities/entity.ts'
import type { ApiContext } from '../context.ts'
import { hash64, hashPrefix } from '../../protocol/hash64.ts'
import { COLUMNS } from './columns.ts'
import { readEntity, listEntities } from './entities.ts'
import { SYNCED_TABLES } from './synced-tables.ts'
import { testContext, testConversation, testShop } from './test-context.ts'
import { testDatabase } from './test-database.ts'
import { inTransaction } from './transaction.ts'

const db = await testDatabase()
let ctx: ApiContext & { end(): Promise<void> }
beforeAll(async () => {
  ctx = await testContext(db)
})
afterAll(async () => {
  await ctx.end()
  await db.close()
})

test('the tables are those of the entities, column by column', async () => {
  expect([...SYNCED_TABLES].sort()).toEqual([...ENTITY_NAMES].sort())
  for (const name of ENTITY_NAMES) {
    const columns = await db.sql<{ name: string }[]>`
      select column_name as name from information_schema.columns where table_name = ${name}`
    expect(columns.map((column) => column.name).sort(), name)
      .toEqual(['tenant', 'row_seq', ...COLUMNS[name].map(({ column }) => column)].sort())
  }
})

test('every primary and foreign key starts with tenant', async () => {
  const keys = await db.sql<{ table: string, first: string }[]>`
    select c.conrelid::regclass::text as table, a.attname as first from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype in ('p', 'f') and c.connamespace = 'public'::regnamespace`
  expect(keys.filter(({ first, table }) => first !== 'tenant' && table !== 'schema_migration')).toEqual([])
})

test('the database ends a hash as the desk does', async () => {
  for (const [entity, id, seq] of [['message', 'm1', 42], ['order_head', 'abc', 9_007_199_254_740_991], ['team', 'x:y.z-1', 1]] as const) {
    const { high, low } = hashPrefix(entity, id)
    const [row] = await db.sql<{ hash: string }[]>`select hash64_finish(${high}, ${low}, ${seq}) as hash`
    expect(row?.hash).toBe(hash64(entity, id, String(seq)).toString())
  }
})

test('a commit counts the head, logs scopes, keeps sums, and grants follow the owner', async () => {
  const shop = await testShop(ctx)
  const conversation = await testConversation(ctx, shop)
  const owner = shop.people['xiaoan']!
  await inTransaction(ctx, shop.tenant, async (changes) => {
    const row = await readEntity(changes, 'conversation', conversation.id, { lock: true })
    await changes.put('conversation', { ...row!, state: 'open', ownerId: owner })
  })
  const log = await db.sql`select scope, op, entity from change where tenant = ${shop.tenant} and seq = 3 order by idx`
  expect(log.map((row) => `${row['op']} ${String(row['scope']).split(':')[0]}`)).toEqual([
    'leave team', 'put conversation', 'put customer', 'grant agent',
  ])
  const rows = await db.sql<{ scope: string, entity: string, id: string, seq: string }[]>`
    select scope, entity, id, row_seq::text as seq from scope_row where tenant = ${shop.tenant}`
  const sums = new Map<string, bigint>()
  for (const { scope, entity, id, seq } of rows) {
    sums.set(scope, BigInt.asUintN(64, (sums.get(scope) ?? 0n) + hash64(entity, id, seq)))
  }
  const stored = await db.sql<{ scope: string, sum: string }[]>`select scope, sum from scope_sum where tenant = ${shop.tenant}`
  for (const { scope, sum } of stored) expect(sum, scope).toBe((sums.get(scope) ?? 0n).toString())
  const grants = await db.sql<{ scope: string }[]>`select scope from scope_grant where tenant = ${shop.tenant} and person_id = ${owner} and reason <> 'person'`
  expect(grants.map(({ scope }) => scope).sort()).toEqual([`conversation:${conversation.id}`, `customer:${conversation.customerId}`])
})

test('customer text is stored encrypted, and opens only in its place', async () => {
  const shop = await testShop(ctx)
  const conversation = await testConversation(ctx, shop)
  const [raw] = await db.sql<{ name: Buffer }[]>`
    select name_cipher as name from customer where tenant = ${shop.tenant} and id = ${conversation.customerId}`
  expect(raw?.name.includes(Buffer.from('王兰'))).toBe(false)
  const keys = await ctx.keys.of(db.sql, shop.tenant)
  const found = await listEntities({ tx: db.sql, tenant: shop.tenant, keys }, 'customer', { nickname: 'Lan' })
  expect(found.map((row) => row.name)).toEqual(['王兰'])
  expect(() => keys.decrypt(raw!.name, 'customer.name:other')).toThrow('does not open')
})

test('what is thrown stores nothing and counts nothing', async () => {
  const shop = await testShop(ctx)
  const conversation = await testConversation(ctx, shop)
  await expect(inTransaction(ctx, shop.tenant, async (changes) => {
    await changes.put('conversation', { ...conversation, spam: true })
    throw new Error('stop')
  })).rejects.toThrow('stop')
  const [head] = await db.sql`select seq from tenant_head where tenant = ${shop.tenant}`
  expect(head?.['seq']).toBe(2)
})
