import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fetchTransport } from '../../core/edge/fetch-transport.ts'
import { startApi, type RunningApi } from './running-api.ts'
import { cuttable, TestDesk } from './test-desk.ts'
import { WebCustomer } from './web-customer.ts'

// The real core against the real API: a forgotten password loses nothing (the file's key comes back by the server's escrow).
let api: RunningApi
let dir: string
const password = 'shiftdesk-demo'
beforeAll(async () => {
  api = await startApi()
  dir = mkdtempSync(join(tmpdir(), 'shiftdesk-forgotten-'))
})
afterAll(async () => {
  await api?.stop()
  rmSync(dir, { recursive: true, force: true })
}, 90_000)

const signIn = (desk: TestDesk, account: string, word = password) =>
  desk.call('session.signIn', { api: api.url, shop: api.shop, account, password: word, staySignedIn: false })
const settled = (desk: TestDesk) => desk.until('sync', {}, ({ state, queued }) => state === 'online' && queued === 0, 30_000)

async function asSupervisor(path: string, method: string, body?: unknown): Promise<unknown> {
  const session = await post('/v1/auth/sign-in', { shop: api.shop, account: 'zhuguan', password, deviceId: null, deviceName: 'phone' }) as { accessToken: string }
  const response = await fetch(api.url + path, {
    method, headers: { authorization: `Bearer ${session.accessToken}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  expect(response.status).toBe(200)
  return response.json()
}
async function post(path: string, body: unknown): Promise<unknown> {
  return (await fetch(api.url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).json()
}
async function newCode(account: string): Promise<string> {
  const people = await asSupervisor('/v1/people', 'GET') as { id: string; account: string }[]
  const person = people.find(one => one.account === account)
  const { code } = await asSupervisor(`/v1/people/${person?.id ?? ''}/one-time-code`, 'POST', {}) as { code: string }
  return code
}
const redeem = (desk: TestDesk, account: string, code: string, newPassword: string) =>
  desk.code('session.redeemCode', { api: api.url, shop: api.shop, account, code, newPassword })

test('with a one-time code the desk opens by the new password: drafts, queue and the same device are still there', async () => {
  const network = cuttable(fetchTransport(true))
  const first = new TestDesk(join(dir, 'a'), network)
  await signIn(first, 'momo')
  await first.call('settings.save', { takeBackSec: 0 })
  await first.call('presence.set', { state: 'online', reason: null })
  await settled(first)
  const customer = await WebCustomer.start(api.url, '忘记密码')
  await customer.write('在吗？')
  const lists = await first.until('conversations', {}, ({ waiting, queue }) => [...waiting, ...queue].some(({ name }) => name === '忘记密码'))
  const id = [...lists.waiting, ...lists.queue].find(({ name }) => name === '忘记密码')?.id ?? ''
  if (lists.queue.some(row => row.id === id)) await first.call('conversation.take', { conversationId: id })
  await first.until('conversations', {}, ({ waiting }) => waiting.some(row => row.id === id))
  network.cut = true
  await first.call('message.send', { conversationId: id, body: '断网时写的', kind: null, scriptId: null, attachmentIds: [], quoteId: null })
  await first.call('draft.save', { conversationId: id, body: '写了一半' })
  await first.desk.stop()

  network.cut = false
  const second = new TestDesk(join(dir, 'a'), network)
  const code = await newCode('momo')
  expect(await redeem(second, 'momo', 'WRONG-CODE', 'a new password')).toBe('invalid_code')
  expect(await redeem(second, 'momo', code, 'short')).toBe('invalid')
  expect(await redeem(second, 'momo', code, 'a new password')).toBe('ok')
  expect((await second.call('draft.read', { conversationId: id })).body).toBe('写了一半')
  await settled(second)
  await expect.poll(async () => (await customer.state()).messages.filter(({ from }) => from === 'agent').map(({ body }) => body))
    .toEqual(['断网时写的'])
  await second.desk.stop()

  // The key is wrapped anew: the new password opens the file also offline, the old one no more.
  network.cut = true
  const third = new TestDesk(join(dir, 'a'), network)
  const offline = (word: string) => third.code('session.signIn', { api: api.url, shop: api.shop, account: 'momo', password: word, staySignedIn: false })
  expect(await offline(password)).toBe('wrong_password_offline')
  expect(await offline('a new password')).toBe('ok')
  await third.desk.stop()
}, 90_000)

test('a locked desk whose password is forgotten goes on by a code; a used code is worth nothing', async () => {
  const desk = new TestDesk(join(dir, 'b'))
  await signIn(desk, 'dapeng')
  await settled(desk)
  await desk.call('session.lock', {})
  const code = await newCode('dapeng')
  expect(await redeem(desk, 'dapeng', ` ${code.toLowerCase()} `, 'another password')).toBe('ok')
  await desk.until('session', {}, ({ state, needsSignIn }) => state === 'ready' && !needsSignIn)
  await settled(desk)
  expect(await redeem(desk, 'dapeng', code, 'a third password')).toBe('invalid_code')
  await desk.desk.stop()
}, 90_000)
