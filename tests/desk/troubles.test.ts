import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fetchTransport } from '../../core/edge/fetch-transport.ts'
import { startApi, type RunningApi } from './running-api.ts'
import { cuttable, TestDesk } from './test-desk.ts'
import { WebCustomer } from './web-customer.ts'

// The real core against the real API: what goes wrong, and what must not be lost by it.
let api: RunningApi
let dir: string
const password = 'shiftdesk-demo'
beforeAll(async () => {
  api = await startApi()
  dir = mkdtempSync(join(tmpdir(), 'shiftdesk-troubles-'))
})
afterAll(async () => {
  await api?.stop()
  rmSync(dir, { recursive: true, force: true })
}, 90_000)

const settled = (desk: TestDesk) => desk.until('sync', {}, ({ state, queued }) => state === 'online' && queued === 0, 30_000)
const signIn = (desk: TestDesk, account: string, word = password) =>
  desk.call('session.signIn', { api: api.url, shop: api.shop, account, password: word, staySignedIn: false })

async function served(desk: TestDesk, nickname: string): Promise<{ customer: WebCustomer; id: string }> {
  await desk.call('settings.save', { takeBackSec: 0 })
  await desk.call('presence.set', { state: 'online', reason: null })
  await settled(desk)
  const customer = await WebCustomer.start(api.url, nickname)
  await customer.write('在吗？请问有货吗')
  const { waiting, queue } = await desk.until('conversations', {}, lists => [...lists.waiting, ...lists.queue].some(({ name }) => name === nickname))
  const row = [...waiting, ...queue].find(({ name }) => name === nickname)
  if (!row) throw new Error('no row')
  if (queue.includes(row)) await desk.call('conversation.take', { conversationId: row.id })
  await desk.until('conversations', {}, lists => lists.waiting.some(({ id }) => id === row.id))
  return { customer, id: row.id }
}
const say = (desk: TestDesk, conversationId: string, body: string, attachmentIds: string[] = []) =>
  desk.call('message.send', { conversationId, body, kind: null, scriptId: null, attachmentIds, quoteId: null })
const answers = async (customer: WebCustomer) => (await customer.state()).messages.filter(({ from }) => from === 'agent').map(({ body }) => body)

test('a desk file that came back from a backup takes a new device: what waits is not lost and nothing is doubled', async () => {
  const network = cuttable(fetchTransport(true))
  const first = new TestDesk(join(dir, 'a'), network)
  await signIn(first, 'xiaoan')
  const { customer, id } = await served(first, '备份')
  await say(first, id, '第一句')
  await settled(first)
  await first.desk.stop()
  cpSync(join(dir, 'a'), join(dir, 'backup'), { recursive: true })
  const second = new TestDesk(join(dir, 'a'), network)
  await signIn(second, 'xiaoan')
  await say(second, id, '第二句')
  await settled(second)
  await second.desk.stop()

  rmSync(join(dir, 'a'), { recursive: true })
  cpSync(join(dir, 'backup'), join(dir, 'a'), { recursive: true })
  network.cut = true
  const restored = new TestDesk(join(dir, 'a'), network)
  await signIn(restored, 'xiaoan')
  await say(restored, id, '第三句')
  network.cut = false
  await restored.call('sync.now', {})
  // Its session still holds, since the one after it was never refreshed; its ids are taken: it goes on as a new device.
  await settled(restored)
  expect(await answers(customer)).toEqual(['第一句', '第二句', '第三句'])
  const thread = await restored.until('thread', { conversationId: id, limit: 50 }, value => value?.items.every(({ position }) => position !== null) ?? false)
  expect(thread?.items.filter(({ author }) => author === 'agent').map(({ body }) => body)).toEqual(['第一句', '第二句', '第三句'])
  await restored.call('presence.set', { state: 'hung_up', reason: null })
  await settled(restored)
  await restored.desk.stop()
}, 90_000)

test('a picture goes up in chunks after the network was away, and comes down on another desk of the same agent', async () => {
  const network = cuttable(fetchTransport(true))
  const here = new TestDesk(join(dir, 'p'), network)
  await signIn(here, 'ajie')
  const { id } = await served(here, '看图')
  // A PNG's head and then noise: 700 KB are three chunks.
  const bytes = new Uint8Array(700_000).map((_, i) => (i * 31) % 251)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  network.cut = true
  const { attachmentId } = await here.call('attachment.add', { conversationId: id, name: 'a.png', mime: 'image/png', bytes, width: 10, height: 10 })
  await say(here, id, '请看图', [attachmentId])
  expect(await here.code('attachment.add', { conversationId: id, name: 'a.exe', mime: 'text/html', bytes, width: 1, height: 1 })).toBe('wrong_type')
  await here.until('sync', {}, ({ uploading, state }) => uploading === 1 && state === 'offline')
  network.cut = false
  await here.call('sync.now', {})
  await here.until('thread', { conversationId: id, limit: 50 }, value => value?.attachments.some(({ state }) => state === 'ready') ?? false, 30_000)
  const there = new TestDesk(join(dir, 'p2'))
  await signIn(there, 'ajie')
  await there.until('thread', { conversationId: id, limit: 50 }, value => value?.attachments.length === 1, 30_000)
  const loaded = await there.call('attachment.bytes', { attachmentId })
  expect(Buffer.from(loaded.bytes).equals(Buffer.from(bytes))).toBe(true)
  await there.desk.stop()
  await here.call('presence.set', { state: 'hung_up', reason: null })
  await settled(here)
  await here.desk.stop()
}, 90_000)

test('I13: a revoked device gets nothing more and wipes its file', async () => {
  const desk = new TestDesk(join(dir, 'r'))
  await signIn(desk, 'qiqi')
  await settled(desk)
  const session = await (await fetch(`${api.url}/v1/auth/sign-in`, {
    method: 'POST', headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ shop: api.shop, account: 'qiqi', password, deviceId: null, deviceName: 'another' }),
  })).json() as { accessToken: string; deviceId: string }
  const headers = { authorization: `Bearer ${session.accessToken}`, 'content-type': 'application/json' }
  const devices = await (await fetch(`${api.url}/v1/devices`, { headers })).json() as { id: string; name: string }[]
  const lost = devices.find(({ name }) => name === 'test desk')
  const revoked = await fetch(`${api.url}/v1/devices/${lost?.id ?? ''}/revoke`, { method: 'POST', headers, body: '{}' })
  expect(revoked.status).toBe(200)
  await desk.until('session', {}, ({ state, ended }) => state === 'signed_out' && ended === 'revoked', 30_000)
  expect(readdirSync(join(dir, 'r')).filter(name => !name.endsWith('.lock'))).toEqual([])
  await desk.desk.stop()
}, 90_000)

test('a wrong password, a second desk on the same file, and an address elsewhere each say what they are', async () => {
  const desk = new TestDesk(join(dir, 'w'))
  const input = { api: api.url, shop: api.shop, account: 'momo', password: 'wrong', staySignedIn: false }
  expect(await desk.code('session.signIn', input)).toBe('invalid_credentials')
  expect(await desk.code('session.signIn', { ...input, api: 'http://192.0.2.1:80' })).toBe('loopback_only')
  expect(await desk.code('session.signIn', { ...input, api: 'http://127.0.0.1:9' })).toBe('server_unreachable')
  await signIn(desk, 'momo')
  const other = new TestDesk(join(dir, 'w'))
  expect(await other.code('session.signIn', { ...input, password })).toBe('file_busy')
  await desk.desk.stop()
  await signIn(other, 'momo')
  await other.desk.stop()
}, 90_000)
