import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Conversation } from '../../../../domain/entities/conversation.ts'
import type { MutationArgs } from '../../../../protocol/mutations.ts'
import { dutyRig } from '../../test-duty.ts'

const rig = await dutyRig({ an: {}, lin: {}, mo: {}, boss: { roles: ['supervisor'] } })
const { desk, id, talk, row, rows, lines, presence, after, ctx } = rig
afterAll(() => rig.end())
beforeEach(async () => {
  for (const account of ['an', 'lin', 'mo']) await presence(account, { state: 'online', reachable: true })
  for (const { id: conversationId } of await rows('conversation', { state: 'open' })) {
    await desk('boss').do('conversation.close', { conversationId, withoutReply: true, enquiryClass: null, outcome: null })
  }
})

const begin = (named: Conversation[], fields: Partial<MutationArgs<'handover.begin'>> = {}) => ({
  handoverId: ctx.ids.next(), teamId: rig.shop.teamId, cause: 'shift_end' as const, toPersonId: id('lin'),
  items: named.map((conversation) => ({ itemId: ctx.ids.next(), conversationId: conversation.id, note: '等退款，答应今天回复' })), ...fields,
})

describe('the list', () => {
  test('H2: names every open conversation, also those the agent did not, and goes to the counterpart with a notice', async () => {
    const [one, two] = [await talk('an', { waits: true }), await talk('an')]
    const args = begin([one])
    expect(await desk('an').do('handover.begin', args)).toMatchObject({ status: 'applied' })
    const items = await rows('handover_item', { handoverId: args.handoverId })
    expect(items.map(({ conversationId, note, state, toPersonId }) => [conversationId, note, state, toPersonId]).sort()).toEqual([
      [one.id, '等退款，答应今天回复', 'listed', id('lin')], [two.id, '', 'listed', id('lin')],
    ].sort())
    expect(await row('handover', args.handoverId)).toMatchObject({ state: 'open', limitAtMs: rig.clock.now() + 600_000 })
    expect(await row('presence', id('an'))).toMatchObject({ state: 'handover' })
    expect(await rows('notice', { personId: id('lin'), kind: 'handover' })).toMatchObject([{ params: { handoverId: args.handoverId, fromId: id('an'), count: 2 } }])
    expect(await row('conversation', one.id)).toMatchObject({ ownerId: id('an') })
    await desk('lin').catchUp()
    expect(desk('lin').rows.has(`handover_item\n${args.items[0]!.itemId}`)).toBe(true)
  })

  test('H4: a promise travels with its due time', async () => {
    const conversation = await talk('an')
    const promiseId = ctx.ids.next()
    const dueAtMs = rig.clock.now() + 3_600_000
    await desk('an').do('promise.make', { promiseId, conversationId: conversation.id, text: '今天回复', dueAtMs })
    const args = begin([conversation])
    await desk('an').do('handover.begin', args)
    expect(await row('handover_item', args.items[0]!.itemId)).toMatchObject({ promiseIds: [promiseId], dueAtMs })
    await desk('lin').do('handover.confirm', { itemId: args.items[0]!.itemId })
    expect(await desk('lin').do('promise.settle', { promiseId, conversationId: conversation.id, state: 'kept' })).toMatchObject({ status: 'applied' })
  })

  test('H5: off duty is refused while something is open, and tells how it stands', async () => {
    const conversation = await talk('an')
    expect(await desk('an').do('presence.set', { state: 'off_duty', reason: null })).toMatchObject({ code: 'H5' })
    const args = begin([conversation])
    await desk('an').do('handover.begin', args)
    await desk('lin').do('handover.confirm', { itemId: args.items[0]!.itemId })
    expect(await desk('an').do('presence.set', { state: 'off_duty', reason: null })).toMatchObject({ status: 'applied' })
  })

  test('sent again it is made once; a second list names nothing that stands on the first', async () => {
    const conversation = await talk('an')
    const args = begin([conversation])
    await desk('an').do('handover.begin', args)
    expect(await desk('an').do('handover.begin', args)).toMatchObject({ status: 'applied' })
    const second = begin([conversation])
    await desk('an').do('handover.begin', second)
    expect(await rows('handover_item', { conversationId: conversation.id })).toHaveLength(1)
    expect(await row('handover', second.handoverId)).toMatchObject({ state: 'done' })
  })

  test('H3: a conversation that is closed meanwhile leaves it, and an empty list is done', async () => {
    const conversation = await talk('an')
    const args = begin([conversation])
    await desk('an').do('handover.begin', args)
    await desk('an').do('conversation.close', { conversationId: conversation.id, withoutReply: true, enquiryClass: null, outcome: null })
    expect(await row('handover_item', args.items[0]!.itemId)).toMatchObject({ state: 'void' })
    expect(await row('handover', args.handoverId)).toMatchObject({ state: 'done' })
  })
})

test('T5: a question that begins in the window has its target, 60 s; back at work it has T2 again', async () => {
  const conversation = await talk('an')
  await desk('an').do('handover.begin', begin([conversation], { cause: 'meeting' }))
  expect((await row('conversation', conversation.id))?.timers.handingOver).toBe(true)
  await desk('an').do('presence.set', { state: 'online', reason: null })
  expect((await row('conversation', conversation.id))?.timers.handingOver).toBe(false)
})

test('T6: contact is owed from the confirmation on, and made by the first line, which stands on the list, too', async () => {
  const conversation = await talk('an', { waits: true })
  const args = begin([conversation])
  await desk('an').do('handover.begin', args)
  await desk('lin').do('handover.confirm', { itemId: args.items[0]!.itemId })
  expect((await row('conversation', conversation.id))?.timers).toMatchObject({ contact: { sinceMs: rig.clock.now() }, handingOver: false })
  rig.clock.set(rig.clock.now() + 240_000)
  await desk('lin').do('message.send', {
    messageId: ctx.ids.next(), conversationId: conversation.id, body: '您好，我是接班客服', lineKind: 'opening', scriptId: null, attachmentIds: [], quoteId: null,
  })
  expect((await row('conversation', conversation.id))?.timers.contact).toBeNull()
  expect(await row('handover_item', args.items[0]!.itemId)).toMatchObject({ contactedAtMs: rig.clock.now() })
  expect(await rows('timer_outcome', { conversationId: conversation.id, rule: 'T6' })).toMatchObject([{ hit: true, agentId: id('lin') }])
})

describe('its confirmation', () => {
  test('H3, H7: the customer goes to the counterpart in the same thread; no transfer by choice (M6)', async () => {
    const conversation = await talk('an', { waits: true })
    const args = begin([conversation])
    await desk('an').do('handover.begin', args)
    const { itemId } = args.items[0]!
    expect(await desk('mo').do('handover.confirm', { itemId })).toMatchObject({ code: 'not_allowed' })
    expect(await desk('lin').do('handover.confirm', { itemId })).toMatchObject({ status: 'applied' })
    expect(await desk('lin').do('handover.confirm', { itemId })).toMatchObject({ status: 'applied' })
    const now = await row('conversation', conversation.id)
    expect(now).toMatchObject({ ownerId: id('lin'), transferredFrom: [], timers: { agentId: id('lin') } })
    expect(now?.timers.turn?.sinceMs).toBe(conversation.timers.turn?.sinceMs)
    expect(await lines(conversation.id)).toEqual(['handed_over'])
    expect(await row('handover_item', itemId)).toMatchObject({ state: 'confirmed', toPersonId: id('lin') })
    expect(await row('handover', args.handoverId)).toMatchObject({ state: 'done' })
  })

  test('H8: a list without a counterpart may be taken by whoever of the team is there', async () => {
    const args = begin([await talk('an')], { toPersonId: null })
    await desk('an').do('handover.begin', args)
    expect(await desk('mo').do('handover.confirm', { itemId: args.items[0]!.itemId })).toMatchObject({ status: 'applied' })
  })

  test('H3: what is not confirmed in 10 min goes to the queue, first of all, and supervisors are told; a late yes is refused', async () => {
    const [one, two] = [await talk('an', { waits: true }), await talk('an')]
    const args = begin([one, two])
    await desk('an').do('handover.begin', args)
    await desk('lin').do('handover.confirm', { itemId: args.items[1]!.itemId })
    await after(599)
    expect(await row('handover_item', args.items[0]!.itemId)).toMatchObject({ state: 'listed' })
    await after(1)
    expect(await row('handover_item', args.items[0]!.itemId)).toMatchObject({ state: 'escalated', toPersonId: null })
    expect(await row('conversation', one.id)).toMatchObject({ state: 'queued', ownerId: null, queuedAtMs: one.timers.turn?.sinceMs, transferredFrom: [] })
    expect(await row('conversation', two.id)).toMatchObject({ ownerId: id('lin') })
    expect(await rows('notice', { personId: id('boss'), kind: 'escalated' })).toMatchObject([{ params: { handoverId: args.handoverId, count: 1 } }])
    expect(await desk('lin').do('handover.confirm', { itemId: args.items[0]!.itemId })).toMatchObject({ code: 'already_taken' })
    expect(await row('handover', args.handoverId)).toMatchObject({ state: 'done' })
  })

  test('H3: after a meeting the agent who is back keeps what nobody confirmed', async () => {
    const conversation = await talk('an')
    const args = begin([conversation], { cause: 'meeting' })
    await desk('an').do('handover.begin', args)
    await desk('an').do('presence.set', { state: 'online', reason: null })
    await after(600)
    expect(await row('handover_item', args.items[0]!.itemId)).toMatchObject({ state: 'void' })
    expect(await row('conversation', conversation.id)).toMatchObject({ ownerId: id('an'), state: 'open' })
  })

  test('M5: not by somebody who is not at work', async () => {
    const args = begin([await talk('an')])
    await desk('an').do('handover.begin', args)
    await presence('lin', { state: 'meal' })
    expect(await desk('lin').do('handover.confirm', { itemId: args.items[0]!.itemId })).toMatchObject({ code: 'M5' })
  })
})

describe('a long list', () => {
  test('H2: comes in parts, what nobody named by a job; every conversation stands on it once, with its note', async () => {
    const open: Conversation[] = []
    for (let n = 0; n < 60; n++) open.push(await talk('an'))
    const [first, rest] = [begin(open.slice(0, 25)), open.slice(25, 40)]
    expect(await desk('an').do('handover.begin', first)).toMatchObject({ status: 'applied' })
    expect(await rows('handover_item', { handoverId: first.handoverId })).toHaveLength(25)
    await after(0)
    await after(0)
    expect(await desk('an').do('handover.begin', { ...begin(rest), handoverId: first.handoverId })).toMatchObject({ status: 'applied' })
    const items = await rows('handover_item', { handoverId: first.handoverId })
    expect(items.map(({ conversationId }) => conversationId).toSorted()).toEqual(open.map(({ id: conversationId }) => conversationId).toSorted())
    expect(items.filter(({ note }) => note !== '')).toHaveLength(40)
    expect(await rows('notice', { personId: id('lin'), kind: 'handover' })).toContainEqual(expect.objectContaining({ params: { handoverId: first.handoverId, fromId: id('an'), count: 60 } }))
  })
})
