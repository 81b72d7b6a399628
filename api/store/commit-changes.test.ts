import { afterAll, beforeAll, expect, test } from 'vitest'
import { ENTITY_NAMES } from '../../domain/entities/entity-names.ts'
import type { ApiContext } from '../context.ts'
import { hash64, hashPrefix } from '../../protocol/hash64.ts'
import { COLUMNS } from './columns.ts'
import { readEntity, readyRow, listEntities } from './entities.ts'
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

test('ready rows are stored with the number of their commit, or not at all; put and remove after it win', async () => {
  const shop = await testShop(ctx)
  const rule = (id: string, words: string) => ({
    id, rule: 'C1' as const, severity: 'warn' as const, language: 'zh' as const, wordings: [words], exceptions: [], positive: null, reason: null, active: true, version: 1, updatedAtMs: 1,
  })
  const stored = () => db.sql<{ id: string, words: string, seq: number, logged: number, held: number }[]>`
    select r.id, r.wordings ->> 0 as words, r.row_seq as seq, c.seq as logged, s.row_seq as held from language_rule r
    join change c on c.tenant = r.tenant and c.entity = 'language_rule' and c.entity_id = r.id and c.seq = r.row_seq
    join scope_row s on s.tenant = r.tenant and s.entity = 'language_rule' and s.id = r.id
    where r.tenant = ${shop.tenant} order by r.id`
  const head = async () => (await db.sql<{ seq: number }[]>`select seq from tenant_head where tenant = ${shop.tenant}`)[0]?.seq
  await inTransaction(ctx, shop.tenant, async (changes) => {
    changes.putReady([readyRow('language_rule', rule('a', '一')), readyRow('language_rule', rule('b', '一')), readyRow('language_rule', rule('c', '一'))])
    // Not there yet for whoever reads: that is what they are for.
    expect(await readEntity(changes, 'language_rule', 'a')).toBeNull()
    await changes.put('language_rule', rule('b', '二'))
    await changes.remove('language_rule', 'c')
  })
  const first = await head()
  expect([...await stored()]).toEqual([{ id: 'a', words: '一', seq: first, logged: first, held: first }, { id: 'b', words: '二', seq: first, logged: first, held: first }])
  await inTransaction(ctx, shop.tenant, async (changes) => { changes.putReady([readyRow('language_rule', rule('a', '三'))]) })
  expect((await stored())[0]).toEqual({ id: 'a', words: '三', seq: first! + 1, logged: first! + 1, held: first! + 1 })
  await expect(inTransaction(ctx, shop.tenant, async (changes) => {
    changes.putReady([readyRow('language_rule', rule('d', '一'))])
    // The last statements fail: a row of that name is no bigint.
    changes.atCommit((tx) => tx`insert into change (tenant, seq, idx, scope, entity, entity_id, op) values (${shop.tenant}, 1, 1, 'x', 'x', 'x', 'wrong')`)
  })).rejects.toMatchObject({ code: expect.stringMatching(/^23/) as unknown })
  expect((await stored()).map(({ id }) => id)).toEqual(['a', 'b'])
  expect(await head()).toBe(first! + 1)
  expect(() => readyRow('message', {} as never)).toThrow('encrypted')
})

test('what the tenant owned before is found by its ids, however many rows there are', async () => {
  const shop = await testShop(ctx)
  const plan = await db.sql.begin(async (tx) => {
    await tx`insert into scope_row (tenant, scope, entity, id, row_seq) select ${shop.tenant}, 'org', 'script', 'many-' || n, 1 from generate_series(1, 20000) n`
    return tx<{ 'QUERY PLAN': string }[]>`
      explain select scope, entity, id, row_seq from scope_row where tenant = ${shop.tenant} and entity = 'script' and id = any(${['many-1', 'many-2']})`
  })
  // No statistics yet, as in the middle of an import.
  expect(plan.map((row) => row['QUERY PLAN']).join(' ')).toMatch(/scope_row_by_entity.*Index Cond: .*id = ANY/)
})
