import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SYNCED_TABLES } from '../store/synced-tables.ts'
import type { ApiContext } from '../context.ts'
import { readEntity } from '../store/entities.ts'
import { testContext, testConversation, testShop } from '../store/test-context.ts'
import type { TestShop } from '../store/test-context.ts'
import { testDatabase } from '../store/test-database.ts'
import { inTransaction } from '../store/transaction.ts'
import { TestDesk } from './test-desk.ts'

// Pairs that race for the same rows, on real PostgreSQL: whoever is second sees what the first did, and nothing deadlocks.
const db = await testDatabase(24)
let ctx: ApiContext & { end(): Promise<void> }
beforeAll(async () => {
  ctx = await testContext(db)
})
afterAll(async () => {
  await ctx.end()
  await db.close()
})

const deskOf = (shop: TestShop, account: string) =>
  new TestDesk(ctx, { tenant: shop.tenant, personId: shop.people[account]!, deviceId: shop.devices[account]! })

test('two takers of one customer: one gets it, the other is told', async () => {
  const shop = await testShop(ctx, { xiaoan: {}, xiaolin: {}, momo: {} })
  const desks = ['xiaoan', 'xiaolin', 'momo'].map((name) => deskOf(shop, name))
  for (let round = 0; round < 10; round++) {
    const conversation = await testConversation(ctx, shop)
    const results = await Promise.all(desks.map((desk) => desk.do('conversation.take', { conversationId: conversation.id })))
    expect(results.map(({ code }) => code).sort()).toEqual(['already_taken', 'already_taken', null].sort())
    const lines = await db.sql`select 1 from message where tenant = ${shop.tenant} and conversation_id = ${conversation.id}`
    expect(lines).toHaveLength(1)
  }
})

test('L2 limit per agent: two desks of one agent taking at once never hold more than the limit', async () => {
  const shop = await testShop(ctx, { xiaoan: { limit: 3 } })
  const second = `second-${shop.devices['xiaoan']!}`
  await db.sql`insert into device ${db.sql({
    tenant: shop.tenant, id: second, person_id: shop.people['xiaoan']!, name: 'second', status: 'active', created_at_ms: 0,
  })}`
  const desks = [deskOf(shop, 'xiaoan'), new TestDesk(ctx, { tenant: shop.tenant, personId: shop.people['xiaoan']!, deviceId: second })]
  const conversations = await Promise.all(Array.from({ length: 8 }, () => testConversation(ctx, shop)))
  const results = await Promise.all(conversations.map(async ({ id }, i) => {
    const desk = desks[i % 2]!
    return desk.envelope('conversation.take', { conversationId: id })
  }))
  const answers = await Promise.all(desks.map((desk, i) => desk.send(...results.filter((_, n) => n % 2 === i))))
  const codes = answers.flatMap(({ results: list }) => list.map(({ code }) => code))
  expect(codes.filter((code) => code === null)).toHaveLength(3)
  expect(codes.filter((code) => code === 'limit_reached')).toHaveLength(5)
})

test('transfer against take, reply and close: every reply either stands in the thread or is proposed, never both, never neither', async () => {
  const shop = await testShop(ctx, { xiaoan: {}, xiaolin: {} })
  const desks = { xiaoan: deskOf(shop, 'xiaoan'), xiaolin: deskOf(shop, 'xiaolin') }
  await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 8 }), fc.boolean(), async (delayMs, close) => {
    const conversation = await testConversation(ctx, shop, shop.people['xiaoan'])
    const messageId = ctx.ids.next()
    const [result] = await Promise.all([
      desks.xiaoan.do('message.send', {
        messageId, conversationId: conversation.id, body: 'x', lineKind: 'answer', scriptId: null, attachmentIds: [], quoteId: null,
      }),
      ctx.clock.sleep(delayMs).then(() => inTransaction(ctx, shop.tenant, async (changes) => {
        const row = await readEntity(changes, 'conversation', conversation.id, { lock: true })
        await readEntity(changes, 'person', shop.people['xiaolin']!, { lock: true })
        await changes.put('conversation', { ...row!, state: 'open', ownerId: shop.people['xiaolin']! })
      })),
      desks.xiaolin.do('conversation.take', { conversationId: conversation.id }),
    ])
    const [said] = await db.sql`select 1 from message where tenant = ${shop.tenant} and id = ${messageId}`
    const [proposed] = await db.sql`select 1 from proposed_reply where tenant = ${shop.tenant} and id = ${messageId}`
    expect([said !== undefined, proposed !== undefined]).toEqual(result.status === 'applied' ? [true, false] : [false, true])
    if (close) await desks.xiaolin.do('conversation.close', { conversationId: conversation.id, withoutReply: true, enquiryClass: null, outcome: null })
  }), { numRuns: 25 })
})

test('crossed locks are rolled back and run again: two transactions take two rows in opposite order', async () => {
  const shop = await testShop(ctx)
  const [a, b] = [await testConversation(ctx, shop), await testConversation(ctx, shop)]
  let runs = 0
  // Each holds its first row before either asks for its second; a second run finds both there and goes on.
  let bothHold: () => void = () => undefined
  const held = new Promise<void>((resolve) => { bothHold = resolve })
  const mark = (first: string, second: string) => inTransaction(ctx, shop.tenant, async (changes) => {
    runs += 1
    for (const id of [first, second]) {
      const row = await readEntity(changes, 'conversation', id, { lock: true })
      if (id === first && runs === 2) bothHold()
      await held
      await changes.put('conversation', { ...row!, priority: row!.priority + 1 })
    }
  })
  await Promise.all([mark(a.id, b.id), mark(b.id, a.id)])
  expect(runs).toBeGreaterThan(2)
  const rows = await db.sql<{ priority: number }[]>`select priority from conversation where tenant = ${shop.tenant}`
  expect(rows.map(({ priority }) => priority)).toEqual([2, 2])
})

test('every write to a synced table is in the change log: triggers count what commitChanges told', async () => {
  const other = await testDatabase(8)
  const context = await testContext(other)
  try {
    await other.sql.unsafe(`
      create table written (txid bigint, entity text, id text, scoped boolean, primary key (txid, entity, id));
      create function note_write() returns trigger language plpgsql as $$ begin
        insert into written values (txid_current(), tg_argv[0], coalesce(new.id, old.id), true) on conflict do nothing; return null; end $$;
      create table told (txid bigint, entity text, id text);
      create function note_change() returns trigger language plpgsql as $$ begin
        if new.op <> 'grant' then insert into told values (txid_current(), new.entity, new.entity_id); end if; return null; end $$;
      create trigger change_told after insert on change for each row execute function note_change();
      ${SYNCED_TABLES.map((name) => `create trigger ${name}_written after insert or update or delete on ${name}
        for each row execute function note_write('${name}');`).join('\n')}`)
    const shop = await testShop(context)
    const conversation = await testConversation(context, shop)
    const desk = new TestDesk(context, { tenant: shop.tenant, personId: shop.people['xiaoan']!, deviceId: shop.devices['xiaoan']! })
    await desk.do('conversation.take', { conversationId: conversation.id })
    await desk.do('customer.note', { noteId: 'n1', customerId: conversation.customerId, body: 'x' })
    await inTransaction(context, shop.tenant, (changes) => changes.remove('customer_note', 'n1'))
    await desk.do('conversation.close', { conversationId: conversation.id, withoutReply: true, enquiryClass: null, outcome: null })
    const missing = await other.sql`
      select w.entity, w.id from written w where not exists (
        select 1 from told t where t.txid = w.txid and t.entity = w.entity and t.id = w.id) and w.entity <> 'timer_outcome'`
    expect(missing).toEqual([])
    // And the check can fail: a write past the ChangeSet is seen.
    await other.sql`update customer set blocked = true where tenant = ${shop.tenant}`
    const found = await other.sql<{ entity: string }[]>`
      select w.entity from written w where not exists (select 1 from told t where t.txid = w.txid and t.entity = w.entity and t.id = w.id)`
    expect(found.map(({ entity }) => entity)).toContain('customer')
  } finally {
    await context.end()
    await other.close()
  }
})
