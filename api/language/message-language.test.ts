import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Conversation } from '../../domain/entities/conversation.ts'
import type { LanguageRule } from '../../domain/entities/language-rule.ts'
import type { ApiContext } from '../context.ts'
import { readEntity } from '../store/entities.ts'
import { storeCustomerSecrets, storeTrackingNumbers } from '../store/customer-secrets.ts'
import { testContext, testConversation, testShop } from '../store/test-context.ts'
import type { TestShop } from '../store/test-context.ts'
import { testDatabase } from '../store/test-database.ts'
import { inTransaction } from '../store/transaction.ts'
import { takeIn } from '../channels/intake.ts'
import { appendLine } from '../channels/thread.ts'
import { TestDesk } from '../sync/test-desk.ts'
import type { MutationArgs } from '../../protocol/mutations.ts'

const db = await testDatabase(6)
let ctx: ApiContext & { end(): Promise<void> }
let shop: TestShop
let xiaoan: TestDesk
let conversation: Conversation
beforeAll(async () => {
  ctx = await testContext(db)
  shop = await testShop(ctx, { xiaoan: {} })
  xiaoan = new TestDesk(ctx, { tenant: shop.tenant, personId: shop.people['xiaoan']!, deviceId: shop.devices['xiaoan']! })
  conversation = await testConversation(ctx, shop, shop.people['xiaoan'])
  await putRules({ id: 'brush-off', wordings: ['不知道'] }, { id: 'promise', rule: 'C3', severity: 'warn', wordings: ['一定'] }, { id: 'slow', severity: 'note', wordings: ['慢慢'] })
})
afterAll(async () => {
  await ctx.end()
  await db.close()
})

const putRules = (...rules: (Partial<LanguageRule> & { id: string })[]) => inTransaction(ctx, shop.tenant, (changes) => changes.putMany('language_rule', rules.map((given) => (
  { rule: 'C1' as const, severity: 'block' as const, language: 'zh' as const, wordings: ['x'], exceptions: [], positive: null, reason: null, active: true, version: 1, updatedAtMs: 1, ...given }))))
const send = (body: string, more: Partial<MutationArgs<'message.send'>> = {}) => xiaoan.do('message.send', {
  messageId: ctx.ids.next(), conversationId: conversation.id, body, lineKind: 'answer', scriptId: null, attachmentIds: [], quoteId: null, ...more,
})
const stored = async (body: Promise<unknown>) => {
  const count = async () => (await db.sql`select 1 from message where tenant = ${shop.tenant} and author = 'agent'`).length
  const before = await count()
  await body
  return await count() - before
}
const says = (body: string) => inTransaction(ctx, shop.tenant, async (changes) => {
  const now = await readEntity(changes, 'conversation', conversation.id, { lock: true })
  const said = await appendLine(changes, now!, { id: ctx.ids.next(), author: 'customer', authorId: conversation.customerId, body }, 1)
  await changes.put('conversation', said.conversation)
})
/** Another customer with a telephone, an e-mail, an order and a parcel. */
async function otherCustomer() {
  const { customerId } = await testConversation(ctx, shop)
  await inTransaction(ctx, shop.tenant, async (changes) => {
    await changes.put('order_head', {
      id: ctx.ids.next(), customerId, number: '2026112012345678', state: 'paid', placedAtMs: 1, paidAtMs: 1, deliveredAtMs: null, totalFen: 1, items: [], carrier: null, trackingMasked: null,
    })
    await storeCustomerSecrets(changes, [{ customerId, name: '周晴', phone: '137 1234 5678', email: 'Qing@Example.com', address: null }])
    const [order] = await changes.tx<{ id: string }[]>`select id from order_head where tenant = ${shop.tenant} and customer_id = ${customerId}`
    await storeTrackingNumbers(changes, [{ orderId: order!.id, number: 'SF1412345678901' }])
  })
  return customerId
}

test('a blocked wording pushed past the desk is refused with the rule and the words, and nothing of it is stored', async () => {
  expect(await stored(send('这个我不 知 道').then((result) => { expect(result).toMatchObject({ status: 'rejected', code: 'language', text: 'C1: 不 知 道' }) }))).toBe(0)
  expect(await send('这个我不 知 道', { insisted: ['brush-off'] })).toMatchObject({ code: 'language' })
  expect(await send('订单{{order.number}}发出了')).toMatchObject({ code: 'language', text: 'variable: {{order.number}}' })
  expect((await send('卡号4111 1111 1111 1111'))).toMatchObject({ code: 'language' })
  expect((await send('卡号4111 1111 1111 1111')).text).not.toContain('4111 1111')
})

test('rules that were changed count for the next message', async () => {
  expect(await send('这事没辙')).toMatchObject({ status: 'applied' })
  await putRules({ id: 'new', wordings: ['没辙'] })
  expect(await send('这事没辙')).toMatchObject({ code: 'language' })
  await putRules({ id: 'new', wordings: ['没辙'], active: false })
  expect(await send('这事没辙')).toMatchObject({ status: 'applied' })
})

test('what was warned of and noted is recorded, insisted on or not, with the scripts that went in', async () => {
  const [insisted, not] = [ctx.ids.next(), ctx.ids.next()]
  expect(await send('我一定处理', { messageId: insisted, insisted: ['promise'], uses: [{ scriptId: 'ts01', edited: 0.25 }, { scriptId: 'ts01', edited: 0.5 }] })).toMatchObject({ status: 'applied' })
  expect(await send('您慢慢看，我一定处理', { messageId: not })).toMatchObject({ status: 'applied' })
  const hits = await db.sql`select message_id, rule_id, rule, severity, insisted, person_id from language_hit where tenant = ${shop.tenant} and message_id in ${db.sql([insisted, not])} order by insisted desc, rule_id`
  const person_id = shop.people['xiaoan']
  expect([...hits]).toEqual([
    { message_id: insisted, rule_id: 'promise', rule: 'C3', severity: 'warn', insisted: true, person_id },
    { message_id: not, rule_id: 'promise', rule: 'C3', severity: 'warn', insisted: false, person_id },
    { message_id: not, rule_id: 'slow', rule: 'C1', severity: 'note', insisted: false, person_id },
  ])
  expect(await db.sql`select script_id, edited from script_use where tenant = ${shop.tenant}`).toMatchObject([{ script_id: 'ts01', edited: 0.5 }])
})

test("another customer's telephone, e-mail, order or parcel number does not go out; one that the customer told does", async () => {
  await otherCustomer()
  for (const body of ['加他137-1234-5678', '电话一三七一二三四五六七八', '他的是+86 13712345678', '写信给 qing@example.com', '订单号2026112012345678', '和2026112012345678一起发', '包裹SF1412345678901']) {
    expect(await send(body), body).toMatchObject({ status: 'rejected', code: 'personal_data' })
  }
  expect((await send('加他137-1234-5678')).text).toBe('phone')
  expect(await send('请打137 1234 5679')).toMatchObject({ status: 'applied' })
  await says('帮我寄给我妈妈，电话13712345678')
  expect(await send('好的，寄给137 1234 5678对吗')).toMatchObject({ status: 'applied' })
  expect(await send('订单号2026112012345678')).toMatchObject({ code: 'personal_data' })
})

test("the customer's own numbers go out, also those that another customer shares", async () => {
  await inTransaction(ctx, shop.tenant, async (changes) => {
    const { customerId } = await testConversation(ctx, shop)
    await storeCustomerSecrets(changes, [{ customerId: conversation.customerId, name: null, phone: '13600001111', email: null, address: null }, { customerId, name: null, phone: '13600001111', email: null, address: null }])
  })
  expect(await send('您的电话13600001111对吗')).toMatchObject({ status: 'applied' })
})

test('C4: an identity number that another customer told, in any channel, does not go out; told here, it does', async () => {
  const other = await testConversation(ctx, shop)
  const tells = (customerId: string, body: string) => inTransaction(ctx, shop.tenant, (changes) => takeIn(ctx, changes, {
    channelId: shop.channelId, customerId, messageId: ctx.ids.next(), body, attachments: [], quoteId: null, language: 'zh', clientAtMs: 1,
  }))
  expect(await send('证件号是11010519491231002X')).toMatchObject({ status: 'applied' })
  await tells(other.customerId, '我的身份证 11010519491231002x，实名用')
  for (const body of ['证件号是11010519491231002X', '一一〇一〇五19491231002x']) expect(await send(body), body).toMatchObject({ code: 'personal_data', text: 'identity' })
  // Nothing of the number itself is kept beside the message.
  const kept = await db.sql<{ number_index: Buffer }[]>`select number_index from customer_number where tenant = ${shop.tenant}`
  expect(kept.map(({ number_index: index }) => index.length)).toEqual([32])
  await tells(conversation.customerId, '是11010519491231002X吗')
  expect(await send('对的，11010519491231002X')).toMatchObject({ status: 'applied' })
})
