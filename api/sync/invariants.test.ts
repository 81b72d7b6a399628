import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Conversation } from '../../domain/entities/conversation.ts'
import { SCOPES_OF, customerScope } from '../../domain/entities/scopes.ts'
import type { ApiContext } from '../context.ts'
import { readEntity } from '../store/entities.ts'
import { grantedScopes } from '../store/grants.ts'
import { testContext, testConversation, testShop } from '../store/test-context.ts'
import type { TestShop } from '../store/test-context.ts'
import { testDatabase } from '../store/test-database.ts'
import { inTransaction } from '../store/transaction.ts'
import { TestDesk, serverRows } from './test-desk.ts'

// The invariants of ARCHITECTURE.md that the server keeps, on real PostgreSQL with many connections at once.
const db = await testDatabase(24)
let ctx: ApiContext & { end(): Promise<void> }
beforeAll(async () => {
  ctx = await testContext(db)
})
afterAll(async () => {
  await ctx.end()
  await db.close()
})

const deskOf = (shop: TestShop, account: string, context: ApiContext = ctx) =>
  new TestDesk(context, { tenant: shop.tenant, personId: shop.people[account]!, deviceId: shop.devices[account]! })

const messageOf = (conversation: Conversation, messageId: string, body = 'Hello') => ({
  messageId, conversationId: conversation.id, body, lineKind: 'answer' as const, scriptId: null, attachmentIds: [], quoteId: null,
})

async function expectEqual(desk: TestDesk): Promise<void> {
  const page = await desk.catchUp()
  const truth = await serverRows(ctx, desk.auth)
  expect([...desk.rows.keys()].sort()).toEqual([...truth.keys()].sort())
  for (const [key, held] of truth) expect(desk.rows.get(key), key).toEqual(held)
  const sums = desk.sums()
  for (const [scope, sum] of Object.entries(page.scopeSums!)) expect(sum, scope).toBe(sums[scope] ?? '0')
}

type Write = (id: string, customerId: string, n: number, pages: () => number) => Promise<void>

/**
 * Eight writers commit customers into one scope while a reader pulls without a pause. @returns customers the reader never got
 */
async function lostUnder(shop: TestShop, write: Write): Promise<number> {
  const conversation = await testConversation(ctx, shop, shop.people['xiaoan'])
  const desk = deskOf(shop, 'xiaoan')
  await desk.catchUp()
  let writing = true
  let pages = 0
  const reader = (async () => {
    for (; writing; pages++) await desk.page()
  })()
  const ids: string[] = []
  await Promise.all(Array.from({ length: 8 }, async (_, writer) => {
    for (let n = 0; n < 25; n++) {
      const id = `note-${shop.tenant.slice(-6)}-${writer}-${n}`
      ids.push(id)
      await write(id, conversation.customerId, n * 8 + writer, () => pages)
    }
  }))
  writing = false
  await reader
  await desk.catchUp()
  return ids.filter((id) => !desk.rows.has(`customer_note\n${id}`)).length
}

test('I4 no change is skipped: eight writers, one reader in between', async () => {
  const shop = await testShop(ctx)
  const authorId = shop.people['xiaoan']!
  const lost = await lostUnder(shop, (id, customerId, n) => inTransaction(ctx, shop.tenant, async (changes) => {
    await changes.put('customer_note', { id, customerId, authorId, body: `${n}`, atMs: n, removed: false })
    await changes.tx`select pg_sleep(${(n % 5) / 1000})`
  }))
  expect(lost).toBe(0)
})

test('I4 can fail: a sequence as cursor, put in on purpose, is caught losing rows', async () => {
  const shop = await testShop(ctx)
  const authorId = shop.people['xiaoan']!
  await db.sql`create sequence planted start 1000`
  const keys = await ctx.keys.of(db.sql, shop.tenant)
  let committed = 0
  const lost = await lostUnder(shop, async (id, customerId, n, pages) => {
    await db.sql.begin(async (tx) => {
      const [row] = await tx<{ seq: number }[]>`select nextval('planted') as seq`
      const seq = row!.seq
      // The first one stays open until others have committed later numbers and the reader has been there twice: what a slow writer does.
      for (let seen: number | null = null; seq === 1000 && (seen === null || pages() < seen + 2);) {
        await tx`select 1`
        if (committed > 0) seen ??= pages()
      }
      await tx`insert into customer_note ${tx({
        tenant: shop.tenant, id, row_seq: seq, customer_id: customerId, author_id: authorId, at_ms: n, removed: false,
        body_cipher: keys.encrypt(`${n}`, `customer_note.body:${id}`),
      })}`
      await tx`insert into change ${tx({
        tenant: shop.tenant, seq, idx: 1, scope: customerScope(customerId), entity: 'customer_note', entity_id: id, op: 'put',
      })}`
      // The head of a sequence is seen by everybody before its rows are.
      await db.sql`update tenant_head set seq = greatest(seq, ${seq}) where tenant = ${shop.tenant}`
    })
    committed++
  })
  expect(lost).toBeGreaterThan(0)
})

test('I1 no acknowledged write is lost, I2 each takes effect once, I3 in order: lost answers, resends, two nodes', async () => {
  const shop = await testShop(ctx)
  const other = await testContext(db)
  try {
    await fc.assert(fc.asyncProperty(
      fc.array(fc.record({ size: fc.integer({ min: 1, max: 4 }), lost: fc.boolean(), twice: fc.boolean(), node: fc.boolean() }), { minLength: 1, maxLength: 6 }),
      async (rounds) => {
        const conversation = await testConversation(ctx, shop, shop.people['xiaoan'])
        const device = `device-${ctx.ids.next()}`
        await db.sql`insert into device ${db.sql({
          tenant: shop.tenant, id: device, person_id: shop.people['xiaoan']!, name: 'x', status: 'active', created_at_ms: 0,
        })}`
        const desk = new TestDesk(ctx, { tenant: shop.tenant, personId: shop.people['xiaoan']!, deviceId: device })
        let outbox: ReturnType<TestDesk['envelope']>[] = []
        const sent: string[] = []
        for (const { size, lost, twice, node } of rounds) {
          for (let i = 0; i < size; i++) {
            const id = ctx.ids.next()
            sent.push(id)
            outbox.push(desk.envelope('message.send', messageOf(conversation, id, `line ${sent.length}`)))
          }
          desk.context = node ? other : ctx
          // The same push at the same time from a desk that thinks the first one hangs.
          const answers = await Promise.all([desk.send(...outbox), ...twice ? [desk.send(...outbox)] : []])
          for (const answer of answers) expect(answer.results.every(({ status }) => status === 'applied')).toBe(true)
          if (!lost) outbox = []
        }
        const rows = await db.sql<{ id: string, position: number }[]>`
          select id, position from message where tenant = ${shop.tenant} and conversation_id = ${conversation.id} and author = 'agent'
          order by position`
        expect(rows.map(({ id }) => id)).toEqual(sent)
      },
    ), { numRuns: 15 })
  } finally {
    await other.end()
  }
})

test('I2 can be told apart: another mutation under a used id is answered 409 diverged, a hole 409 gap with the expected id', async () => {
  const shop = await testShop(ctx)
  const conversation = await testConversation(ctx, shop, shop.people['xiaoan'])
  const desk = deskOf(shop, 'xiaoan')
  const first = desk.envelope('message.send', messageOf(conversation, 'm-1'))
  await desk.send(first)
  await expect(desk.send({ ...first, key: 'another-key' })).rejects.toMatchObject({ status: 409, code: 'diverged' })
  desk.nextId = 5
  await expect(desk.do('message.send', messageOf(conversation, 'm-5'))).rejects
    .toMatchObject({ status: 409, code: 'gap', extra: { expectedId: 2 } })
})

test('I5 the mutation id and the rows come from one snapshot: a page that tells an id holds its row', async () => {
  const shop = await testShop(ctx)
  const conversation = await testConversation(ctx, shop, shop.people['xiaoan'])
  const sender = deskOf(shop, 'xiaoan')
  const reader = deskOf(shop, 'xiaoan')
  const ids = Array.from({ length: 40 }, () => ctx.ids.next())
  let writing = true
  const pulling = (async () => {
    let told = 0
    while (writing) {
      await reader.page()
      for (let id = 1; id <= reader.lastMutationId; id++) expect(reader.rows.has(`message\n${ids[id - 1]}`)).toBe(true)
      for (let id = reader.lastMutationId + 1; id <= ids.length; id++) expect(reader.rows.has(`message\n${ids[id - 1]}`)).toBe(false)
      told = Math.max(told, reader.lastMutationId)
    }
    return told
  })()
  for (const id of ids) await sender.do('message.send', messageOf(conversation, id))
  writing = false
  expect(await pulling).toBeGreaterThan(1)
})

test('I6 a quiet desk equals the server, sums too: random work of three people over two nodes', async () => {
  const shop = await testShop(ctx, { xiaoan: {}, xiaolin: {}, momo: {} })
  const conversations = await Promise.all(Array.from({ length: 6 }, () => testConversation(ctx, shop)))
  const other = await testContext(db)
  const names = ['xiaoan', 'xiaolin', 'momo']
  const desks = names.map((name, i) => deskOf(shop, name, i === 1 ? other : ctx))
  const step = fc.record({
    who: fc.nat(2), which: fc.nat(5), what: fc.constantFrom('take', 'say', 'close', 'reopen', 'note', 'transfer', 'pull', 'tag', 'promise'),
  })
  try {
    await fc.assert(fc.asyncProperty(fc.array(fc.array(step, { maxLength: 6 }), { minLength: 1, maxLength: 4 }), async (rounds) => {
      for (const round of rounds) {
        await Promise.all(desks.map(async (desk, i) => {
          for (const { which, what } of round.filter(({ who }) => who === i)) {
            const { id: conversationId, customerId } = conversations[which]!
            if (what === 'take') await desk.do('conversation.take', { conversationId })
            if (what === 'say') await desk.do('message.send', messageOf(conversations[which]!, ctx.ids.next()))
            if (what === 'close') await desk.do('conversation.close', { conversationId, withoutReply: true, enquiryClass: null, outcome: null })
            if (what === 'reopen') await desk.do('conversation.reopen', { conversationId })
            if (what === 'note') await desk.do('customer.note', { noteId: ctx.ids.next(), customerId, body: 'likes blue' })
            if (what === 'tag') await desk.do('customer.tag', { customerId, tag: 'vip', on: which % 2 === 0 })
            if (what === 'promise') {
              await desk.do('promise.make', { promiseId: ctx.ids.next(), conversationId, text: 'by six', dueAtMs: ctx.clock.now() + 60_000 })
            }
            if (what === 'transfer') await transfer(shop, conversationId, shop.people[names[(i + 1) % 3]!]!)
            if (what === 'pull') await desk.page()
          }
        }))
      }
      for (const desk of desks) await expectEqual(desk)
    }), { numRuns: 12 })
  } finally {
    await other.end()
  }
})

async function transfer(shop: TestShop, conversationId: string, to: string): Promise<void> {
  await inTransaction(ctx, shop.tenant, async (changes) => {
    const row = await readEntity(changes, 'conversation', conversationId, { lock: true })
    if (row?.state === 'open') await changes.put('conversation', { ...row, ownerId: to })
  })
}

test('I8 nothing outside granted scopes is sent, and revoked rows leave', async () => {
  const shop = await testShop(ctx, { xiaoan: {}, xiaolin: {}, stranger: { teams: false } })
  const elsewhere = await testShop(ctx, { spy: {} })
  const conversations = await Promise.all(Array.from({ length: 4 }, () => testConversation(ctx, shop, shop.people['xiaoan'])))
  await testConversation(ctx, elsewhere, elsewhere.people['spy'])
  const desks = [deskOf(shop, 'xiaoan'), deskOf(shop, 'xiaolin'), deskOf(shop, 'stranger'), deskOf(elsewhere, 'spy')]
  const check = async (desk: TestDesk) => {
    const granted = await grantedScopes(db.sql, desk.auth.tenant, desk.auth.personId)
    const page = await desk.page()
    for (const change of page.changes) {
      if (change.op === 'drop_scope') continue
      expect(granted).toContain(change.scope)
      if (change.op === 'put') expect((SCOPES_OF[change.entity] as (row: unknown) => string[])(change.row)).toContain(change.scope)
    }
    return page.atHead
  }
  for (let round = 0; round < 8; round++) {
    const { id } = conversations[round % 4]!
    await transfer(shop, id, shop.people[round % 2 ? 'xiaoan' : 'xiaolin']!)
    for (const desk of desks) await check(desk)
  }
  for (const desk of desks) await expectEqual(desk)
  await transfer(shop, conversations[0]!.id, shop.people['xiaolin']!)
  await desks[0]!.catchUp()
  expect(desks[0]!.rows.has(`conversation\n${conversations[0]!.id}`)).toBe(false)
  expect(desks[0]!.rows.has(`customer\n${conversations[0]!.customerId}`)).toBe(false)
  expect([...desks[2]!.rows.keys()].filter((key) => /^(conversation|customer|message)/.test(key))).toEqual([])
})

test('I12 cookie and rows belong together: a page applied twice, or a pull repeated after a crash, changes nothing', async () => {
  const shop = await testShop(ctx)
  const conversations = await Promise.all(Array.from({ length: 5 }, () => testConversation(ctx, shop, shop.people['xiaoan'])))
  const desk = deskOf(shop, 'xiaoan')
  for (let i = 0; i < 30; i++) {
    await inTransaction(ctx, shop.tenant, async (changes) => {
      const { customerId } = conversations[i % 5]!
      for (let n = 0; n < 6; n++) {
        await changes.put('customer_note', { id: ctx.ids.next(), customerId, authorId: desk.auth.personId, body: 'x', atMs: i, removed: false })
      }
    })
    // A crash before the page was stored: the cookie is the old one, the next page is asked for again.
    const cookie = desk.cookie
    const first = await desk.page()
    if (i % 3 === 0) {
      desk.cookie = cookie
      await desk.page()
    }
    if (i % 4 === 0) desk.apply(first)
    if (i % 4 === 0) desk.cookie = first.cookie
  }
  await expectEqual(desk)
})

test('I13 a revoked device gets nothing, whatever it asks', async () => {
  const shop = await testShop(ctx)
  const conversation = await testConversation(ctx, shop, shop.people['xiaoan'])
  const desk = deskOf(shop, 'xiaoan')
  await desk.catchUp()
  await db.sql`update device set status = 'revoked' where tenant = ${shop.tenant} and id = ${desk.auth.deviceId}`
  await expect(desk.page()).rejects.toMatchObject({ status: 401, code: 'device_revoked' })
  await expect(desk.do('message.send', messageOf(conversation, 'late'))).rejects.toMatchObject({ status: 401, code: 'device_revoked' })
  expect(await db.sql`select 1 from message where tenant = ${shop.tenant} and id = 'late'`).toHaveLength(0)
})

