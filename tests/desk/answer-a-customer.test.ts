import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fetchTransport } from '../../core/edge/fetch-transport.ts'
import { startApi, type RunningApi } from './running-api.ts'
import { cuttable, TestDesk } from './test-desk.ts'
import { WebCustomer } from './web-customer.ts'

// The real core against the real API with its own PostgreSQL: no part of either is a stand-in.
let api: RunningApi
let dir: string
const password = 'shiftdesk-demo'

beforeAll(async () => {
  api = await startApi()
  dir = mkdtempSync(join(tmpdir(), 'shiftdesk-desk-'))
})
afterAll(async () => {
  await api?.stop()
  rmSync(dir, { recursive: true, force: true })
})

const signIn = (desk: TestDesk, account = 'xiaoan') =>
  desk.call('session.signIn', { api: api.url, shop: api.shop, account, password, staySignedIn: false })

test('a customer writes, the desk gets it, the agent answers, the customer has it', async () => {
  const desk = new TestDesk(join(dir, 'a'))
  await desk.desk.start()
  await signIn(desk)
  await desk.until('sync', {}, status => status.state === 'online')
  await desk.call('presence.set', { state: 'online', reason: null })
  const customer = await WebCustomer.start(api.url, '小雨')
  await customer.write('这件毛衣会起球吗？')
  const lists = await desk.until('conversations', {}, value =>
    [...value.waiting, ...value.queue].some(({ name }) => name === '小雨'))
  const row = [...lists.waiting, ...lists.queue].find(({ name }) => name === '小雨')
  if (!row) throw new Error('no row')
  if (lists.queue.includes(row)) await desk.call('conversation.take', { conversationId: row.id })
  await desk.until('thread', { conversationId: row.id, limit: 50 }, thread => thread?.items.some(({ body }) => body.includes('起球')) ?? false)
  const sent = await desk.call('message.send', {
    conversationId: row.id, body: '不会的，我们用的是长绒棉。', kind: null, scriptId: null, attachmentIds: [], quoteId: null,
  })
  expect(sent.heldUntilMs).not.toBeNull()
  const held = await desk.until('thread', { conversationId: row.id, limit: 50 }, thread => thread?.items.at(-1)?.status === 'held')
  expect(held?.items.at(-1)?.position).toBeNull()
  const accepted = await desk.until('thread', { conversationId: row.id, limit: 50 }, thread =>
    thread?.items.find(({ id }) => id === sent.messageId)?.position != null)
  const item = accepted?.items.find(({ id }) => id === sent.messageId)
  expect(item?.authorName).toBe('小安')
  const state = await customer.state()
  expect(state.messages.filter(({ body }) => body.includes('长绒棉'))).toHaveLength(1)
  await customer.delivered(row.id, item?.position ?? 0)
  await desk.until('thread', { conversationId: row.id, limit: 50 }, thread =>
    thread?.items.find(({ id }) => id === sent.messageId)?.status === 'delivered')
  const status = await desk.until('sync', {}, ({ state, queued }) => state === 'online' && queued === 0)
  expect(status.refused).toBe(0)
  expect(desk.log.filter(({ event }) => event === 'checksum_differs')).toEqual([])
  await desk.call('presence.set', { state: 'hung_up', reason: null })
  await desk.until('sync', {}, ({ state, queued }) => state === 'online' && queued === 0)
  const hits = await desk.call('search', { text: '起球', limit: 10 })
  expect(hits.some(({ excerpt }) => excerpt.includes('\u0001起球\u0002'))).toBe(true)
  await desk.desk.stop()

  const bytes = readdirSync(join(dir, 'a')).map(name => readFileSync(join(dir, 'a', name)))
  for (const text of ['起球', '长绒棉', '小雨']) expect(bytes.some(file => file.includes(Buffer.from(text)))).toBe(false)
}, 60_000)

test('three answers written without a network arrive once, in order, after a restart', async () => {
  const network = cuttable(fetchTransport(true))
  const before = new TestDesk(join(dir, 'b'), network)
  await signIn(before, 'ajie')
  await before.call('settings.save', { takeBackSec: 0 })
  await before.call('presence.set', { state: 'online', reason: null })
  await before.until('sync', {}, ({ state, queued }) => state === 'online' && queued === 0)
  const customer = await WebCustomer.start(api.url, '阿木')
  await customer.write('什么时候发货？')
  const lists = await before.until('conversations', {}, ({ waiting, queue }) => [...waiting, ...queue].some(({ name }) => name === '阿木'))
  const row = [...lists.waiting, ...lists.queue].find(({ name }) => name === '阿木')
  if (!row) throw new Error('no row')
  if (lists.queue.includes(row)) await before.call('conversation.take', { conversationId: row.id })
  await before.until('conversations', {}, ({ waiting }) => waiting.some(({ id }) => id === row.id))
  // Taking it is on its way until the server has said so.
  await before.until('sync', {}, ({ queued }) => queued === 0)
  network.cut = true
  for (const body of ['一', '二', '三']) {
    await before.call('message.send', { conversationId: row.id, body: `第${body}句`, kind: null, scriptId: null, attachmentIds: [], quoteId: null })
  }
  const offline = await before.until('sync', {}, ({ state, queued }) => state === 'offline' && queued === 3)
  expect(offline.reason).toBe('network')
  await before.desk.stop()

  const after = new TestDesk(join(dir, 'b'), network)
  expect(await after.code('session.signIn', { api: api.url, shop: api.shop, account: 'ajie', password: 'wrong', staySignedIn: false }))
    .toBe('wrong_password_offline')
  await signIn(after, 'ajie')
  await after.until('session', {}, ({ state, offline: away }) => state === 'ready' && away)
  const thread = await after.until('thread', { conversationId: row.id, limit: 50 }, value => value !== null)
  expect(thread?.items.filter(({ status }) => status === 'queued').map(({ body }) => body)).toEqual(['第一句', '第二句', '第三句'])
  network.cut = false
  await after.call('sync.now', {})
  await after.until('sync', {}, ({ state, queued }) => state === 'online' && queued === 0)
  const { messages } = await customer.state()
  expect(messages.filter(({ from }) => from === 'agent').map(({ body }) => body)).toEqual(['第一句', '第二句', '第三句'])
  await after.until('session', {}, ({ offline: away }) => !away)
  await after.desk.stop()
}, 60_000)
