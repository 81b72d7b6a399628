import { afterAll, beforeEach, expect, test } from 'vitest'
import { runHandoverLimit } from '../duty/handover-limit.ts'
import { runTransferExpiry } from '../duty/return-offer.ts'
import { dutyRig } from './test-duty.ts'

// Pairs of the shift that race for the same rows, on real PostgreSQL: whichever is first, nobody is left between two agents and nothing is done twice.
const rig = await dutyRig({ an: { limit: 200 }, lin: { limit: 200 }, mo: { limit: 200 }, boss: { roles: ['supervisor'] } })
const { desk, id, talk, row, rows, lines, presence, clock, ctx, shop } = rig
const ROUNDS = 12
afterAll(() => rig.end())
beforeEach(async () => {
  for (const { id: conversationId } of await rows('conversation', { state: 'open' })) {
    await desk('boss').do('conversation.close', { conversationId, withoutReply: true, enquiryClass: null, outcome: null })
  }
  for (const account of ['an', 'lin', 'mo']) await presence(account, { state: 'online', reachable: true })
})

async function offered(target = id('lin')) {
  const conversation = await talk('an')
  const transferId = ctx.ids.next()
  const args = {
    transferId, conversationId: conversation.id, target: { kind: 'agent' as const, personId: target }, note: '', reason: 'meal', overrule: false,
    line: { messageId: ctx.ids.next(), body: '请同事为您服务' },
  }
  return { conversation, transferId, args }
}
async function listed(toPersonId: string | null) {
  const conversation = await talk('an', { waits: true })
  const [handoverId, itemId] = [ctx.ids.next(), ctx.ids.next()]
  await desk('an').do('handover.begin', {
    handoverId, teamId: shop.teamId, cause: 'shift_end', toPersonId, items: [{ itemId, conversationId: conversation.id, note: '' }],
  })
  return { conversation, handoverId, itemId }
}
/** Who is first differs from round to round. */
const inTurn = (round: number) => ctx.clock.sleep(round % 4 * 3)

test('M5: an offer against the hang-up of its receiver: it is refused, or made before; who has hung up never gets the customer', async () => {
  const seen = new Set<string | null>()
  for (let round = 0; round < ROUNDS; round++) {
    const { conversation, transferId, args } = await offered()
    clock.set(clock.now() + 1_000)
    const [offer] = await Promise.all([
      desk('an').do('transfer.offer', args), inTurn(round).then(() => desk('lin').do('presence.set', { state: 'hung_up', reason: null })),
    ])
    seen.add(offer.code)
    expect(await row('transfer', transferId)).toEqual(offer.code === 'M5' ? null : expect.objectContaining({ state: 'offered' }))
    if (offer.status === 'applied') expect(await desk('lin').do('transfer.answer', { transferId, accept: true })).toMatchObject({ code: 'M5' })
    expect(await row('conversation', conversation.id)).toMatchObject({ ownerId: id('an'), transferredFrom: [] })
    clock.set(clock.now() + 1_000)
    await desk('lin').do('presence.set', { state: 'online', reason: null })
  }
  for (const code of seen) expect([null, 'M5']).toContain(code)
})

test('M5: a yes against the end of its time: accepted or expired, never both', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { conversation, transferId, args } = await offered()
    await desk('an').do('transfer.offer', args)
    const [answer] = await Promise.all([
      desk('lin').do('transfer.answer', { transferId, accept: true }), inTurn(round).then(() => runTransferExpiry(ctx, shop.tenant, transferId)),
    ])
    const accepted = answer.status === 'applied'
    expect(await row('transfer', transferId)).toMatchObject({ state: accepted ? 'accepted' : 'expired' })
    expect(await row('conversation', conversation.id)).toMatchObject({ ownerId: id(accepted ? 'lin' : 'an'), transferredFrom: accepted ? [id('an')] : [] })
    expect(await lines(conversation.id)).toHaveLength(3)
  }
})

test('a yes against the sender\'s close: the conversation is the receiver\'s, or it is closed and the offer over', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { conversation, transferId, args } = await offered()
    await desk('an').do('transfer.offer', args)
    const [close, answer] = await Promise.all([
      inTurn(round).then(() => desk('an').do('conversation.close', { conversationId: conversation.id, withoutReply: true, enquiryClass: null, outcome: null })),
      desk('lin').do('transfer.answer', { transferId, accept: true }),
    ])
    const accepted = answer.status === 'applied'
    expect(close.code).toBe(accepted ? 'reassigned' : null)
    expect(await row('transfer', transferId)).toMatchObject({ state: accepted ? 'accepted' : 'cancelled' })
    expect(await row('conversation', conversation.id)).toMatchObject(accepted ? { state: 'open', ownerId: id('lin') } : { state: 'closed', ownerId: id('an') })
  }
})

test('H3: a confirmation against the limit: the counterpart has the customer, or the queue, never both', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { conversation, handoverId, itemId } = await listed(id('lin'))
    const [confirm] = await Promise.all([
      desk('lin').do('handover.confirm', { itemId }), inTurn(round).then(() => runHandoverLimit(ctx, shop.tenant, handoverId)),
    ])
    const confirmed = confirm.status === 'applied'
    if (!confirmed) expect(confirm.code).toBe('already_taken')
    expect(await row('handover_item', itemId)).toMatchObject({ state: confirmed ? 'confirmed' : 'escalated' })
    expect(await row('conversation', conversation.id)).toMatchObject(confirmed ? { state: 'open', ownerId: id('lin') } : { state: 'queued', ownerId: null })
    expect(await row('handover', handoverId)).toMatchObject({ state: 'done' })
    expect(await lines(conversation.id)).toHaveLength(1)
    clock.set(clock.now() + 1_000)
    await desk('an').do('presence.set', { state: 'online', reason: null })
  }
})

test('H3: two who take one customer from an open list: one gets it, the other is told', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { conversation, itemId } = await listed(null)
    const answers = await Promise.all(['lin', 'mo'].map((account) => desk(account).do('handover.confirm', { itemId })))
    expect(answers.map(({ code }) => code).sort()).toEqual(['already_taken', null].sort())
    expect(await lines(conversation.id)).toEqual(['handed_over'])
    clock.set(clock.now() + 1_000)
    await desk('an').do('presence.set', { state: 'online', reason: null })
  }
})

test('H5: off duty against a supervisor who gives a customer: never off duty with one', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const conversation = await talk('an')
    clock.set(clock.now() + 1_000)
    const [off, move] = await Promise.all([
      inTurn(round).then(() => desk('mo').do('presence.set', { state: 'off_duty', reason: null })),
      desk('boss').do('conversation.reassign', { conversationIds: [conversation.id], toPersonId: id('mo'), reason: 'ill' }),
    ])
    expect([[null, 'M5'], ['H5', null]]).toContainEqual([off.code, move.code])
    await desk('boss').do('conversation.close', { conversationId: conversation.id, withoutReply: true, enquiryClass: null, outcome: null })
    clock.set(clock.now() + 1_000)
    await desk('mo').do('presence.set', { state: 'online', reason: null })
  }
})
