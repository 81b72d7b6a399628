import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { EVERYBODY } from '../../domain/entities/script.ts'
import type { Knowledge } from '../../domain/entities/script.ts'
import { CHUNK_BYTES } from '../../protocol/rest.ts'
import type { ApiContext } from '../context.ts'
import { listEntities, readEntity } from '../store/entities.ts'
import { standingClock, testContext, testShop } from '../store/test-context.ts'
import type { TestShop } from '../store/test-context.ts'
import { testDatabase } from '../store/test-database.ts'
import type { TestDatabase } from '../store/test-database.ts'
import { inTransaction } from '../store/transaction.ts'
import { faqRates } from '../studio/faq-rates.ts'
import { postgresBlobs } from '../sync/blob-store.ts'
import { readAttachmentBytes } from './attachment-bytes.ts'
import { advanceTimers, rulesOf } from './conversation-timers.ts'
import { takeIn } from './intake.ts'
import { appendLine } from './thread.ts'

let db: TestDatabase
let ctx: ApiContext & { end(): Promise<void> }
let shop: TestShop
const clock = standingClock()

beforeAll(async () => {
  db = await testDatabase()
  ctx = await testContext(db, { clock })
})
afterAll(async () => {
  await ctx.end()
  await db.close()
})
beforeEach(async () => { shop = await testShop(ctx, { xiaoan: {}, boss: { roles: ['supervisor'] } }) })

const entry = (id: string, question: string, change: Partial<Knowledge> = {}): Knowledge => ({
  id, question, solution: `答：${question}`, scene: null, language: 'zh', tags: [], cases: [], mistakes: [], pictureIds: [],
  autoAnswer: { on: true, phrases: [] }, validFromMs: null, validToMs: null, audience: EVERYBODY, ownerId: null, reviewAtMs: null, version: 1, updatedAtMs: 1, pinyin: '', ...change,
})
const know = (...entries: Knowledge[]) => inTransaction(ctx, shop.tenant, (changes) => changes.putMany('knowledge', entries))
async function customer(): Promise<string> {
  const id = randomUUID()
  await inTransaction(ctx, shop.tenant, (changes) => changes.put('customer', {
    id, nickname: '小雨', name: null, gender: null, tier: 'normal', tags: [], sinceMs: 1, phoneMasked: null, emailMasked: null, addressMasked: null,
    birthday: null, orderCount: 0, blocked: false,
  }))
  return id
}
async function say(customerId: string, body: string, language: 'zh' | 'en' = 'zh') {
  clock.set(clock.now() + 1_000)
  const taken = await inTransaction(ctx, shop.tenant, (changes) => takeIn(ctx, changes, {
    channelId: shop.channelId, customerId, messageId: randomUUID(), body, attachments: [], quoteId: null, language, clientAtMs: clock.now(),
  }))
  if (taken.kind !== 'accepted') throw new Error(taken.kind)
  return taken.conversation
}
const reading = async () => ({ tx: db.sql, tenant: shop.tenant, keys: await ctx.keys.of(db.sql, shop.tenant) })
/** What was said by itself, in order; the way to a person left out. */
async function automatic(conversationId: string): Promise<string[]> {
  const lines = await listEntities(await reading(), 'message', { conversationId, author: 'automatic' }, { orderBy: 'position' })
  return lines.map(({ body }) => body.split('\n\n')[0] ?? '')
}
const rates = () => faqRates(ctx, { tenant: shop.tenant } as never, { days: 30 })
async function changeChannel(change: object): Promise<void> {
  await inTransaction(ctx, shop.tenant, async (changes) => {
    const channel = await readEntity(changes, 'channel', shop.channelId, { lock: true })
    if (channel) await changes.put('channel', { ...channel, ...change })
  })
}

test('a frequent question is answered at once with the way to a person; the customer still waits for theirs (T12)', async () => {
  await know(entry('invoice', '怎么开发票'))
  await changeChannel({ automaticReply: '您好' })
  const who = await customer()
  const conversation = await say(who, '你好，请问如何开发票？')
  expect(await automatic(conversation.id)).toEqual(['您好', '答：怎么开发票'])
  const [, answer] = await listEntities(await reading(), 'message', { conversationId: conversation.id, author: 'automatic' }, { orderBy: 'position' })
  expect(answer?.body).toContain('回复“转人工”')
  expect(conversation).toMatchObject({ state: 'queued', timers: { running: true, turn: { holdingAtMs: null }, first: { customerSettledAtMs: clock.now(), agentSettledAtMs: null } } })
  expect(conversation.timers.turn).not.toBeNull()
  // What stands in the list is the question that waits.
  expect(conversation.snippet).toContain('如何开发票')
})

test('helped, to a person, and the same question again are counted; after a person is asked for nothing more is said by itself', async () => {
  await know(entry('invoice', '怎么开发票'), entry('ship', '什么时候发货'), entry('size', '尺码准吗'))
  const [first, second, third] = [await customer(), await customer(), await customer()]
  const a = await say(first, '怎么开发票')
  await say(first, '有帮助，谢谢')
  await say(first, '什么时候发货')
  expect(await automatic(a.id)).toEqual(['答：怎么开发票', '答：什么时候发货'])
  const b = await say(second, '怎么开发票')
  await say(second, '转人工')
  await say(second, '什么时候发货')
  expect(await automatic(b.id)).toEqual(['答：怎么开发票', '好的，客服马上来，请稍候。'])
  const c = await say(third, '怎么开发票')
  await say(third, '怎么开发票？')
  await say(third, '什么时候发货')
  expect(await automatic(c.id)).toEqual(['答：怎么开发票'])
  expect(await rates()).toEqual([
    { knowledgeId: 'invoice', answered: 3, helped: 1, toPerson: 2 }, { knowledgeId: 'ship', answered: 1, helped: 0, toPerson: 0 },
  ])
})

test('a person asked for before anything was answered is a person too', async () => {
  await know(entry('invoice', '怎么开发票'))
  const who = await customer()
  const { id } = await say(who, '我要找人工客服')
  await say(who, '怎么开发票')
  expect(await automatic(id)).toEqual(['好的，客服马上来，请稍候。'])
})

test('once the agent has answered, nothing is said between them', async () => {
  await know(entry('invoice', '怎么开发票'))
  const who = await customer()
  const { id } = await say(who, '在吗')
  await inTransaction(ctx, shop.tenant, async (changes) => {
    const now = await readEntity(changes, 'conversation', id, { lock: true })
    if (!now) throw new Error('gone')
    const owned = { ...now, state: 'open' as const, ownerId: shop.people['xiaoan'] ?? null, assignedAtMs: clock.now() }
    const said = await appendLine(changes, owned, { id: randomUUID(), author: 'agent', authorId: owned.ownerId, body: '在的' }, clock.now())
    await changes.put('conversation', await advanceTimers(changes, said.conversation, await rulesOf(changes, now), [
      { kind: 'assigned', atMs: clock.now(), agentId: owned.ownerId ?? '' }, { kind: 'agent_line', atMs: clock.now(), messageId: 'm', lineKind: 'opening' },
    ]))
  })
  await say(who, '怎么开发票')
  expect(await automatic(id)).toEqual([])
})

test('dates, audience, switch and channel are kept; a published change counts with the next message', async () => {
  await know(
    entry('ended', '双十一有活动吗', { validToMs: clock.now() }), entry('theirs', '怎么开发票', { audience: { teamIds: ['another'], channelIds: [], tiers: [] } }),
    entry('off', '什么时候发货', { autoAnswer: { on: false, phrases: [] } }),
  )
  const who = await customer()
  const { id } = await say(who, '双十一有活动吗')
  await say(who, '怎么开发票')
  await say(who, '什么时候发货')
  expect(await automatic(id)).toEqual([])
  await know(entry('off', '什么时候发货', { version: 2 }))
  await say(who, '什么时候发货')
  expect(await automatic(id)).toEqual(['答：什么时候发货'])
  await changeChannel({ kind: 'companion' })
  const { id: other } = await say(await customer(), '什么时候发货')
  expect(await automatic(other)).toEqual([])
})

test('outside opening hours the answer comes too, after the closed notice, and says when a person answers', async () => {
  await know(entry('invoice', '怎么开发票'), entry('english', 'Do you ship abroad?', { language: 'en', solution: 'Yes, by air.' }))
  await changeChannel({ closedNotice: '休息中', openingHours: { timeZone: 'Asia/Shanghai', periods: [{ weekday: 1, fromMin: 0, toMin: 1 }], holidays: [] } })
  const who = await customer()
  const conversation = await say(who, '怎么开发票')
  expect([conversation.state, conversation.timers.running]).toEqual(['left', false])
  await say(who, 'hello, do you ship abroad')
  expect(await automatic(conversation.id)).toEqual(['休息中', '答：怎么开发票', 'Yes, by air.'])
  const lines = await listEntities(await reading(), 'message', { conversationId: conversation.id, author: 'automatic' }, { orderBy: 'position' })
  expect(lines[1]?.body).toContain('上班后')
  expect(lines[2]?.body).toContain('Reply “agent”')
})

test('an incident that is on speaks first, once a conversation, and in place of the greeting', async () => {
  await know(entry('invoice', '怎么开发票'))
  await changeChannel({ automaticReply: '您好' })
  const plan = (id: string, grade: 'minor' | 'critical', on: boolean, teamIds: string[] = []) => ({
    id, title: id, grade, notice: 'n', scriptIds: [], autoReply: { zh: `${id}：系统故障，正在抢修`, en: `${id}: down` }, reportingPath: '', teamIds,
    activeSinceMs: on ? clock.now() : null, activatedById: null, version: 1, updatedAtMs: 1,
  })
  await inTransaction(ctx, shop.tenant, (changes) => changes.putMany('incident_plan', [
    plan('small', 'minor', true), plan('grave', 'critical', true), plan('off', 'critical', false), plan('theirs', 'critical', true, ['another']),
  ]))
  const who = await customer()
  const { id } = await say(who, '怎么开发票')
  await say(who, '在吗')
  expect(await automatic(id)).toEqual(['grave：系统故障，正在抢修', '答：怎么开发票'])
  await inTransaction(ctx, shop.tenant, (changes) => changes.putMany('incident_plan', [plan('small', 'minor', false), plan('grave', 'critical', false)]))
  const { id: later } = await say(await customer(), '在吗')
  expect(await automatic(later)).toEqual(['您好'])
})

test('two questions at the same moment are one conversation, each answered once; a repeated message is answered once', async () => {
  await know(entry('invoice', '怎么开发票'), entry('ship', '什么时候发货'))
  const who = await customer()
  const messageId = randomUUID()
  const send = (id: string, body: string) => inTransaction(ctx, shop.tenant, (changes) => takeIn(ctx, changes, {
    channelId: shop.channelId, customerId: who, messageId: id, body, attachments: [], quoteId: null, language: 'zh', clientAtMs: clock.now(),
  }))
  const taken = await Promise.all([send(messageId, '怎么开发票'), send(randomUUID(), '什么时候发货'), send(messageId, '怎么开发票')])
  const [first] = taken
  expect(new Set(taken.map(({ kind }) => kind))).toEqual(new Set(['accepted', 'repeated']))
  if (first?.kind === 'blocked' || !first) throw new Error('blocked')
  expect((await automatic(first.message.conversationId)).sort()).toEqual(['答：什么时候发货', '答：怎么开发票'])
})

test('S4: the pictures of an entry go with its answer, in their order; the shop keeps their bytes once', async () => {
  const bytes = { one: Buffer.alloc(300_000, 1), two: Buffer.from('two') }
  await inTransaction(ctx, shop.tenant, async (changes) => {
    for (const [id, content] of Object.entries(bytes)) {
      await changes.put('shop_picture', { id: `picture-${id}`, name: `${id}.png`, mime: 'image/png', size: content.length, sha256: 'a'.repeat(64), width: 4, height: 3, createdAtMs: 1 })
      const blobs = postgresBlobs(changes.tx, () => 1, 'picture')
      for (let n = 0; n * CHUNK_BYTES < content.length; n++) await blobs.putChunk(shop.tenant, `picture-${id}`, n, content.subarray(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES))
    }
  })
  await know(entry('wash', '怎么洗', { pictureIds: ['picture-two', 'gone', 'picture-one'] }))
  const conversation = await say(await customer(), '怎么洗呀')
  const [answer] = await listEntities(await reading(), 'message', { conversationId: conversation.id, author: 'automatic' })
  const attachments = await Promise.all(answer!.attachmentIds.map(async (id) => readEntity(await reading(), 'attachment', id)))
  expect(attachments).toMatchObject([
    { name: 'two.png', state: 'ready', conversationId: conversation.id, width: 4, size: 3 }, { name: 'one.png', state: 'ready', conversationId: conversation.id, size: 300_000 },
  ])
  for (const [n, content] of [bytes.two, bytes.one].entries()) {
    // For the customer's page, and for desks.
    expect((await readAttachmentBytes(await reading(), answer!.attachmentIds[n]!)).equals(content)).toBe(true)
    const parts: Uint8Array[] = []
    for await (const part of postgresBlobs(db.sql, () => 1).read(shop.tenant, answer!.attachmentIds[n]!)) parts.push(part)
    expect(Buffer.concat(parts).equals(content)).toBe(true)
  }
  expect(await db.sql`select 1 from attachment_chunk where tenant = ${shop.tenant}`).toHaveLength(0)
})
