import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../../core/edge/system-clock.ts'
import { startApi, type RunningApi } from './running-api.ts'
import { TestDesk } from './test-desk.ts'
import { WebCustomer } from './web-customer.ts'

// One agent at two desks, both real cores against the real API: what is done at one is seen at the other.
let api: RunningApi
let dir: string
let here: TestDesk
let there: TestDesk
let customer: WebCustomer
let id: string

/** A line, a mark or a state gets from one desk to the other within this. Generous: the machine also runs other tests. */
const SOON_MS = 3_000
const DAY_MS = 86_400_000

const rowOf = (desk: TestDesk) => desk.until('conversations', {}, ({ waiting, running }) => [...waiting, ...running].some(row => row.id === id))
  .then(({ waiting, running }) => [...waiting, ...running].find(row => row.id === id))
const threadOf = (desk: TestDesk, fits: Parameters<typeof desk.until<'thread'>>[2]) => desk.until('thread', { conversationId: id, limit: 100 }, fits, SOON_MS)
const say = (desk: TestDesk, body: string) =>
  desk.call('message.send', { conversationId: id, body, kind: null, scriptId: null, attachmentIds: [], quoteId: null })
const settled = (desk: TestDesk) => desk.until('sync', {}, ({ state, queued }) => state === 'online' && queued === 0, 30_000)

beforeAll(async () => {
  api = await startApi()
  dir = mkdtempSync(join(tmpdir(), 'shiftdesk-two-desks-'))
  here = new TestDesk(join(dir, 'here'))
  there = new TestDesk(join(dir, 'there'))
  for (const desk of [here, there]) {
    await desk.call('session.signIn', { api: api.url, shop: api.shop, account: 'xiaoan', password: 'shiftdesk-demo', staySignedIn: false })
    await settled(desk)
  }
}, 90_000)

afterAll(async () => {
  await here?.desk.stop()
  await there?.desk.stop()
  await api?.stop()
  rmSync(dir, { recursive: true, force: true })
}, 90_000)

test('one presence: set at one desk, shown at both', async () => {
  await here.call('presence.set', { state: 'online', reason: null })
  await there.until('team', {}, ({ mine }) => mine?.state === 'online', SOON_MS)
})

test('a new customer comes to both desks with the same due', async () => {
  customer = await WebCustomer.start(api.url, '两台电脑')
  await customer.write('在吗？这件有货吗')
  const seen = await Promise.all([here, there].map(desk => desk.until('conversations', {}, ({ waiting }) => waiting.some(({ name }) => name === '两台电脑'))))
  const [a, b] = seen.map(({ waiting }) => waiting.find(({ name }) => name === '两台电脑'))
  id = a?.id ?? ''
  expect(b?.id).toBe(id)
  expect(a?.dues.map(({ rule, dueAtMs }) => [rule, dueAtMs])).toEqual(b?.dues.map(({ rule, dueAtMs }) => [rule, dueAtMs]))
  expect(a?.unread).toBe(1)
})

test('read at one desk is read at the other', async () => {
  const lastPosition = (await threadOf(here, thread => thread !== null))?.conversation.lastPosition ?? 0
  await here.call('conversation.seen', { conversationId: id, position: lastPosition })
  await there.until('conversations', {}, ({ waiting }) => waiting.find(row => row.id === id)?.unread === 0, SOON_MS)
})

test('a draft stays at its own desk', async () => {
  await here.call('draft.save', { conversationId: id, kind: 'reply', body: '只在这台' })
  expect((await there.call('draft.read', { conversationId: id, kind: 'reply' })).body).toBe('')
  expect((await rowOf(there))?.hasDraft).toBe(false)
  await here.call('draft.save', { conversationId: id, kind: 'reply', body: '' })
})

test('what can still be taken back is at its own desk alone; what is sent is at both, once, in the same place', async () => {
  const taken = await say(here, '发错了')
  expect((await here.call('message.takeBack', { messageId: taken.messageId })).body).toBe('发错了')
  const { messageId } = await say(here, '有货，今天就发')
  expect((await threadOf(there, thread => thread !== null))?.items.some(item => item.id === messageId)).toBe(false)
  const mine = await here.until('thread', { conversationId: id, limit: 100 }, thread => thread?.items.find(item => item.id === messageId)?.position != null)
  const other = await threadOf(there, thread => thread?.items.some(item => item.id === messageId) ?? false)
  const lines = (thread: typeof mine) => thread?.items.map(({ id: line, position, body }) => [line, position, body])
  expect(lines(other)).toEqual(lines(mine))
  expect(lines(other)?.some(([, , body]) => body === '发错了')).toBe(false)
  await there.until('conversations', {}, ({ running }) => running.some(row => row.id === id), SOON_MS)
})

test('both desks answer at the same moment: both lines arrive, once, in one order for all', async () => {
  for (const desk of [here, there]) await desk.call('settings.save', { takeBackSec: 0 })
  await customer.write('还有蓝色吗？')
  await Promise.all([say(here, '蓝色有'), say(there, '蓝色也有货')])
  for (const desk of [here, there]) await settled(desk)
  const complete = (thread: Awaited<ReturnType<typeof threadOf>>) => ['蓝色有', '蓝色也有货'].every(body => thread?.items.some(item => item.body === body && item.position !== null))
  const [a, b] = await Promise.all([here, there].map(desk => threadOf(desk, complete)))
  expect(a?.items.map(item => item.id)).toEqual(b?.items.map(item => item.id))
  const answers = (await customer.state()).messages.filter(({ from }) => from === 'agent').map(({ body }) => body)
  expect(answers.filter(body => body.startsWith('蓝色')).sort()).toEqual(['蓝色也有货', '蓝色有'].sort())
})

test.each([['ahead', DAY_MS], ['behind', -DAY_MS]])('I14: a desk whose clock is a day %s shows the same dues and the same times', async (name, offMs) => {
  const clock = { ...systemClock, now: () => systemClock.now() + offMs }
  const wrong = new TestDesk(join(dir, name), undefined, clock)
  await wrong.call('session.signIn', { api: api.url, shop: api.shop, account: 'xiaoan', password: 'shiftdesk-demo', staySignedIn: false })
  await settled(wrong)
  await customer.write(`还在吗？${name}`)
  const due = (desk: TestDesk) => desk.until('conversations', {}, ({ waiting }) => waiting.some(row => row.id === id && row.dues.length > 0))
    .then(({ waiting }) => waiting.find(row => row.id === id)?.dues.map(({ rule, startedAtMs, dueAtMs }) => [rule, startedAtMs, dueAtMs]))
  expect(await due(wrong)).toEqual(await due(here))
  const { clockOffsetMs } = await wrong.until('sync', {}, ({ state }) => state === 'online')
  // What its window adds to the clock of the machine: within a round trip of the truth.
  expect(Math.abs(clockOffsetMs + offMs)).toBeLessThan(2_000)
  const before = systemClock.now()
  await wrong.call('settings.save', { takeBackSec: 0 })
  const { messageId } = await say(wrong, `在的 ${name}`)
  const answered = await wrong.until('thread', { conversationId: id, limit: 100 }, thread => thread?.items.find(item => item.id === messageId)?.position != null)
  const at = answered?.items.find(item => item.id === messageId)?.acceptedAtMs ?? 0
  expect(at).toBeGreaterThanOrEqual(before - 1_000)
  expect(at).toBeLessThanOrEqual(systemClock.now() + 1_000)
  await wrong.desk.stop()
}, 60_000)

test('closed at one desk, closed at the other; reopened there, open here', async () => {
  await here.call('conversation.close', { conversationId: id, withoutReply: false, enquiryClass: null, outcome: null })
  await there.until('conversations', {}, ({ closed }) => closed.some(row => row.id === id), SOON_MS)
  await there.call('conversation.reopen', { conversationId: id })
  await here.until('conversations', {}, ({ waiting, running }) => [...waiting, ...running].some(row => row.id === id), SOON_MS)
})

test('in the end both are equal, and the checksums agreed', async () => {
  for (const desk of [here, there]) await settled(desk)
  const both = () => Promise.all([here, there].map(async desk => (await threadOf(desk, thread => thread !== null))?.conversation))
  // Nothing of a desk's own waits; the other's last line may still be on its way.
  await expect.poll(async () => {
    const [a, b] = await both()
    return a !== undefined && isDeepStrictEqual(a, b)
  }, { timeout: 10_000, message: 'both desks show the same conversation' }).toBe(true)
  for (const desk of [here, there]) expect(desk.log.filter(({ event }) => event === 'checksum_differs')).toEqual([])
})
