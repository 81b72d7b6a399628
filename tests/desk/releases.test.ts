import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fetchTransport } from '../../core/edge/fetch-transport.ts'
import { systemClock } from '../../core/edge/system-clock.ts'
import { systemIds } from '../../core/edge/system-ids.ts'
import { EVERYBODY, type ScriptContent } from '../../domain/entities/script.ts'
import type { Clock } from '../../domain/ports.ts'
import type { StudioAsk, StudioInput, StudioOutput } from '../../protocol/studio.ts'
import { startApi, type RunningApi } from './running-api.ts'
import { cuttable, TestDesk } from './test-desk.ts'

// A supervisor's desk and three agents' desks, all real cores against the real API: what is published is on every desk, is taken back
// from every desk, and the board says so.
const AGENTS = ['xiaoan', 'xiaolin', 'ajie'] as const
let api: RunningApi
let dir: string
let supervisor: TestDesk
const agents: TestDesk[] = []
const networks = AGENTS.map(() => cuttable(fetchTransport(true)))

/** The last desk's clock goes ahead when it is told to. */
let aheadMs = 0
const leaping: Clock = { ...systemClock, now: () => systemClock.now() + aheadMs, monotonic: () => systemClock.monotonic() + aheadMs }

const HOUR_MS = 3_600_000
const content = (code: string, body: string, more: Partial<ScriptContent> = {}): ScriptContent => ({
  code, stage: 'care', scene: null, title: `云朵新话术${code}`, body, language: 'zh', tags: [], twinOf: null, validFromMs: null, validToMs: null,
  campaign: null, audience: EVERYBODY, pictureIds: [], ownerId: null, reviewAtMs: null, ...more,
})
const signIn = (desk: TestDesk, account: string) =>
  desk.call('session.signIn', { api: api.url, shop: api.shop, account, password: 'shiftdesk-demo', staySignedIn: false })
const settled = (desk: TestDesk) => desk.until('sync', {}, ({ state, queued }) => state === 'online' && queued === 0, 30_000)
const ask = async <N extends StudioAsk>(name: N, body: StudioInput<N>) => await supervisor.call('studio.ask', { name, body }) as StudioOutput<N>

/** @returns ids of a draft that is at the server */
async function draft(scriptId: string | null, baseVersion: number, written: ScriptContent | null): Promise<{ draftId: string; targetId: string }> {
  const made = await supervisor.call('studio.draftPut', {
    draftId: null, kind: 'script', targetId: scriptId, baseVersion, action: written ? 'put' : 'retire', content: written ?? {},
  })
  await supervisor.until('studio', { kind: 'script' }, ({ items }) => items.some(({ drafts }) => drafts.some(({ id, pending }) => id === made.draftId && !pending)))
  return made
}
async function publish(title: string, draftIds: string[], more: Partial<StudioInput<'release.publish'>> = {}): Promise<string> {
  const out = await ask('release.publish', { id: systemIds.next(), title, note: '', mustRead: false, teamIds: [], draftIds, publishAtMs: null, ...more })
  if (out.outcome !== 'released') throw new Error(out.outcome)
  return out.release.id
}
const told = (desk: TestDesk, releaseId: string) => desk.until('briefing', {}, ({ recent }) => recent.some(({ id }) => id === releaseId))
async function bodies(desk: TestDesk, text: string): Promise<string[]> {
  const { hits } = await desk.call('palette.search', { text, tab: 'scripts', conversationId: null, stage: null, scene: null, limit: 20 })
  return hits.filter(({ title }) => title.startsWith('云朵新话术')).map(({ text }) => text)
}
async function board(id: string): Promise<Record<string, string>> {
  const { desks } = await ask('release.board', { id })
  return Object.fromEntries(desks.map(({ personName, state }) => [personName, state]))
}
const names: string[] = []
/** Asks the board until every one of these desks stands so. */
async function boardSays(id: string, states: readonly string[]): Promise<void> {
  await expect.poll(async () => {
    const said = await board(id)
    return names.map(name => said[name])
  }, { timeout: 10_000, interval: 100 }).toEqual(states)
}

beforeAll(async () => {
  api = await startApi()
  dir = mkdtempSync(join(tmpdir(), 'shiftdesk-releases-'))
  supervisor = new TestDesk(join(dir, 'zhuguan'))
  await signIn(supervisor, 'zhuguan')
  for (const [n, account] of AGENTS.entries()) {
    const desk = new TestDesk(join(dir, account), networks[n], n === 2 ? leaping : systemClock)
    agents.push(desk)
    await signIn(desk, account)
    names.push((await desk.until('session', {}, session => session.state === 'ready')).me?.name ?? '')
  }
  await Promise.all([supervisor, ...agents].map(settled))
  await ask('settings.write', { reviewRequired: false })
}, 90_000)

afterAll(async () => {
  await Promise.all([supervisor, ...agents].map(desk => desk?.desk.stop()))
  await api?.stop()
  rmSync(dir, { recursive: true, force: true })
}, 90_000)

test('published: on every desk, found by its initials; one offline has it when it comes back; taken back, it is gone everywhere', async () => {
  const [, , away] = agents as [TestDesk, TestDesk, TestDesk]
  networks[2]!.cut = true
  const { draftId, targetId } = await draft(null, 0, content('ydx1', '新的退款说明'))
  const releaseId = await publish('退款', [draftId])
  await Promise.all(agents.slice(0, 2).map(desk => told(desk, releaseId)))
  for (const desk of agents.slice(0, 2)) expect(await bodies(desk, 'tksm')).toEqual(['新的退款说明'])
  expect(await bodies(away, 'tksm')).toEqual([])
  await boardSays(releaseId, ['has', 'has', 'behind'])
  networks[2]!.cut = false
  await away.call('sync.now', {})
  await told(away, releaseId)
  expect(await bodies(away, 'tksm')).toEqual(['新的退款说明'])
  await boardSays(releaseId, ['has', 'has', 'has'])

  const second = await publish('改一下', [(await draft(targetId, 1, content('ydx1', '新的退款说明，更短'))).draftId])
  await Promise.all(agents.map(desk => told(desk, second)))
  for (const desk of agents) expect(await bodies(desk, 'tksm')).toEqual(['新的退款说明，更短'])
  const { release, changedSince } = await ask('release.undo', { id: systemIds.next(), releaseId: second })
  expect(changedSince).toEqual([])
  await Promise.all(agents.map(desk => told(desk, release.id)))
  for (const desk of agents) expect(await bodies(desk, 'tksm')).toEqual(['新的退款说明'])
  const gone = await publish('下线', [(await draft(targetId, 3, null)).draftId])
  await Promise.all(agents.map(desk => told(desk, gone)))
  for (const desk of agents) expect(await bodies(desk, 'tksm')).toEqual([])
}, 60_000)

test('must read: the desk shows it until it is confirmed, also when that was done offline', async () => {
  const [agent] = agents as [TestDesk]
  const id = await publish('今晚盘点', [], { note: '20:00 起', mustRead: true })
  await agent.until('briefing', {}, ({ unread }) => unread.some(release => release.id === id))
  networks[0]!.cut = true
  await agent.call('release.read', { releaseId: id })
  await agent.until('briefing', {}, ({ unread }) => unread.every(release => release.id !== id))
  expect((await ask('release.board', { id })).read).toEqual([])
  networks[0]!.cut = false
  await agent.call('sync.now', {})
  await expect.poll(async () => (await ask('release.board', { id })).read.length, { timeout: 10_000, interval: 100 }).toBe(1)
  expect((await ask('release.board', { id })).notRead.map(({ name }) => name)).not.toContain(names[0])
}, 30_000)

test('S3: a scheduled release is out at its time', async () => {
  const { draftId } = await draft(null, 0, content('ydx2', '定时上线的说明'))
  const id = await publish('定时', [draftId], { publishAtMs: systemClock.now() + 1_000 })
  expect(await bodies(agents[0]!, 'dssx')).toEqual([])
  await told(agents[0]!, id)
  expect(await bodies(agents[0]!, 'dssx')).toEqual(['定时上线的说明'])
}, 30_000)

test('S3: campaign scripts come and go by their dates, also on a desk that is offline', async () => {
  const desk = agents[2]!
  const nowMs = systemClock.now()
  const drafts = [
    await draft(null, 0, content('ydx3', '活动进行中满减', { validFromMs: null, validToMs: nowMs + HOUR_MS, campaign: '满减' })),
    await draft(null, 0, content('ydx4', '活动返场满减', { validFromMs: nowMs + 2 * HOUR_MS, validToMs: nowMs + 3 * HOUR_MS, campaign: '返场' })),
  ]
  await told(desk, await publish('活动', drafts.map(({ draftId }) => draftId)))
  expect(await bodies(desk, '满减')).toEqual(['活动进行中满减'])
  networks[2]!.cut = true
  aheadMs = HOUR_MS + 60_000
  expect(await bodies(desk, '满减')).toEqual([])
  aheadMs = 2 * HOUR_MS + 60_000
  expect(await bodies(desk, '满减')).toEqual(['活动返场满减'])
  aheadMs = 3 * HOUR_MS + 60_000
  expect(await bodies(desk, '满减')).toEqual([])
}, 30_000)
