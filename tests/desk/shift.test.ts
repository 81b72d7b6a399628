import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fetchTransport } from '../../core/edge/fetch-transport.ts'
import type { PresenceState } from '../../domain/entities/people.ts'
import { startApi, type RunningApi } from './running-api.ts'
import { cuttable, TestDesk } from './test-desk.ts'
import { WebCustomer } from './web-customer.ts'

// An agent, a colleague and a supervisor: three real cores against the real API. What one does with the shift the others see, and a cut network
// loses nothing and does nothing twice.
let api: RunningApi
let dir: string
const network = cuttable(fetchTransport(true))
let an: TestDesk
let jie: TestDesk
let boss: TestDesk
let team: string

const SOON_MS = 10_000
const idOf = async (desk: TestDesk): Promise<string> => (await desk.until('session', {}, ({ me }) => me !== null)).me?.personId ?? ''
const settled = (desk: TestDesk) => desk.until('sync', {}, ({ state, queued }) => state === 'online' && queued === 0, 30_000)
const mine = async (desk: TestDesk, name: string) => {
  const { waiting, running } = await desk.until('conversations', {}, lists => [...lists.waiting, ...lists.running].some(row => row.name === name), SOON_MS)
  return [...waiting, ...running].find(row => row.name === name)
}
const notMine = (desk: TestDesk, name: string) =>
  desk.until('conversations', {}, lists => ![...lists.waiting, ...lists.running].some(row => row.name === name), SOON_MS)

async function set(desk: TestDesk, state: PresenceState): Promise<void> {
  await desk.call('presence.set', { state, reason: null })
  await settled(desk)
}

/** A customer who comes to the one agent that takes new ones. */
async function comes(name: string): Promise<{ customer: WebCustomer; id: string }> {
  const customer = await WebCustomer.start(api.url, name)
  await customer.write('在吗？这件有货吗')
  return { customer, id: (await mine(an, name))?.id ?? '' }
}

beforeAll(async () => {
  api = await startApi()
  dir = mkdtempSync(join(tmpdir(), 'shiftdesk-shift-'))
  an = new TestDesk(join(dir, 'an'), network)
  jie = new TestDesk(join(dir, 'jie'))
  boss = new TestDesk(join(dir, 'boss'))
  for (const [desk, account] of [[an, 'xiaoan'], [jie, 'ajie'], [boss, 'zhuguan']] as const) {
    await desk.call('session.signIn', { api: api.url, shop: api.shop, account, password: 'shiftdesk-demo', staySignedIn: false })
    await settled(desk)
    await desk.call('settings.save', { takeBackSec: 0 })
    await set(desk, desk === an ? 'online' : 'hung_up')
  }
  team = (await an.until('session', {}, ({ me }) => me !== null)).me?.teamIds[0] ?? ''
}, 120_000)

afterAll(async () => {
  for (const desk of [an, jie, boss]) await desk?.desk.stop()
  await api?.stop()
  rmSync(dir, { recursive: true, force: true })
}, 90_000)

test('M5, M8: to who has hung up nothing goes; online it is offered with a line, stays with the sender, and is theirs with a yes', async () => {
  const { customer, id } = await comes('要转接的')
  const target = { kind: 'agent' as const, personId: await idOf(jie) }
  const refusedBefore = (await an.until('inbox', {}, () => true)).length
  await an.call('transfer.offer', { conversationId: id, target, note: '问蓝色', line: null, reason: null, overrule: false })
  await an.until('inbox', {}, items => items.length > refusedBefore && items[0]?.code === 'M5', SOON_MS)

  await set(jie, 'online')
  await an.until('team', {}, ({ people }) => people.some(one => one.id === target.personId && one.presence?.state === 'online'), SOON_MS)
  expect((await an.call('transfer.candidates', { conversationId: id })).candidates).toContainEqual(expect.objectContaining({ personId: target.personId, refused: null }))
  await an.call('transfer.offer', { conversationId: id, target, note: '问蓝色', line: null, reason: null, overrule: false })
  const [offer] = (await jie.until('transfers', {}, ({ incoming }) => incoming.length > 0, SOON_MS)).incoming
  expect(offer).toMatchObject({ conversationId: id, note: '问蓝色', fromName: '小安' })
  expect((await mine(an, '要转接的'))?.id).toBe(id)
  await jie.call('transfer.answer', { transferId: offer?.id ?? '', accept: true })
  expect(await mine(jie, '要转接的')).toMatchObject({ id, agentsBefore: 1 })
  await notMine(an, '要转接的')
  expect((await customer.state()).messages.some(({ from }) => from === 'agent')).toBe(true)

  const thread = await jie.until('thread', { conversationId: id, limit: 50 }, found => found?.holders.length === 2, SOON_MS)
  expect(thread?.holders.map(({ name, toMs }) => [name, toMs === null])).toEqual([['小安', false], ['阿杰', true]])
  const view = await jie.until('leaving', { kind: 'meal' }, ({ items }) => items.some(({ row }) => row.id === id))
  expect(view.items.find(({ row }) => row.id === id)?.transferRule).toBe('M6')
  await set(jie, 'hung_up')
}, 90_000)

test('M5: an offer that is declined returns to the sender', async () => {
  const { id } = await comes('没人接的')
  await set(jie, 'online')
  await an.until('team', {}, ({ people }) => people.some(one => one.name === '阿杰' && one.presence?.state === 'online'), SOON_MS)
  await an.call('transfer.offer', { conversationId: id, target: { kind: 'agent', personId: await idOf(jie) }, note: '', line: null, reason: null, overrule: false })
  const { incoming } = await jie.until('transfers', {}, ({ incoming }) => incoming.length === 1, SOON_MS)
  await jie.call('transfer.answer', { transferId: incoming[0]?.id ?? '', accept: false })
  await an.until('transfers', {}, ({ outgoing }) => outgoing.length === 0, SOON_MS)
  expect(await mine(an, '没人接的')).toMatchObject({ id, agentsBefore: 0 })
  await set(jie, 'hung_up')
}, 120_000)

test('L1: the wall comes once a second to a supervisor, and to nobody else; who looks on sees and is seen', async () => {
  const first = await boss.until('wall', { teamId: team }, wall => wall?.people.some(one => one.name === '小安' && one.open > 0) ?? false, SOON_MS)
  const next = await boss.until('wall', { teamId: team }, wall => (wall?.atMs ?? 0) > (first?.atMs ?? 0), SOON_MS)
  expect(next?.teamId).toBe(team)
  await expect(an.until('wall', { teamId: team }, wall => wall !== null, 2_000)).rejects.toThrow('did not come')

  const id = (await mine(an, '没人接的'))?.id ?? ''
  await boss.call('conversation.watch', { conversationId: id, on: true })
  const watched = await boss.until('thread', { conversationId: id, limit: 50 }, thread => (thread?.items.length ?? 0) > 0, SOON_MS)
  expect(watched?.watching).toBe(true)
  await notMine(boss, '没人接的')
  await boss.call('viewing.notice', { conversationId: id })
  await an.until('thread', { conversationId: id, limit: 50 }, thread => thread?.others.some(({ doing }) => doing === 'viewing') ?? false, SOON_MS)
  await an.call('typing.notice', { conversationId: id })
  await boss.until('thread', { conversationId: id, limit: 50 }, thread => thread?.others.some(({ doing }) => doing === 'typing') ?? false, SOON_MS)
  await boss.call('conversation.watch', { conversationId: id, on: false })
}, 60_000)

test('M4, H5: without a network the gate holds: nobody leaves while a customer waits, nobody is off duty with one', async () => {
  network.cut = true
  expect(await an.code('presence.set', { state: 'meal', reason: null })).toBe('gate')
  expect(await an.code('presence.set', { state: 'off_duty', reason: null })).toBe('list_open')
  expect(await an.code('session.signOut', { force: false, remove: false })).toBe('list_open')
  network.cut = false
  await settled(an)
})

test('H2, H3, H5, T6: a list written without a network waits; what a supervisor took meanwhile is not handed over, the rest is confirmed', async () => {
  const taken = await comes('主管接走的')
  const left = await mine(an, '没人接的')
  network.cut = true
  await an.call('handover.begin', { teamId: team, cause: 'shift_end', toPersonId: await idOf(jie), items: [{ conversationId: left?.id ?? '', note: '等回复' }], line: null })
  const listed = await an.until('handovers', {}, ({ given }) => given.length > 0)
  expect(listed.given[0]?.items.map(({ conversationId }) => conversationId)).toEqual(expect.arrayContaining([left?.id, taken.id]))
  await boss.call('conversation.takeOver', { conversationId: taken.id, reason: '客诉' })
  expect((await mine(boss, '主管接走的'))?.id).toBe(taken.id)

  network.cut = false
  an.desk.resume()
  const received = (await jie.until('handovers', {}, found => found.received.length > 0, 30_000)).received[0]
  expect(received?.items.some(({ conversationId }) => conversationId === taken.id)).toBe(false)
  const item = received?.items.find(({ conversationId }) => conversationId === left?.id)
  expect(item).toMatchObject({ note: '等回复', state: 'listed' })
  for (const one of received?.items ?? []) await jie.call('handover.confirm', { itemId: one.id })
  expect((await mine(jie, '没人接的'))?.id).toBe(left?.id)
  const confirmed = await jie.until('handovers', {}, found => found.received.some(one => one.items.some(({ id, contact }) => id === item?.id && contact !== null)), SOON_MS)
  expect(confirmed.received).toHaveLength(1)
  await jie.call('message.send', { conversationId: left?.id ?? '', body: '您好，我是阿杰，接着为您服务，蓝色有货', kind: null, scriptId: null, attachmentIds: [], quoteId: null })
  await jie.until('handovers', {}, found => found.received.every(one => one.items.every(({ contact }) => contact === null)), SOON_MS)
  await notMine(an, '没人接的')
  expect((await mine(boss, '主管接走的'))?.id).toBe(taken.id)
}, 120_000)
