import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { conversation, message } from '../db/test-file.ts'
import type { Customer } from '../domain/entities/customer.ts'
import { waitingUploads } from '../db/local/attachment-bytes.ts'
import { readOutbox } from '../db/local/outbox.ts'
import { NO_TIMERS, type TimerState } from '../domain/timers/state.ts'
import { TimerPolicy } from '../domain/entities/team.ts'
import { OfflineDesk } from './test-support.ts'

let dir: string
let under: OfflineDesk
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'shiftdesk-core-'))
  under = new OfflineDesk(dir)
  expect(await under.signIn()).toBe('ok')
  under.pulled([['conversation', conversation('c')], ['message', message('m1', 'c', 1, { body: '会起球吗' })], ['customer', customer('customer-c')]])
})
afterEach(async () => {
  await under.desk.stop()
  rmSync(dir, { recursive: true, force: true })
})

const customer = (id: string): Customer => ({
  id, nickname: '小雨', name: null, gender: null, tier: 'normal', tags: [], sinceMs: 1, phoneMasked: '138****1386', emailMasked: null,
  addressMasked: null, birthday: null, orderCount: 0, blocked: false,
})
const send = (body: string) =>
  under.call('message.send', { conversationId: 'c', body, kind: null, scriptId: null, attachmentIds: [], quoteId: null })
const thread = () => under.value('thread', { conversationId: 'c', limit: 50 })
const outbox = () => readOutbox(under.open.file.read).map(({ name }) => name)

test('a sent message is held, can be taken back with its text, and never leaves', async () => {
  const { messageId, heldUntilMs } = await send('手滑了')
  expect(heldUntilMs).toBe(under.open.serverClock.now() + 3_000)
  expect(thread()?.items.at(-1)).toMatchObject({ id: messageId, status: 'held', position: null, body: '手滑了' })
  expect(await under.call('message.takeBack', { messageId })).toEqual({ body: '手滑了' })
  await under.clock.advance(10_000)
  expect(outbox()).toEqual([])
  expect(thread()?.items.map(({ id }) => id)).toEqual(['m1'])
  expect(await under.code('message.takeBack', { messageId })).toBe('too_late')
})

test('after its time it is queued, once, in order', async () => {
  await send('一')
  await send('二')
  await under.clock.advance(2_999)
  expect(outbox()).toEqual([])
  await under.clock.advance(1)
  expect(outbox()).toEqual(['message.send', 'message.send'])
  expect(thread()?.items.slice(1).map(({ body, status }) => [body, status])).toEqual([['一', 'queued'], ['二', 'queued']])
  expect(under.value('sync', {}).queued).toBe(2)
})

test('a held message outlives the core and is released after its time', async () => {
  await send('还在')
  await under.desk.stop()
  under.transport.reachable = false
  await under.clock.advance(60_000)
  const again = new OfflineDesk(dir, under.clock, under.transport)
  expect(await again.signIn('wrong')).toBe('wrong_password_offline')
  expect(await again.signIn()).toBe('ok')
  await again.clock.advance(100)
  expect(readOutbox(again.open.file.read).map(({ args }) => (args as { body: string }).body)).toEqual(['还在'])
  expect(again.value('session', {})).toMatchObject({ state: 'ready', offline: true })
  under = again
})

test('offline, the lease ends after 72 hours', async () => {
  await under.desk.stop()
  under.transport.reachable = false
  under.clock.jumpWall(73 * 3_600_000)
  const again = new OfflineDesk(dir, under.clock, under.transport)
  expect(await again.signIn()).toBe('lease_over')
  expect(readdirSync(dir).some(name => name.endsWith('.db'))).toBe(true)
  under = again
})

test('closing sends what is held first, and asks when nothing was ever replied (D9)', async () => {
  const close = { conversationId: 'c', withoutReply: false, enquiryClass: null, outcome: null }
  expect(await under.code('conversation.close', close)).toBe('unanswered')
  await send('好的')
  expect(await under.code('conversation.close', close)).toBe('ok')
  expect(outbox()).toEqual(['message.send', 'conversation.close'])
  expect(under.value('conversations', {}).closed.map(({ id }) => id)).toEqual(['c'])
})

test('closing asks while a promise is open (D6)', async () => {
  const close = { conversationId: 'c', withoutReply: false, enquiryClass: null, outcome: null }
  await send('好的')
  const { promiseId } = await under.call('promise.make', { conversationId: 'c', text: '查库存', dueAtMs: under.clock.now() + 60_000 })
  expect(await under.code('conversation.close', close)).toBe('promise_open')
  await under.call('promise.settle', { promiseId, conversationId: 'c', state: 'kept' })
  expect(await under.code('conversation.close', close)).toBe('ok')
})

test('a queued line leaves the timers running, and the row says how many wait', async () => {
  under.pulled([['conversation', conversation('c', { timers: waitingSince(under.clock.now()) })]])
  await send('一')
  const { waiting } = under.value('conversations', {})
  expect(waiting.map(({ id, queued, dues }) => [id, queued, dues[0]?.rule])).toEqual([['c', 1, 'T1']])
})

test('replay: a pending tag stays over a newer row of the server; on a deleted row nothing comes back (I9)', async () => {
  await under.call('customer.tag', { customerId: 'customer-c', tag: '老客户', on: true })
  const member: Customer = { ...customer('customer-c'), tags: ['会员'] }
  under.pulled([['customer', member]])
  expect(under.value('profile', { customerId: 'customer-c' })?.customer.tags).toEqual(['会员', '老客户'])
  under.open.file.write(db => db.run("DELETE FROM customer WHERE id = 'customer-c'"))
  under.pulled([])
  expect(under.value('profile', { customerId: 'customer-c' })).toBeNull()
})

test('the rows of the server take the place of the local ones in the same step', async () => {
  await under.call('settings.save', { takeBackSec: 0 })
  const { messageId } = await send('好的')
  under.open.file.write(db => db.run("UPDATE outbox SET stage = 'acknowledged'"))
  under.pulled([['message', message(messageId, 'c', 2, { author: 'agent', authorId: 'me', body: '好的' })]], { lastMutationId: 1 })
  expect(thread()?.items.map(({ id, status, position }) => [id, status, position])).toEqual([['m1', 'sent', 1], [messageId, 'sent', 2]])
  expect(outbox()).toEqual([])
})

test('a long outbox: the thread shows as many lines as asked for without a gap, and the lists run once for a burst', async () => {
  await under.call('settings.save', { takeBackSec: 0 })
  // What follows the first page (the palette's index) has settled.
  await under.clock.advance(200)
  let lists = 0
  under.desk.subscribe('conversations', {}, { value: () => { lists += 1 }, error: error => { throw new Error(error.code) } })
  for (let n = 1; n <= 60; n++) await send(`第 ${n} 句`)
  expect(lists).toBe(1)
  await under.clock.advance(0)
  expect(lists).toBe(2)
  const shown = thread()
  expect(shown?.items.map(({ body, status }) => `${body} ${status}`)).toEqual(Array.from({ length: 50 }, (_, n) => `第 ${n + 11} 句 queued`))
  expect(shown?.hasEarlier).toBe(true)
  const all = under.value('thread', { conversationId: 'c', limit: 100 })
  expect([all?.items.length, all?.hasEarlier]).toEqual([61, false])
})

test('a refused message stays in the thread and the inbox with its text, until dismissed', async () => {
  await under.call('settings.save', { takeBackSec: 0 })
  await send('晚了')
  under.open.file.write(db => db.run("UPDATE outbox SET stage = 'acknowledged'"))
  under.pulled([], { lastMutationId: 1, results: [{ id: 1, status: 'rejected', code: 'reassigned', text: null }] })
  expect(thread()?.items.at(-1)).toMatchObject({ body: '晚了', status: 'refused', refusal: 'reassigned' })
  const [item] = under.value('inbox', {})
  expect(item).toMatchObject({ body: '晚了', code: 'reassigned', customerName: '小雨', mutation: 'message.send' })
  await under.call('inbox.dismiss', { id: item?.id ?? '' })
  expect(under.value('inbox', {})).toEqual([])
  expect(thread()?.items).toHaveLength(1)
})

test('a draft is kept per conversation, over a restart; a sent text takes its draft with it', async () => {
  await under.call('draft.save', { conversationId: 'c', body: '写到一半' })
  expect(under.value('conversations', {}).running[0]?.hasDraft).toBe(true)
  await send('写到一半')
  expect(await under.call('draft.read', { conversationId: 'c' })).toEqual({ body: '', pictures: [], inserted: [] })
})

test('a note is a draft of its own: it outlives a restart, and no reply ever reads or takes it', async () => {
  await under.call('draft.save', { conversationId: 'c', kind: 'note', body: '顾客脾气急' })
  await under.call('draft.save', { conversationId: 'c', body: '您好' })
  await under.desk.stop()
  under.transport.reachable = false
  const again = under = new OfflineDesk(dir, under.clock, under.transport)
  expect(await again.signIn()).toBe('ok')
  expect(await again.call('draft.read', { conversationId: 'c' })).toMatchObject({ body: '您好' })
  expect(await again.call('draft.read', { conversationId: 'c', kind: 'note' })).toMatchObject({ body: '顾客脾气急' })
  await again.call('message.send', { conversationId: 'c', body: '顾客脾气急', kind: null, scriptId: null, attachmentIds: [], quoteId: null })
  expect(await again.call('draft.read', { conversationId: 'c', kind: 'note' })).toMatchObject({ body: '顾客脾气急' })
  await again.call('note.add', { conversationId: 'c', body: '顾客脾气急', mentions: [] })
  expect(await again.call('draft.read', { conversationId: 'c', kind: 'note' })).toMatchObject({ body: '' })
  expect(await again.call('draft.read', { conversationId: 'c' })).toMatchObject({ body: '您好' })
})

test('what was inserted stays known with its draft, over a restart, and goes with it', async () => {
  const inserted = [{ scriptId: 's1', kind: null, body: '订单对吗', from: 2, to: 8, open: [[4, 6] as [number, number]] }]
  await under.call('draft.save', { conversationId: 'c', body: '亲，订单A1对吗', inserted })
  await under.desk.stop()
  under.transport.reachable = false
  const again = under = new OfflineDesk(dir, under.clock, under.transport)
  expect(await again.signIn()).toBe('ok')
  expect(await again.call('draft.read', { conversationId: 'c' })).toMatchObject({ body: '亲，订单A1对吗', inserted })
  await send('亲，订单A1对吗')
  expect((await again.call('draft.read', { conversationId: 'c' })).inserted).toEqual([])
})

test('a chosen picture stays with its draft; taken out, it does not go up; sent, it cannot be taken out', async () => {
  const add = () => under.call('attachment.add', { conversationId: 'c', name: 'a.png', mime: 'image/png', bytes: new Uint8Array([1, 2]), width: 4, height: 3 })
  const [kept, dropped] = [(await add()).attachmentId, (await add()).attachmentId]
  await under.call('draft.save', { conversationId: 'c', body: '', attachmentIds: [kept, dropped] })
  expect(under.value('conversations', {}).running[0]?.hasDraft).toBe(true)
  expect(await under.call('draft.read', { conversationId: 'c' })).toEqual({
    body: '', pictures: [kept, dropped].map(id => ({ id, name: 'a.png', mime: 'image/png', width: 4, height: 3 })), inserted: [],
  })
  await under.call('attachment.remove', { attachmentId: dropped })
  expect(waitingUploads(under.open.file.read)).toEqual([kept])
  await under.call('message.send', { conversationId: 'c', body: '', kind: null, scriptId: null, attachmentIds: [kept], quoteId: null })
  expect((await under.call('draft.read', { conversationId: 'c' })).pictures.map(({ id }) => id)).toEqual([dropped])
  expect(await under.code('attachment.remove', { attachmentId: kept })).toBe('too_late')
})

test('saving one setting leaves the others as they were', async () => {
  await under.call('settings.save', { theme: 'dark', takeBackSec: 7 })
  await under.call('settings.save', { quiet: true })
  expect(under.value('settings', {})).toMatchObject({ theme: 'dark', takeBackSec: 7, quiet: true })
})

test('one search: nickname, phone tail, message text; marks in the excerpt; % is a character', async () => {
  const kinds = async (text: string) => (await under.call('search', { text, limit: 10 })).map(({ kind }) => kind)
  expect(await kinds('小雨')).toEqual(['customer'])
  expect(await kinds('1386')).toEqual(['customer'])
  const [hit] = await under.call('search', { text: '起球', limit: 10 })
  expect(hit).toMatchObject({ kind: 'message', conversationId: 'c', excerpt: '会\u0001起球\u0002吗' })
  expect(await kinds('%')).toEqual([])
})

test('locked: data is not given, the alert goes on, the password opens', async () => {
  await under.call('session.lock', {})
  expect(under.value('session', {}).state).toBe('locked')
  expect(() => under.value('conversations', {})).toThrow('not_signed_in')
  expect(await under.code('draft.read', { conversationId: 'c' })).toBe('not_signed_in')
  expect(await under.code('session.unlock', { password: 'wrong' })).toBe('wrong_password_offline')
  expect(await under.code('session.unlock', { password: 'secret' })).toBe('ok')
  expect(under.value('conversations', {}).running).toHaveLength(1)
})

test('sign-out says what is still queued; forced with removal nothing stays', async () => {
  await send('还没走')
  expect(await under.code('session.signOut', { force: false, remove: false })).toBe('still_queued')
  expect(await under.code('session.signOut', { force: true, remove: true })).toBe('ok')
  expect(readdirSync(dir).filter(name => !name.endsWith('.lock'))).toEqual([])
})

const waitingSince = (ms: number): TimerState => ({
  ...NO_TIMERS, running: true, turnNo: 1, turn: { sinceMs: ms, greetingOnly: false, holdingAtMs: null, apologyAtMs: null },
  first: { customerFromMs: ms, customerSettledAtMs: null, agentFromMs: ms, agentSettledAtMs: null }, agentId: 'me',
})

test('the one alert: at two thirds of the due, missed at the due, its level rises once each', async () => {
  under.pulled([['team', { id: 't', name: 'T', timers: TimerPolicy.parse({}), timersBefore: [], linePatterns: [], returningHours: 24 } as { id: string }],
    ['conversation', conversation('c', { timers: waitingSince(under.open.serverClock.now()) })]])
  const seen: (string | null)[] = []
  under.desk.onAttention(({ alert }) => seen.push(alert && `${alert.level} ${alert.count} ${alert.missed}`))
  await under.desk.start()
  await under.clock.advance(9_900)
  expect(seen.filter(one => one !== null)).toEqual([])
  await under.clock.advance(200)
  expect(seen.at(-1)).toBe('1 1 0')
  await under.clock.advance(5_000)
  expect(seen.at(-1)).toBe('2 1 1')
})

test('no customer text in clear: not in the database, its log, nor beside them', async () => {
  const secret = '绝密地址长安街一号'
  await under.call('draft.save', { conversationId: 'c', body: secret })
  await under.call('note.add', { conversationId: 'c', body: secret, mentions: [] })
  under.pulled(Array.from({ length: 300 }, (_, i) => ['message', message(`x${i}`, 'c', i + 2, { body: `${secret}${i}` })] as const)
    .map(([entity, row]) => [entity, row]))
  await under.call('search', { text: secret, limit: 50 })
  const clear = (): string[] => readdirSync(dir).filter(name => {
    const bytes = readFileSync(join(dir, name))
    return bytes.includes(Buffer.from(secret)) || bytes.includes(Buffer.from('小雨')) || bytes.includes(Buffer.from('SQLite format'))
  })
  expect(readdirSync(dir).some(name => name.endsWith('-wal'))).toBe(true)
  expect(clear()).toEqual([])
  await under.desk.stop()
  expect(clear()).toEqual([])
})
