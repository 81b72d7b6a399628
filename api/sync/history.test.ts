import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApiContext } from '../context.ts'
import type { Conversation } from '../../domain/entities/conversation.ts'
import type { Role } from '../../domain/entities/people.ts'
import { appendLine } from '../channels/thread.ts'
import { testContext, testConversation, testShop } from '../store/test-context.ts'
import type { TestShop } from '../store/test-context.ts'
import { testDatabase } from '../store/test-database.ts'
import { inTransaction } from '../store/transaction.ts'
import { readHistory } from './history.ts'

const db = await testDatabase(4)
let ctx: ApiContext & { end(): Promise<void> }
let shop: TestShop
let past: Conversation
beforeAll(async () => {
  ctx = await testContext(db)
  shop = await testShop(ctx, { xiaoan: {}, xiaolin: {}, admin: { roles: ['admin'] } })
  // The talk of before had another agent; its grants are over. The customer is on xiaoan's desk by a new talk.
  past = await testConversation(ctx, shop, shop.people['xiaolin'])
  await inTransaction(ctx, shop.tenant, async (changes) => {
    let conversation: Conversation = past
    for (let n = 1; n <= 5; n++) {
      ({ conversation } = await appendLine(changes, conversation, { id: ctx.ids.next(), author: 'customer', body: `line ${n}` }, ctx.clock.now()))
    }
    await changes.put('conversation', { ...conversation, state: 'closed', closedAtMs: ctx.clock.now() })
    await changes.put('conversation', { ...past, id: 'now', ownerId: shop.people['xiaoan'] ?? '' })
  })
})
afterAll(async () => {
  await ctx.end()
  await db.close()
})

const actor = (account: string, roles: Role[] = ['agent'], from = shop) => ({
  tenant: from.tenant, personId: from.people[account] ?? '', deviceId: from.devices[account] ?? '', familyId: 'f', account, name: account,
  roles, teamIds: [from.teamId],
})

test('who has the customer reads a past talk of theirs, a page at a time, oldest first', async () => {
  const page = await readHistory(ctx, actor('xiaoan'), past.id, null, 3)
  expect(page.messages.map(({ body }) => body)).toEqual(['line 3', 'line 4', 'line 5'])
  expect(page).toMatchObject({ hasEarlier: true, conversation: { id: past.id, state: 'closed' } })
  const earlier = await readHistory(ctx, actor('xiaoan'), past.id, page.messages[0]?.position ?? 0, 3)
  expect(earlier.messages.map(({ body }) => body)).toEqual(['line 1', 'line 2'])
  expect(earlier.hasEarlier).toBe(false)
})

test('without the customer, with another role, or from another shop there is nothing', async () => {
  const stranger = await testConversation(ctx, shop, shop.people['xiaolin'])
  await expect(readHistory(ctx, actor('xiaoan'), stranger.id, null, 3)).rejects.toMatchObject({ status: 404 })
  await expect(readHistory(ctx, actor('admin', ['admin']), past.id, null, 3)).rejects.toMatchObject({ status: 403 })
  const other = await testShop(ctx)
  await expect(readHistory(ctx, actor('xiaoan', ['agent'], other), past.id, null, 3)).rejects.toMatchObject({ status: 404 })
})

test('H3, M6: who is to take it over reads it before the yes: on a list for them, or offered to them; afterwards no more', async () => {
  const talk = await testConversation(ctx, shop, shop.people['xiaolin'])
  const [from = '', to = ''] = [shop.people['xiaolin'], shop.people['xiaoan']]
  const reads = () => readHistory(ctx, actor('xiaoan'), talk.id, null, 3).then(() => true, () => false)
  const put = (state: 'listed' | 'void', toPersonId: string | null) => inTransaction(ctx, shop.tenant, async (changes) => {
    await changes.put('handover', {
      id: 'list', teamId: shop.teamId, fromPersonId: from, toPersonId, cause: 'shift_end', state: 'open', startedAtMs: 1, limitAtMs: 2, settledAtMs: null,
    })
    await changes.put('handover_item', {
      id: 'item', handoverId: 'list', teamId: shop.teamId, conversationId: talk.id, customerName: 'Lan', fromPersonId: from, toPersonId, note: '', dueAtMs: null,
      promiseIds: [], state, settledAtMs: null, contactedAtMs: null,
    })
  })
  const offer = (state: 'offered' | 'declined') => inTransaction(ctx, shop.tenant, (changes) => changes.put('transfer', {
    id: 'offer', conversationId: talk.id, teamId: shop.teamId, customerName: 'Lan', fromPersonId: from, target: { kind: 'agent', personId: to }, note: '', reason: null,
    overruled: [], state, offeredAtMs: 1, expiresAtMs: 2, settledAtMs: null,
  }))
  const seen: boolean[] = [await reads()]
  for (const step of [() => put('listed', to), () => put('listed', null), () => put('listed', from), () => put('void', to), () => offer('offered'), () => offer('declined')]) {
    await step()
    seen.push(await reads())
  }
  expect(seen).toEqual([false, true, true, false, false, true, false])
})
