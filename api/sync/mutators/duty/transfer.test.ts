import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Conversation } from '../../../../domain/entities/conversation.ts'
import type { MutationArgs } from '../../../../protocol/mutations.ts'
import { inTransaction } from '../../../store/transaction.ts'
import { dutyRig } from '../../test-duty.ts'

const rig = await dutyRig({ an: {}, lin: {}, mo: {}, boss: { roles: ['supervisor'] } })
const { desk, id, talk, row, lines, presence, after, ctx } = rig
const told: string[] = []
Object.assign(ctx.channels, { deliver: (_changes: unknown, _conversation: unknown, message: { id: string }) => {
  told.push(message.id)
  return Promise.resolve()
} })
afterAll(() => rig.end())
beforeEach(async () => {
  for (const account of ['an', 'lin', 'mo']) await presence(account, { state: 'online', reachable: true })
})

const offer = (conversation: Conversation, fields: Partial<MutationArgs<'transfer.offer'>> = {}) => ({
  transferId: ctx.ids.next(), conversationId: conversation.id, target: { kind: 'agent' as const, personId: id('lin') }, note: '想换货', reason: 'meal',
  overrule: false, line: { messageId: ctx.ids.next(), body: '我请同事继续为您服务' }, ...fields,
})

describe('an offer', () => {
  test('M8: the line goes out before it; until the yes everything stays with the sender', async () => {
    const conversation = await talk('an', { waits: true })
    const args = offer(conversation)
    expect(await desk('an').do('transfer.offer', args)).toMatchObject({ status: 'applied' })
    expect(told).toContain(args.line?.messageId)
    expect(await lines(conversation.id)).toEqual(['agent: 我请同事继续为您服务', 'transfer_offered'])
    const now = await row('conversation', conversation.id)
    expect(now).toMatchObject({ ownerId: id('an'), state: 'open', transferredFrom: [] })
    // The line tells of the transfer and answers nothing: the customer waits on.
    expect(now?.timers.turn?.sinceMs).toBe(conversation.timers.turn?.sinceMs)
    expect(await row('transfer', args.transferId)).toMatchObject({ state: 'offered', expiresAtMs: rig.clock.now() + 30_000, note: '想换货' })
    await desk('lin').catchUp()
    expect(desk('lin').rows.get(`transfer\n${args.transferId}`)?.row).toMatchObject({ customerName: 'Lan' })
  })

  test('M8: is refused without a line, and with one that the language rules forbid nothing is passed on', async () => {
    const conversation = await talk('an', { waits: true })
    expect(await desk('an').do('transfer.offer', offer(conversation, { line: null }))).toMatchObject({ code: 'M8' })
    expect(await desk('an').do('transfer.offer', offer(conversation, { line: { messageId: ctx.ids.next(), body: ' ' } }))).toMatchObject({ code: 'M8' })
    const args = offer(conversation, { line: { messageId: ctx.ids.next(), body: '我的卡号是 6222021234567890128' } })
    expect(await desk('an').do('transfer.offer', args)).toMatchObject({ code: 'language' })
    expect(await row('transfer', args.transferId)).toBeNull()
    expect(await lines(conversation.id)).toEqual([])
  })

  test('M4: a running one asks for a reason, a newly connected one does not', async () => {
    const [running, fresh] = [await talk('an'), await talk('an', { waits: true })]
    expect(await desk('an').do('transfer.offer', offer(running, { reason: null }))).toMatchObject({ code: 'M4' })
    expect(await desk('an').do('transfer.offer', offer(running))).toMatchObject({ status: 'applied' })
    expect(await desk('an').do('transfer.offer', offer(fresh, { reason: null }))).toMatchObject({ status: 'applied' })
  })

  test('M5: to nobody who has hung up, is at the meal or not heard of', async () => {
    const conversation = await talk('an')
    for (const fields of [{ state: 'hung_up' as const }, { state: 'meal' as const }, { reachable: false }]) {
      await presence('lin', { state: 'online', reachable: true, ...fields })
      expect(await desk('an').do('transfer.offer', offer(conversation))).toMatchObject({ code: 'M5', text: id('lin') })
    }
  })

  test('M6: a customer who has been with two agents is not passed on, unless a supervisor says so, with a reason and on record', async () => {
    const conversation = { ...await talk('an'), transferredFrom: [id('mo')] }
    await inTransaction(ctx, rig.shop.tenant, (changes) => changes.put('conversation', conversation))
    expect(await desk('an').do('transfer.offer', offer(conversation, { overrule: true }))).toMatchObject({ code: 'M6' })
    expect(await desk('boss').do('transfer.offer', offer(conversation, { overrule: true, reason: null }))).toMatchObject({ code: 'M4' })
    const args = offer(conversation, { overrule: true, reason: 'VIP' })
    expect(await desk('boss').do('transfer.offer', args)).toMatchObject({ status: 'applied' })
    expect(await row('transfer', args.transferId)).toMatchObject({ fromPersonId: id('an'), overruled: ['M6'] })
    const [entry] = await ctx.sql`select person_id, subject, detail from audit where action = 'transfer.overruled'`
    expect(entry).toMatchObject({ person_id: id('boss'), subject: conversation.id, detail: { rules: ['M6'], reason: 'VIP' } })
  })

  test('M7: not while the customer is with a third agent', async () => {
    const conversation = await talk('an')
    await talk('mo', { customerId: conversation.customerId })
    expect(await desk('an').do('transfer.offer', offer(conversation))).toMatchObject({ code: 'M7' })
    expect(await desk('an').do('transfer.offer', offer(conversation, { target: { kind: 'agent', personId: id('mo') } }))).toMatchObject({ status: 'applied' })
  })

  test('sent again it is made once; a second one has to wait for the first', async () => {
    const conversation = await talk('an')
    const args = offer(conversation)
    await desk('an').do('transfer.offer', args)
    expect(await desk('an').do('transfer.offer', args)).toMatchObject({ status: 'applied' })
    expect(await lines(conversation.id)).toHaveLength(2)
    expect(await desk('an').do('transfer.offer', offer(conversation))).toMatchObject({ code: 'already_taken' })
  })

  test('to a skill it is queued at once and keeps its wait', async () => {
    const conversation = await talk('an', { waits: true })
    rig.clock.set(rig.clock.now() + 90_000)
    expect(await desk('an').do('transfer.offer', offer(conversation, { target: { kind: 'skill', skill: 'returns' } }))).toMatchObject({ status: 'applied' })
    expect(await row('conversation', conversation.id)).toMatchObject({
      state: 'queued', ownerId: null, skill: 'returns', queuedAtMs: conversation.timers.turn?.sinceMs, transferredFrom: [id('an')],
    })
  })
})

describe('its answer', () => {
  test('M6: with a yes the customer is theirs, the sender is remembered, the wait goes on', async () => {
    const conversation = await talk('an', { waits: true })
    const args = offer(conversation)
    await desk('an').do('transfer.offer', args)
    rig.clock.set(rig.clock.now() + 10_000)
    expect(await desk('mo').do('transfer.answer', { transferId: args.transferId, accept: true })).toMatchObject({ code: 'not_allowed' })
    expect(await desk('lin').do('transfer.answer', { transferId: args.transferId, accept: true })).toMatchObject({ status: 'applied' })
    const now = await row('conversation', conversation.id)
    expect(now).toMatchObject({ ownerId: id('lin'), transferredFrom: [id('an')], timers: { agentId: id('lin') } })
    expect(now?.timers.turn?.sinceMs).toBe(conversation.timers.turn?.sinceMs)
    expect((await lines(conversation.id)).at(-1)).toBe('transferred')
    expect(await row('transfer', args.transferId)).toMatchObject({ state: 'accepted' })
    await after(31)
    expect(await row('conversation', conversation.id)).toMatchObject({ ownerId: id('lin') })
  })

  test('M5: who has hung up meanwhile does not get it', async () => {
    const args = offer(await talk('an'))
    await desk('an').do('transfer.offer', args)
    await desk('lin').do('presence.set', { state: 'hung_up', reason: null })
    expect(await desk('lin').do('transfer.answer', { transferId: args.transferId, accept: true })).toMatchObject({ code: 'M5' })
  })

  test('M7: nor who would be the second of two while a third has the customer by now', async () => {
    const conversation = await talk('an')
    const args = offer(conversation)
    await desk('an').do('transfer.offer', args)
    await talk('mo', { customerId: conversation.customerId })
    expect(await desk('lin').do('transfer.answer', { transferId: args.transferId, accept: true })).toMatchObject({ code: 'M7', text: id('mo') })
  })

  test('a no, or 30 s without an answer, returns it to the sender', async () => {
    const [declined, expired] = [await talk('an'), await talk('an')]
    const [first, second] = [offer(declined), offer(expired)]
    await desk('an').do('transfer.offer', first)
    await desk('an').do('transfer.offer', second)
    await desk('lin').do('transfer.answer', { transferId: first.transferId, accept: false })
    await after(29)
    expect(await row('transfer', second.transferId)).toMatchObject({ state: 'offered' })
    await after(1)
    expect([await row('transfer', first.transferId), await row('transfer', second.transferId)]).toMatchObject([{ state: 'declined' }, { state: 'expired' }])
    for (const { id: conversationId } of [declined, expired]) {
      expect(await row('conversation', conversationId)).toMatchObject({ ownerId: id('an'), state: 'open', transferredFrom: [] })
      expect((await lines(conversationId)).at(-1)).toBe('transfer_returned')
    }
    expect(await desk('lin').do('transfer.answer', { transferId: second.transferId, accept: true })).toMatchObject({ code: 'closed' })
  })

  test('H5: of a sender who is no longer there it goes to the front of the queue', async () => {
    const conversation = await talk('an', { waits: true })
    await desk('an').do('transfer.offer', offer(conversation))
    await presence('an', { state: 'away', reason: 'ill' })
    await after(30)
    expect(await row('conversation', conversation.id)).toMatchObject({ state: 'queued', ownerId: null, queuedAtMs: conversation.timers.turn?.sinceMs })
  })

  test('the sender takes it back; a conversation that is closed ends its offer', async () => {
    const [back, closed] = [await talk('an'), await talk('an')]
    const [first, second] = [offer(back), offer(closed)]
    await desk('an').do('transfer.offer', first)
    await desk('an').do('transfer.offer', second)
    expect(await desk('lin').do('transfer.cancel', { transferId: first.transferId })).toMatchObject({ code: 'not_allowed' })
    expect(await desk('an').do('transfer.cancel', { transferId: first.transferId })).toMatchObject({ status: 'applied' })
    await desk('an').do('conversation.close', { conversationId: closed.id, withoutReply: true, enquiryClass: null, outcome: null })
    for (const { transferId } of [first, second]) expect(await row('transfer', transferId)).toMatchObject({ state: 'cancelled' })
  })
})
