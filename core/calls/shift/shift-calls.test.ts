import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { conversation, message } from '../../../db/test-file.ts'
import { readOutbox } from '../../../db/local/outbox.ts'
import { OfflineDesk } from '../../test-support.ts'
import { ANSWERED, person, presence, shift, TEAM, waits } from '../../test-shift.ts'

let dir: string
let under: OfflineDesk
let now: number
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'shiftdesk-shift-calls-'))
  under = new OfflineDesk(dir)
  expect(await under.signIn()).toBe('ok')
  now = under.open.serverClock.now()
  under.pulled([
    ['team', TEAM], ['person', person('me')], ['person', person('li', { name: '小李' })], ['presence', presence('me')], ['presence', presence('li')],
    ['conversation', conversation('c', { timers: waits(now) })], ['message', message('m1', 'c', 1, { body: '有蓝色吗' })],
  ])
})
afterEach(async () => {
  await under.desk.stop()
  rmSync(dir, { recursive: true, force: true })
})

const sent = () => readOutbox(under.open.file.read).map(({ name, args }) => ({ name, args: args as Record<string, unknown> }))
const offer = (change: object = {}) => under.call('transfer.offer', {
  conversationId: 'c', target: { kind: 'agent', personId: 'li' }, note: '', line: null, reason: null, overrule: false, ...change,
})
const conversations = () => under.value('conversations', {})

test('M8: without a line of the agent one is said before the transfer; until the answer the customer stays with the sender', async () => {
  const { transferId } = await offer()
  expect(sent()).toMatchObject([{ name: 'transfer.offer', args: { transferId, line: { body: expect.stringContaining('同事') as string } } }])
  expect(under.value('thread', { conversationId: 'c', limit: 10 })?.items.at(-1)).toMatchObject({ author: 'agent', status: 'queued' })
  expect(under.value('transfers', {}).outgoing).toMatchObject([{ id: transferId, toName: '小李', state: 'offered', expiresAtMs: now + 30_000 }])
  expect(conversations().waiting.map(({ id }) => id)).toEqual(['c'])
  await under.call('transfer.cancel', { transferId })
  expect(under.value('transfers', {}).outgoing).toEqual([])
})

test('M8: a line that is forbidden (C2) goes nowhere, and neither does the transfer', async () => {
  expect(await under.code('transfer.offer', {
    conversationId: 'c', target: { kind: 'agent', personId: 'li' }, note: '', line: '请把支付密码告诉我的同事', reason: null, overrule: false,
  })).toBe('language_block')
  expect(sent()).toEqual([])
})

test('M6: to a team it is in the queue at once, at the place of its wait, and the sender is remembered', async () => {
  await offer({ target: { kind: 'team', teamId: 't' } })
  const { waiting, queue } = conversations()
  expect([waiting.length, queue.map(({ id, waitingSinceMs, agentsBefore }) => [id, waitingSinceMs, agentsBefore])]).toEqual([0, [['c', now, 1]]])
})

test('M4, M5: candidates with what speaks against them, the line and a note from the thread', async () => {
  under.pulled([['presence', presence('li', { state: 'hung_up' })]])
  const found = await under.call('transfer.candidates', { conversationId: 'c' })
  expect(found.candidates).toMatchObject([{ personId: 'li', name: '小李', refused: 'M5' }])
  expect(found.transferRule).toBeNull()
  expect(found.line).not.toBe('')
  expect(found.note).toContain('有蓝色吗')
})

test('H2: the handover line goes to each customer who reads it, then the list with a note for every open conversation', async () => {
  under.pulled([
    ['conversation', conversation('d', { timers: ANSWERED })], ['conversation', conversation('im', { channelKind: 'companion', timers: ANSWERED })],
  ])
  const { handoverId } = await under.call('handover.begin', {
    teamId: 't', cause: 'shift_end', toPersonId: 'li', items: [{ conversationId: 'd', note: '等退款' }], line: null,
  })
  const intents = sent()
  expect(intents.map(({ name }) => name)).toEqual(['message.send', 'message.send', 'handover.begin'])
  expect(intents.slice(0, 2).map(({ args }) => args['conversationId']).sort()).toEqual(['c', 'd'])
  const [given] = under.value('handovers', {}).given
  expect(given).toMatchObject({ id: handoverId, toName: '小李', state: 'open', limitAtMs: now + 600_000 })
  expect(new Map(given?.items.map(({ conversationId, note }) => [conversationId, note]))).toEqual(
    new Map([['c', expect.stringContaining('有蓝色吗') as string], ['d', '等退款'], ['im', '']]))
  expect(under.value('shift', {}).mine?.state).toBe('handover')
})

test('H3: confirmed, it is the counterpart\'s, and contact is due (T6)', async () => {
  under.pulled([
    ['handover', { id: 'h', teamId: 't', fromPersonId: 'li', toPersonId: 'me', cause: 'shift_end', state: 'open', startedAtMs: now, limitAtMs: now + 600_000, settledAtMs: null } as { id: string }],
    ['handover_item', {
      id: 'i', handoverId: 'h', teamId: 't', conversationId: 'other', customerName: '阿明', fromPersonId: 'li', toPersonId: 'me', note: '等发货', dueAtMs: null,
      promiseIds: [], state: 'listed', settledAtMs: null, contactedAtMs: null,
    } as { id: string }],
  ])
  await under.call('handover.confirm', { itemId: 'i' })
  expect(under.value('handovers', {}).received).toMatchObject([{
    fromName: '小李', items: [{ customerName: '阿明', state: 'confirmed', contact: { targetAtMs: now + 300_000, limitAtMs: now + 600_000 } }],
  }])
})

test('L4, M2: a roster of hundreds goes in slices with ids of its own; conflicts and the meal plan stand at once', async () => {
  const day = (at: number, personId: string) => ({ ...shift('', personId, now + at, now + at + 1, '2027-01-15'), id: null })
  const { shiftIds } = await under.call('roster.put', { shifts: Array.from({ length: 90 }, (_, index) => day(index, index % 2 ? 'me' : 'li')) })
  expect(new Set(shiftIds).size).toBe(90)
  expect(Math.max(...sent().map(({ args }) => (args['shifts'] as unknown[]).length))).toBeLessThanOrEqual(40)
  await under.call('roster.remove', { shiftIds: shiftIds.slice(1) })
  await under.call('roster.put', { shifts: [{ ...shift('', 'li', now - 5, now + 5, '2027-01-15'), id: null }] })
  await under.call('meal.decide', { teamId: 't', date: '2027-01-15', meal: 'dinner', batches: [{ fromMs: now + 10, toMs: now + 20, personIds: ['me'] }] })
  const roster = under.value('roster', { teamId: 't', from: '2027-01-15', days: 1 })
  expect(roster?.shifts).toHaveLength(2)
  expect(roster?.conflicts.map(({ code }) => code)).toContain('overlap')
  expect(roster?.mealPlans).toMatchObject([{ decidedById: 'me' }])
  expect(roster?.mayEdit).toBe(false)
  expect(under.value('shift', {}).meal).toMatchObject({ meal: 'dinner', batch: 0, batches: 1 })
  expect(under.value('roster', { teamId: 'foreign', from: '2027-01-15', days: 1 })).toBeNull()
})

test('a swap is asked, and answered once', async () => {
  const { swapId } = await under.call('swap.ask', { teamId: 't', toPersonId: 'li', shiftId: 's', otherShiftId: null, note: '' })
  await under.call('swap.cancel', { swapId })
  await under.call('swap.answer', { swapId, agree: true })
  expect(under.value('roster', { teamId: 't', from: '2027-01-15', days: 1 })?.swaps).toMatchObject([{ id: swapId, state: 'cancelled' }])
})

test('one line to many, and a move of many, go in slices; nobody is written to twice', async () => {
  const conversationIds = Array.from({ length: 45 }, (_, index) => `many-${index}`)
  expect(await under.call('message.sendMany', { body: '系统恢复了，请再试一次', kind: 'answer', scriptId: null, conversationIds: [...conversationIds, 'many-0'] })).toEqual({ sent: 45 })
  await under.call('conversation.reassign', { conversationIds, toPersonId: null, reason: '生病' })
  expect(sent().map(({ name, args }) => [name, ((args['to'] ?? args['conversationIds']) as unknown[]).length])).toEqual([
    ...[20, 20, 5].map(count => ['message.send_many', count]), ...[20, 20, 5].map(count => ['conversation.reassign', count]),
  ])
})

test('L6, D17: a question to a colleague hangs on the case, the agent keeps the customer; closed it leaves the list', async () => {
  const { talkId } = await under.call('talk.open', { kind: 'help', conversationId: 'c', title: '', memberIds: ['li'], dueAtMs: now + 60_000, body: '能退吗' })
  await under.call('talk.say', { talkId, body: '顾客在等' })
  expect(under.value('talks', { conversationId: null })).toMatchObject([{
    id: talkId, customerName: '小雨', state: 'open', members: [{ name: 'me' }, { name: '小李' }], messages: [{ body: '能退吗' }, { body: '顾客在等' }],
  }])
  expect(conversations().waiting.map(({ id }) => id)).toEqual(['c'])
  await under.call('talk.close', { talkId })
  expect(under.value('talks', { conversationId: null })).toEqual([])
  expect(under.value('talks', { conversationId: 'c' })).toHaveLength(1)
})
