import { afterAll, beforeEach, expect, test } from 'vitest'
import type { Conversation } from '../../domain/entities/conversation.ts'
import type { Script } from '../../domain/entities/script.ts'
import { makeRouting } from '../routing/router.ts'
import { inTransaction } from '../store/transaction.ts'
import { dutyRig } from '../sync/test-duty.ts'
import { takeIn } from './intake.ts'

const rig = await dutyRig({ an: {}, lin: {} }, { routing: { wake: (tenant) => { routing.wake(tenant) } } })
const routing = makeRouting(() => rig.ctx)
const { desk, id, talk, row, lines, presence, clock, ctx, shop } = rig
afterAll(async () => {
  await routing.idle()
  await rig.end()
})
beforeEach(async () => {
  for (const account of ['an', 'lin']) await presence(account, { state: 'online', reason: null })
})

async function write({ customerId, id: conversationId }: Conversation, body: string): Promise<string[]> {
  clock.set(clock.now() + 1_000)
  await inTransaction(ctx, shop.tenant, (changes) => takeIn(ctx, changes, {
    channelId: shop.channelId, customerId, messageId: ctx.ids.next(), body, attachments: [], quoteId: null, language: 'zh', clientAtMs: clock.now(),
  }))
  await routing.idle()
  return lines(conversationId)
}
const putScript = (code: string, body: string, fields: Partial<Script> = {}) => inTransaction(ctx, shop.tenant, (changes) => changes.put('script', {
  id: `script-${code}`, personId: null, version: 1, updatedAtMs: 0, pinyin: '', code, stage: 'meal', scene: null, title: code, body, language: 'zh',
  tags: ['自动回复'], twinOf: null, validFromMs: null, validToMs: null, pictureIds: [], campaign: null,
  audience: { teamIds: [], channelIds: [], tiers: [] }, ownerId: null, reviewAtMs: null, ...fields,
}))

test('M9: whoever writes to an agent at the meal is told so in the shop\'s words, once an absence; the wait for the answer goes on', async () => {
  await putScript('yc00', '去年的话', { validToMs: clock.now() - 1 })
  await putScript('yc01', '我正在轮换用餐')
  const conversation = await talk('an')
  await presence('an', { state: 'meal' })
  expect(await write(conversation, '在吗，想换货')).toEqual(['customer: 在吗，想换货', 'automatic: 我正在轮换用餐'])
  const writtenAtMs = clock.now()
  expect(await write(conversation, '急')).toEqual(['customer: 在吗，想换货', 'automatic: 我正在轮换用餐', 'customer: 急'])
  expect(await row('conversation', conversation.id)).toMatchObject({ ownerId: id('an'), lastAuthor: 'customer', timers: { turn: { sinceMs: writtenAtMs } } })
  await desk('an').do('presence.set', { state: 'online', reason: null })
  clock.set(clock.now() + 1_000)
  await presence('an', { state: 'meal' })
  expect((await write(conversation, '还在吗')).filter((said) => said.startsWith('automatic'))).toHaveLength(2)
})

test('M10: so to one who left the seat, in the program\'s words', async () => {
  const conversation = await talk('an')
  await presence('an', { state: 'away', reason: 'course' })
  expect((await write(conversation, '在吗'))[1]).toMatch(/^automatic: 您好，客服暂时不在座位上/)
})

test('M3: who has hung up still answers: nothing is said by itself', async () => {
  const conversation = await talk('an')
  await presence('an', { state: 'hung_up' })
  expect(await write(conversation, '在吗')).toEqual(['customer: 在吗'])
})

test('H6, H7: who writes to somebody off duty reaches another agent at once, in the same thread, and is told of no transfer', async () => {
  const conversation = await talk('an')
  await presence('an', { state: 'off_duty' })
  const said = await write(conversation, '在吗，想换货')
  expect(said).toEqual(['customer: 在吗，想换货', 'reassigned', 'assigned'])
  expect(await row('conversation', conversation.id)).toMatchObject({ ownerId: id('lin'), transferredFrom: [] })
})
