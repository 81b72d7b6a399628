import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MUTATION_NAMES } from '../../protocol/mutations.ts'
import type { Conversation } from '../../domain/entities/conversation.ts'
import type { EntityName } from '../../domain/entities/entity.ts'
import { SCHEMA_VERSION } from '../../protocol/sync.ts'
import type { ApiContext } from '../context.ts'
import { readEntity } from '../store/entities.ts'
import { newEpoch } from '../store/tenants.ts'
import { standingClock, testContext, testConversation, testShop } from '../store/test-context.ts'
import type { TestShop } from '../store/test-context.ts'
import { testDatabase } from '../store/test-database.ts'
import { inTransaction } from '../store/transaction.ts'
import { MUTATORS } from './mutators/all-mutators.ts'
import { push } from './push.ts'
import { TestDesk } from './test-desk.ts'

const db = await testDatabase(12)
const clock = standingClock()
const woken: string[] = []
const delivered: string[] = []
let ctx: ApiContext & { end(): Promise<void> }
let shop: TestShop
let xiaoan: TestDesk
let xiaolin: TestDesk
let boss: TestDesk
beforeAll(async () => {
  ctx = await testContext(db, {
    clock,
    routing: { wake: (tenant) => { woken.push(tenant) } },
    channels: { deliver: async (_changes, _conversation, message) => { delivered.push(message.id) } },
  })
  shop = await testShop(ctx, { xiaoan: {}, xiaolin: {}, boss: { roles: ['supervisor'] }, stranger: { teams: false } })
  const desk = (account: string) => new TestDesk(ctx, { tenant: shop.tenant, personId: shop.people[account]!, deviceId: shop.devices[account]! })
  xiaoan = desk('xiaoan')
  xiaolin = desk('xiaolin')
  boss = desk('boss')
})
afterAll(async () => {
  await ctx.end()
  await db.close()
})

const own = () => testConversation(ctx, shop, shop.people['xiaoan'])
async function row<N extends EntityName>(name: N, id: string) {
  return readEntity({ tx: db.sql, tenant: shop.tenant, keys: await ctx.keys.of(db.sql, shop.tenant) }, name, id)
}
async function messages(conversationId: string) {
  return db.sql<{ id: string, author: string, kind: string | null, lineKind: string | null }[]>`
    select id, author, system->>'kind' as kind, line_kind as "lineKind" from message
    where tenant = ${shop.tenant} and conversation_id = ${conversationId} order by position`
}
const line = (conversation: Conversation, body = '有货的，今天可以发出', messageId = ctx.ids.next()) => ({
  messageId, conversationId: conversation.id, body, lineKind: 'answer' as const, scriptId: null, attachmentIds: [], quoteId: null,
})
const give = (conversation: Conversation, ownerId: string) => inTransaction(ctx, shop.tenant, async (changes) => {
  const now = await readEntity(changes, 'conversation', conversation.id, { lock: true })
  await changes.put('conversation', { ...now!, ownerId })
})

test('every mutation of the protocol has its mutator', () => {
  expect(Object.keys(MUTATORS).sort()).toEqual([...MUTATION_NAMES].sort())
})

describe('message.send', () => {
  test('is stored in order, delivered, and its kind is decided here, not at the desk', async () => {
    const conversation = await own()
    await inTransaction(ctx, shop.tenant, async (changes) => {
      const now = await readEntity(changes, 'conversation', conversation.id, { lock: true })
      await changes.put('conversation', { ...now!, timers: { ...now!.timers, running: true } })
    })
    const args = line(conversation, '请稍等，我帮您查一下库存')
    expect(await xiaoan.do('message.send', args)).toMatchObject({ status: 'applied', code: null })
    const [stored] = await messages(conversation.id)
    expect(stored).toMatchObject({ id: args.messageId, author: 'agent' })
    expect(['holding', 'look_up']).toContain(stored?.lineKind)
    expect(delivered).toContain(args.messageId)
    expect((await row('conversation', conversation.id))?.snippet).toBe('请稍等，我帮您查一下库存')
  })

  test('after the conversation moved it is refused `reassigned`, and the new owner sees it as a proposed reply', async () => {
    const conversation = await own()
    await give(conversation, shop.people['xiaolin']!)
    const args = line(conversation, '这是我离线时写的')
    expect(await xiaoan.do('message.send', args)).toMatchObject({ status: 'rejected', code: 'reassigned' })
    expect(await messages(conversation.id)).toEqual([])
    expect(delivered).not.toContain(args.messageId)
    await xiaolin.catchUp()
    expect(xiaolin.rows.get(`proposed_reply\n${args.messageId}`)?.row).toMatchObject({
      body: '这是我离线时写的', authorId: shop.people['xiaoan'], dismissed: false,
    })
    expect(await xiaolin.do('proposed.dismiss', { proposedId: args.messageId, conversationId: conversation.id })).toMatchObject({ status: 'applied' })
    expect((await row('proposed_reply', args.messageId))?.dismissed).toBe(true)
  })

  test('is refused on a closed conversation, for a blocked customer, when empty, with foreign attachments', async () => {
    const conversation = await own()
    expect(await xiaoan.do('message.send', line(conversation, '  '))).toMatchObject({ status: 'rejected', code: 'invalid' })
    expect(await xiaoan.do('message.send', { ...line(conversation), attachmentIds: ['nowhere'] })).toMatchObject({ code: 'invalid' })
    await xiaoan.do('customer.block', { customerId: conversation.customerId, conversationId: conversation.id, on: true })
    expect(await xiaoan.do('message.send', line(conversation))).toMatchObject({ code: 'blocked' })
    await xiaoan.do('conversation.close', { conversationId: conversation.id, withoutReply: false, enquiryClass: null, outcome: null })
    expect(await xiaoan.do('message.send', line(conversation))).toMatchObject({ code: 'closed' })
  })

  test('of somebody outside the team does not even learn that the conversation exists', async () => {
    const conversation = await own()
    const stranger = new TestDesk(ctx, { tenant: shop.tenant, personId: shop.people['stranger']!, deviceId: shop.devices['stranger']! })
    expect(await stranger.do('message.send', line(conversation))).toMatchObject({ status: 'rejected', code: 'not_found' })
    expect(await db.sql`select 1 from proposed_reply where conversation_id = ${conversation.id}`).toHaveLength(0)
  })

  test('sent again under a new device id is taken once', async () => {
    const conversation = await own()
    const args = line(conversation)
    await xiaoan.do('message.send', args)
    expect(await xiaoan.do('message.send', args)).toMatchObject({ status: 'applied' })
    expect(await messages(conversation.id)).toHaveLength(1)
  })
})

test('note.add: the owner and the supervisor, nobody else; never the snippet', async () => {
  const conversation = await own()
  const note = { messageId: ctx.ids.next(), conversationId: conversation.id, body: 'wants a discount', mentions: [shop.people['boss']!, 'nobody'] }
  expect(await xiaoan.do('note.add', note)).toMatchObject({ status: 'applied' })
  expect(await boss.do('note.add', { ...note, messageId: ctx.ids.next() })).toMatchObject({ status: 'applied' })
  expect(await xiaolin.do('note.add', { ...note, messageId: ctx.ids.next() })).toMatchObject({ code: 'reassigned' })
  expect((await row('message', note.messageId))?.mentions).toEqual([shop.people['boss']])
  expect((await row('conversation', conversation.id))?.snippet).toBe('')
})

test('conversation.take: from the queue, by one', async () => {
  const conversation = await testConversation(ctx, shop)
  expect(await xiaoan.do('conversation.take', { conversationId: conversation.id })).toMatchObject({ status: 'applied' })
  expect(await xiaolin.do('conversation.take', { conversationId: conversation.id })).toMatchObject({ code: 'already_taken' })
  expect(await row('conversation', conversation.id)).toMatchObject({ state: 'open', ownerId: shop.people['xiaoan'], queuedAtMs: null })
  await xiaoan.catchUp()
  expect(xiaoan.rows.has(`customer\n${conversation.customerId}`)).toBe(true)
})

test('conversation.seen only rises, and a late one of somebody else is nothing', async () => {
  const conversation = await own()
  await xiaoan.do('message.send', line(conversation))
  await xiaoan.do('message.send', line(conversation))
  await xiaoan.do('conversation.seen', { conversationId: conversation.id, position: 99 })
  await xiaoan.do('conversation.seen', { conversationId: conversation.id, position: 1 })
  expect((await row('conversation', conversation.id))?.seenPosition).toBe(2)
  expect(await xiaolin.do('conversation.seen', { conversationId: conversation.id, position: 1 })).toMatchObject({ status: 'applied' })
})

test('D9: closing without any reply is refused until the agent insists; it can be undone; the grant ends 4 hours later', async () => {
  const conversation = await own()
  await inTransaction(ctx, shop.tenant, async (changes) => {
    await changes.put('conversation', { ...conversation, timers: { ...conversation.timers, running: true, turnNo: 1 } })
  })
  const close = { conversationId: conversation.id, withoutReply: false, enquiryClass: 'stock', outcome: 'answered' }
  expect(await xiaoan.do('conversation.close', close)).toMatchObject({ code: 'unanswered' })
  woken.length = 0
  expect(await xiaoan.do('conversation.close', { ...close, withoutReply: true })).toMatchObject({ status: 'applied' })
  expect(woken).toContain(shop.tenant)
  const until = () => db.sql<{ until: number | null }[]>`select until_ms as until from scope_grant where reason = ${`conversation:${conversation.id}`}`
  expect((await until()).map(({ until: at }) => at)).toEqual([clock.now() + 4 * 3_600_000, clock.now() + 4 * 3_600_000])
  expect(await xiaoan.do('conversation.reopen', { conversationId: conversation.id })).toMatchObject({ status: 'applied' })
  expect((await until()).map(({ until: at }) => at)).toEqual([null, null])
  expect((await messages(conversation.id)).map(({ kind }) => kind)).toEqual(['closed', 'reopened'])
})

test('conversation.spam and customer.block leave a line; tags and notes need the customer in scope', async () => {
  const conversation = await own()
  const { customerId, id: conversationId } = conversation
  await xiaoan.do('conversation.spam', { conversationId, on: true })
  await xiaoan.do('customer.block', { customerId, conversationId, on: true })
  expect((await messages(conversationId)).map(({ kind }) => kind)).toEqual(['spam', 'blocked'])
  await xiaoan.do('customer.tag', { customerId, tag: 'vip', on: true })
  await xiaoan.do('customer.tag', { customerId, tag: 'vip', on: true })
  expect(await row('customer', customerId)).toMatchObject({ tags: ['vip'], blocked: true })
  const noteId = ctx.ids.next()
  expect(await xiaolin.do('customer.note', { noteId, customerId, body: 'x' })).toMatchObject({ code: 'not_found' })
  expect(await xiaolin.do('customer.tag', { customerId, tag: 'x', on: true })).toMatchObject({ code: 'not_found' })
  await xiaoan.do('customer.note', { noteId, customerId, body: 'likes blue' })
  await xiaoan.do('customer.note_remove', { noteId, customerId, removed: true })
  expect(await row('customer_note', noteId)).toMatchObject({ body: 'likes blue', removed: true })
})

test('companion: a conversation by hand, its timers by two keys', async () => {
  const channelId = `companion-${shop.teamId}`
  await inTransaction(ctx, shop.tenant, async (changes) => {
    const channel = await readEntity(changes, 'channel', shop.channelId)
    await changes.put('channel', { ...channel!, id: channelId, kind: 'companion' })
  })
  const start = { conversationId: ctx.ids.next(), customerId: ctx.ids.next(), channelId, nickname: '旺旺客人', language: 'zh' as const }
  expect(await xiaoan.do('companion.start', { ...start, channelId: shop.channelId })).toMatchObject({ code: 'not_found' })
  expect(await xiaoan.do('companion.start', start)).toMatchObject({ status: 'applied' })
  const tick = (who: 'customer' | 'agent') => xiaoan.do('companion.tick', { messageId: ctx.ids.next(), conversationId: start.conversationId, who })
  await tick('customer')
  expect((await row('conversation', start.conversationId))?.timers).toMatchObject({ running: true, agentId: shop.people['xiaoan'], turnNo: 1 })
  clock.set(clock.now() + 5_000)
  await tick('agent')
  expect((await row('conversation', start.conversationId))?.timers.turn).toBeNull()
  const outcomes = await db.sql`select rule, hit from timer_outcome where conversation_id = ${start.conversationId} order by rule`
  expect(outcomes).toEqual(expect.arrayContaining([{ rule: 'T2', hit: true }, { rule: 'T1', hit: true }]))
})

test('T8: a promise is made and kept once', async () => {
  const conversation = await own()
  const promise = { promiseId: ctx.ids.next(), conversationId: conversation.id, text: 'by 18:00', dueAtMs: clock.now() + 60_000 }
  await xiaoan.do('promise.make', promise)
  await xiaoan.do('promise.settle', { promiseId: promise.promiseId, conversationId: conversation.id, state: 'kept' })
  await xiaoan.do('promise.settle', { promiseId: promise.promiseId, conversationId: conversation.id, state: 'cancelled' })
  expect(await row('promise', promise.promiseId)).toMatchObject({ state: 'kept', text: 'by 18:00' })
})

test('presence.set wakes the router, once per change', async () => {
  woken.length = 0
  await xiaoan.do('presence.set', { state: 'meal', reason: 'lunch' })
  await xiaoan.do('presence.set', { state: 'meal', reason: 'lunch' })
  await xiaoan.do('presence.set', { state: 'online', reason: null })
  expect(woken).toHaveLength(2)
  expect(await row('presence', shop.people['xiaoan']!)).toMatchObject({ state: 'online', reachable: true })
})

test('attachment.add announces; the same again is nothing, other bytes under the id are refused', async () => {
  const conversation = await own()
  const file = {
    id: ctx.ids.next(), conversationId: conversation.id, name: 'a.png', mime: 'image/png' as const, size: 10, sha256: 'a'.repeat(64), width: 1, height: 1,
  }
  expect(await xiaoan.do('attachment.add', file)).toMatchObject({ status: 'applied' })
  expect(await xiaoan.do('attachment.add', file)).toMatchObject({ status: 'applied' })
  expect(await xiaoan.do('attachment.add', { ...file, sha256: 'b'.repeat(64) })).toMatchObject({ code: 'invalid' })
})

test('arguments that do not fit are `invalid`; what throws three times is `failed`, and later mutations go on', async () => {
  const conversation = await own()
  const bad = { ...xiaoan.envelope('message.send', line(conversation)), args: { messageId: 7 } }
  expect((await xiaoan.send(bad)).results[0]).toMatchObject({ status: 'rejected', code: 'invalid' })
  let tries = 0
  const broken: ApiContext = { ...ctx, channels: { deliver: () => { tries += 1; return Promise.reject(new RangeError('broken')) } } }
  xiaoan.context = broken
  const answer = await xiaoan.send(xiaoan.envelope('message.send', line(conversation)), xiaoan.envelope('conversation.spam', { conversationId: conversation.id, on: true }))
  xiaoan.context = ctx
  expect(tries).toBe(3)
  expect(answer.results.map(({ status, code, text }) => [status, code, text])).toEqual([['failed', 'failed', 'RangeError'], ['applied', null, null]])
  expect((await messages(conversation.id)).map(({ author }) => author)).toEqual(['system'])
  await xiaoan.catchUp()
  expect(xiaoan.results.get(answer.results[0]!.id)).toMatchObject({ status: 'failed' })
})

test('epoch, floor, versions, foreign cookies', async () => {
  const desk = xiaolin
  await desk.catchUp()
  const { auth } = desk
  const request = { deviceId: auth.deviceId, epoch: 'other', schema: SCHEMA_VERSION, mutations: [desk.envelope('presence.set', { state: 'online', reason: null })] }
  desk.nextId -= 1
  await expect(push(ctx, auth, request)).rejects.toMatchObject({ status: 410, code: 'resync' })
  await expect(push(ctx, auth, { ...request, schema: SCHEMA_VERSION + 1 })).rejects.toMatchObject({ status: 426 })
  await expect(push(ctx, auth, { ...request, schema: 0 })).rejects.toMatchObject({ status: 426 })
  await expect(push(ctx, auth, { ...request, deviceId: 'other' })).rejects.toMatchObject({ status: 403 })
  const { cookie } = desk
  for (const wrong of [boss.cookie ?? 'x.y', 'nonsense', `${cookie!.slice(0, -2)}AA`]) {
    desk.cookie = wrong
    await expect(desk.page()).rejects.toMatchObject({ status: 410, code: 'resync' })
  }
  desk.cookie = cookie
  await db.sql`update tenant_head set floor_seq = seq + 1 where tenant = ${shop.tenant}`
  await expect(desk.page()).rejects.toMatchObject({ status: 410 })
  await db.sql`update tenant_head set floor_seq = 0, seq = seq - 1 where tenant = ${shop.tenant}`
  await expect(desk.page()).rejects.toMatchObject({ status: 410 })
  await db.sql`update tenant_head set seq = seq + 1 where tenant = ${shop.tenant}`
  await desk.page()
  await newEpoch(db.sql, ctx.ids, shop.tenant)
  await expect(desk.page()).rejects.toMatchObject({ status: 410 })
})
