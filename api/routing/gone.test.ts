import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { leaveDesk } from '../duty/leave-desk.ts'
import { inTransaction } from '../store/transaction.ts'
import { dutyRig } from '../sync/test-duty.ts'
import { sweepPresence } from './presence-sweep.ts'
import { makeRouting } from './router.ts'
import { sweepAbsent } from './sweep-absent.ts'
import { sweepRoster } from './sweep-roster.ts'

let routes = false
const rig = await dutyRig({ an: {}, lin: {}, mo: {}, boss: { roles: ['supervisor'] } }, {
  routing: { wake: (tenant) => { if (routes) routing.wake(tenant) } },
})
const routing = makeRouting(() => rig.ctx)
const { desk, id, talk, row, rows, presence, clock, ctx, shop } = rig
const UP_SINCE = clock.now()
afterAll(async () => {
  await routing.idle()
  await rig.end()
})
beforeEach(async () => {
  routes = false
  await routing.idle()
  for (const { id: conversationId } of await rows('conversation', { state: ['open', 'queued'] })) {
    await desk('boss').do('conversation.close', { conversationId, withoutReply: true, enquiryClass: null, outcome: null })
  }
  await inTransaction(ctx, shop.tenant, async (changes) => {
    await changes.removeMany('shift', (await rows('shift')).map((shift) => shift.id))
    await changes.removeMany('notice', (await rows('notice')).map((notice) => notice.id))
  })
  for (const account of ['an', 'lin', 'mo', 'boss']) await presence(account, { state: 'online', reachable: true, cause: 'agent', reason: null })
})

/** Time goes on; the desks of these people are heard of. */
async function sweepAfter(sec: number, heard: readonly string[] = ['an', 'lin', 'mo', 'boss']) {
  clock.set(clock.now() + sec * 1_000)
  for (const account of heard) await ctx.sql`update device set last_seen_at_ms = ${clock.now()} where person_id = ${id(account)}`
  await sweepPresence(ctx, UP_SINCE)
  await sweepAbsent(ctx)
  await sweepRoster(ctx)
  await routing.idle()
}
const shift = (account: string, fromMin: number, toMin: number, kind: 'day' | 'night' | 'training' = 'day') => inTransaction(ctx, shop.tenant, (changes) => changes.put('shift', {
  id: ctx.ids.next(), personId: id(account), teamId: shop.teamId, kind, date: '2025-10-09', duty: false,
  fromMs: clock.now() + fromMin * 60_000, toMs: clock.now() + toMin * 60_000,
}))
const others = ['lin', 'mo', 'boss']

describe('a desk that vanished', () => {
  test('H5: the server hands over with a list of its own, with a note from the thread; a list that the desk sends later does nothing twice', async () => {
    await sweepAfter(0)
    const conversation = await talk('an', { waits: true })
    await inTransaction(ctx, shop.tenant, async (changes) => {
      await changes.put('message', {
        id: ctx.ids.next(), conversationId: conversation.id, position: 1, author: 'customer', authorId: conversation.customerId, lineKind: null, scriptId: null,
        body: '尺码偏小吗', system: null, attachmentIds: [], quoteId: null, mentions: [], clientAtMs: clock.now(), acceptedAtMs: clock.now(), deliveredAtMs: null,
      })
      await changes.put('conversation', { ...conversation, lastPosition: 1 })
    })
    await sweepAfter(239, others)
    expect(await row('conversation', conversation.id)).toMatchObject({ ownerId: id('an') })
    await sweepAfter(2, others)
    const [item] = await rows('handover_item', { conversationId: conversation.id })
    expect(item).toMatchObject({ state: 'escalated', fromPersonId: id('an'), toPersonId: null })
    expect(item?.note).toContain('尺码偏小吗')
    expect(await row('handover', item!.handoverId)).toMatchObject({ cause: 'lost_desk', state: 'done' })
    expect(await row('conversation', conversation.id)).toMatchObject({ state: 'queued', transferredFrom: [], queuedAtMs: conversation.timers.turn?.sinceMs })
    expect(await rows('notice', { kind: 'handed_over' })).toMatchObject([{ personId: id('an'), params: { count: 1 } }])
    expect(await rows('notice', { kind: 'escalated' })).toMatchObject([{ personId: id('boss') }])
    const handoverId = ctx.ids.next()
    await desk('an').do('handover.begin', {
      handoverId, teamId: shop.teamId, cause: 'shift_end', toPersonId: id('lin'), items: [{ itemId: ctx.ids.next(), conversationId: conversation.id, note: 'x' }],
    })
    expect(await rows('handover_item', { conversationId: conversation.id })).toHaveLength(1)
    expect(await row('handover', handoverId)).toMatchObject({ state: 'done' })
    expect(await rows('notice', { kind: 'handover' })).toEqual([])
  })

  test('T6: whoever gets a customer from it is to make contact, and stands on the list', async () => {
    await sweepAfter(0)
    const conversation = await talk('an', { waits: true })
    routes = true
    await sweepAfter(241, others)
    const now = await row('conversation', conversation.id)
    expect(others.map(id)).toContain(now?.ownerId)
    expect(now?.timers.contact).toMatchObject({ sinceMs: clock.now() })
    expect(await rows('handover_item', { conversationId: conversation.id })).toMatchObject([{ toPersonId: now?.ownerId }])
  })

  test('H3: in a handover that was begun it is that list which says so', async () => {
    await sweepAfter(0)
    const conversation = await talk('an')
    const itemId = ctx.ids.next()
    const handoverId = ctx.ids.next()
    await desk('an').do('handover.begin', {
      handoverId, teamId: shop.teamId, cause: 'shift_end', toPersonId: id('lin'), items: [{ itemId, conversationId: conversation.id, note: '等回电' }],
    })
    await sweepAfter(241, others)
    expect(await row('handover_item', itemId)).toMatchObject({ state: 'escalated', note: '等回电' })
    expect(await row('handover', handoverId)).toMatchObject({ state: 'done' })
  })

  test('H5: the same for who signed out with customers still theirs; off duty, were they not', async () => {
    await sweepAfter(0)
    const leave = (account: string) => inTransaction(ctx, shop.tenant, (changes) => (
      leaveDesk(ctx, changes, { personId: id(account), deviceId: shop.devices[account]! }, clock.now())))
    const conversation = await talk('an', { waits: true })
    await leave('an')
    await leave('lin')
    expect(await row('presence', id('an'))).toMatchObject({ state: 'online', reachable: false })
    expect(await row('presence', id('lin'))).toMatchObject({ state: 'off_duty', reachable: false, cause: 'system' })
    await sweepAfter(179, ['mo', 'boss'])
    expect(await row('conversation', conversation.id)).toMatchObject({ ownerId: id('an') })
    await sweepAfter(2, ['mo', 'boss'])
    expect(await row('conversation', conversation.id)).toMatchObject({ state: 'queued' })
  })
})

describe('somebody who is absent', () => {
  test('M9: a customer who waits longer than 3 min for somebody at the meal goes to others, with the wait they have; one who is answered stays', async () => {
    const [waits, quiet] = [await talk('an', { waits: true }), await talk('an')]
    await presence('an', { state: 'meal' })
    await sweepAfter(179)
    expect(await row('conversation', waits.id)).toMatchObject({ ownerId: id('an') })
    await sweepAfter(1)
    expect(await row('conversation', waits.id)).toMatchObject({ state: 'queued', queuedAtMs: waits.timers.turn?.sinceMs, transferredFrom: [] })
    expect(await row('conversation', quiet.id)).toMatchObject({ state: 'open', ownerId: id('an') })
    expect(await rows('notice', { personId: id('an') })).toMatchObject([{ kind: 'handed_over', params: { count: 1 } }])
  })

  test('H5: of somebody off duty everything goes, whether they wait or not', async () => {
    const conversation = await talk('an')
    await presence('an', { state: 'off_duty' })
    await sweepAfter(181)
    expect(await row('conversation', conversation.id)).toMatchObject({ state: 'queued', ownerId: null })
    expect(await rows('handover_item', { conversationId: conversation.id })).toMatchObject([{ state: 'escalated' }])
  })

  test('H3: in a handover the list has its own limit', async () => {
    const conversation = await talk('an', { waits: true })
    await desk('an').do('handover.begin', { handoverId: ctx.ids.next(), teamId: shop.teamId, cause: 'shift_end', toPersonId: id('lin'), items: [] })
    await sweepAfter(300)
    expect(await row('conversation', conversation.id)).toMatchObject({ ownerId: id('an') })
  })
})

describe('the roster', () => {
  test('H5: at the end of a shift whoever has nothing open is off duty; who has, and who came back after it, is not', async () => {
    for (const account of ['an', 'lin', 'mo']) await shift(account, -60, 1)
    const conversation = await talk('lin')
    await sweepAfter(59)
    expect(await row('presence', id('an'))).toMatchObject({ state: 'online' })
    await sweepAfter(1)
    expect(await row('presence', id('an'))).toMatchObject({ state: 'off_duty', cause: 'roster' })
    expect(await row('presence', id('lin'))).toMatchObject({ state: 'online' })
    clock.set(clock.now() + 1_000)
    await desk('an').do('presence.set', { state: 'online', reason: null })
    await desk('lin').do('conversation.close', { conversationId: conversation.id, withoutReply: true, enquiryClass: null, outcome: null })
    await sweepAfter(1)
    expect(await row('presence', id('an'))).toMatchObject({ state: 'online' })
    expect(await row('presence', id('lin'))).toMatchObject({ state: 'off_duty' })
  })

  test('H2, H5: who handed everything over is off duty once the shift is over; after a meeting they say so themselves', async () => {
    await shift('an', -60, 1)
    await shift('lin', -60, 60)
    const itemId = ctx.ids.next()
    const conversation = await talk('an')
    await desk('an').do('handover.begin', {
      handoverId: ctx.ids.next(), teamId: shop.teamId, cause: 'shift_end', toPersonId: id('mo'), items: [{ itemId, conversationId: conversation.id, note: '' }],
    })
    await desk('lin').do('handover.begin', { handoverId: ctx.ids.next(), teamId: shop.teamId, cause: 'meeting', toPersonId: id('mo'), items: [] })
    await sweepAfter(61)
    expect(await row('presence', id('an'))).toMatchObject({ state: 'handover' })
    await desk('mo').do('handover.confirm', { itemId })
    await sweepAfter(5)
    expect(await row('presence', id('an'))).toMatchObject({ state: 'off_duty', cause: 'system' })
    expect(await row('presence', id('lin'))).toMatchObject({ state: 'handover' })
  })

  test('M4: a training begins for who is at the desk once nobody waits, until it ends; a choice made after its begin stands', async () => {
    clock.set(clock.now() + 1_000)
    const conversation = await talk('an', { waits: true })
    for (const account of ['an', 'lin']) await shift(account, 1, 30, 'training')
    await sweepAfter(60)
    expect(await row('presence', id('an'))).toMatchObject({ state: 'online' })
    expect(await row('presence', id('lin'))).toMatchObject({ state: 'training', cause: 'roster', untilMs: clock.now() + 29 * 60_000 })
    clock.set(clock.now() + 1_000)
    await desk('lin').do('presence.set', { state: 'online', reason: null })
    await desk('boss').do('conversation.close', { conversationId: conversation.id, withoutReply: true, enquiryClass: null, outcome: null })
    await sweepAfter(5)
    expect(await row('presence', id('an'))).toMatchObject({ state: 'training' })
    expect(await row('presence', id('lin'))).toMatchObject({ state: 'online' })
  })
})

describe('the way back to somebody', () => {
  test('H6: who knows the case and is off duty is followed by their counterpart, before anybody else', async () => {
    const conversation = await talk('an', { waits: true })
    await desk('an').do('message.send', {
      messageId: ctx.ids.next(), conversationId: conversation.id, body: '有货的', lineKind: 'answer', scriptId: null, attachmentIds: [], quoteId: null,
    })
    const itemId = ctx.ids.next()
    await desk('an').do('handover.begin', {
      handoverId: ctx.ids.next(), teamId: shop.teamId, cause: 'shift_end', toPersonId: id('mo'), items: [{ itemId, conversationId: conversation.id, note: '' }],
    })
    await desk('boss').do('conversation.close', { conversationId: conversation.id, withoutReply: true, enquiryClass: null, outcome: null })
    await presence('an', { state: 'off_duty' })
    // mo is the busiest: only the handover speaks for them.
    for (let n = 0; n < 5; n++) await talk('mo')
    const again = await talk('an', { waits: true, customerId: conversation.customerId })
    await inTransaction(ctx, shop.tenant, (changes) => changes.put('conversation', { ...again, state: 'queued', ownerId: null }))
    routes = true
    ctx.routing.wake(shop.tenant)
    await routing.idle()
    expect(await row('conversation', again.id)).toMatchObject({ ownerId: id('mo'), transferredFrom: [] })
  })

  test('D11: the night shift does not take what was left in the day; the day shift takes all', async () => {
    await shift('an', -60, 60, 'day')
    const left = await talk('an')
    await inTransaction(ctx, shop.tenant, (changes) => changes.put('conversation', { ...left, state: 'left', ownerId: null }))
    clock.set(clock.now() + 7_200_000)
    await shift('lin', -10, 60, 'night')
    await shift('mo', -10, 60, 'day')
    expect(await desk('lin').do('conversation.take', { conversationId: left.id })).toMatchObject({ code: 'D11' })
    expect(await desk('mo').do('conversation.take', { conversationId: left.id })).toMatchObject({ status: 'applied' })
  })
})
