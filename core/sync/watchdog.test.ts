import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DiskFullError } from '../../db/errors.ts'
import type { SyncStatus } from '../../protocol/views.ts'
import { OfflineDesk } from '../test-support.ts'
import { VirtualClock } from '../time/virtual-clock.ts'
import { CertificateError, LoopbackOnlyError, NetworkError } from './errors.ts'
import { ScriptedServer, type Reply } from './test-server.ts'

// The watchdog: whatever goes wrong, the status says so, says why, and never "online".
let dir: string
let server: ScriptedServer
let under: OfflineDesk
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'shiftdesk-watchdog-'))
  const clock = new VirtualClock()
  server = new ScriptedServer(clock)
  under = new OfflineDesk(dir, clock, Object.assign(server, { reachable: true }))
  expect(await under.signIn()).toBe('ok')
  await clock.advance(1_000)
  expect(status()).toMatchObject({ state: 'online', reason: null })
})
afterEach(async () => {
  await under.desk.stop()
  rmSync(dir, { recursive: true, force: true })
})
const status = (): SyncStatus => under.value('sync', {})
const problem = (code: number, name: string): (() => Reply) => () => ({ status: code, body: { type: 'about:blank', title: name, status: code, code: name } })
const thrown = (error: Error) => (): Promise<Reply> => Promise.reject(error)
const write = () => under.call('presence.set', { state: 'online', reason: null })
/** Both ways of one loop, as long as nothing is written; a poll comes within a minute. */
const all = (reply: () => Reply | Promise<Reply>): void => {
  for (const route of ['pull', 'push', 'stream', 'refresh', 'snapshot'] as const) server.over.set(route, reply)
}

const PATHS: [string, () => unknown, Pick<SyncStatus, 'state' | 'reason'>][] = [
  ['no network', () => all(thrown(new NetworkError('away'))), { state: 'offline', reason: 'network' }],
  ['every answer 503', () => all(problem(503, 'unavailable')), { state: 'stuck', reason: 'server' }],
  ['a proxy\'s page instead of an answer', () => all(() => ({ status: 502, body: '<html>' })), { state: 'stuck', reason: 'server' }],
  ['200 with something else', () => all(() => ({ status: 200, body: '<html>' })), { state: 'stuck', reason: 'server' }],
  ['pulls fail, pushes go', () => server.over.set('pull', problem(500, 'internal')), { state: 'stuck', reason: 'server' }],
  ['pushes fail, pulls go', () => server.over.set('push', problem(500, 'internal')), { state: 'stuck', reason: 'server' }],
  ['a mutation the server does not know', () => server.over.set('push', problem(400, 'invalid')), { state: 'stuck', reason: 'server' }],
  ['401 that no renewal heals', () => all(problem(401, 'session_expired')), { state: 'offline', reason: 'session' }],
  ['a desk too old', () => all(problem(426, 'upgrade_required')), { state: 'upgrade', reason: 'server' }],
  ['an address elsewhere', () => all(thrown(new LoopbackOnlyError('x'))), { state: 'offline', reason: 'loopback_only' }],
  ['a certificate nobody trusts', () => all(thrown(new CertificateError('SELF_SIGNED', false))), { state: 'offline', reason: 'certificate' }],
  ['a certificate not valid at this time', () => all(thrown(new CertificateError('EXPIRED', true))), { state: 'offline', reason: 'clock' }],
  ['sums that differ after repairs', () => { server.sums = { 'agent:me': '7' } }, { state: 'stuck', reason: 'differs' }],
  ['a push that takes nothing', () => server.over.set('push', () => ({ status: 200, body: { lastMutationId: 0, results: [] } })), { state: 'stuck', reason: 'server' }],
]

test.each(PATHS)('%s', async (_, breakIt, expected) => {
  await write()
  await under.clock.advance(1_000)
  breakIt()
  under.desk.resume()
  await write()
  for (let second = 0; second < 100; second++) await under.clock.advance(1_000)
  const said = status()
  expect(said).toMatchObject(expected)
  // Not synced for N s.
  expect(under.open.serverClock.now() - (said.syncedAtMs ?? 0)).toBeGreaterThan(30_000)
})

test('a quiet shop is no trouble: with nothing to tell for minutes the desk stays online and says so every second', async () => {
  for (let second = 0; second < 300; second++) {
    await under.clock.advance(1_000)
    const { state, syncedAtMs } = status()
    expect(state, `after ${second} s`).toBe('online')
    expect(under.open.serverClock.now() - (syncedAtMs ?? 0)).toBeLessThanOrEqual(6_000)
  }
})

test('a full disk: said, nothing lost, the engine lives on, and all is well when there is room', async () => {
  const { file } = under.open
  const write0 = file.write.bind(file)
  file.write = () => { throw new DiskFullError('SQLITE_FULL') }
  expect(await under.code('presence.set', { state: 'online', reason: null })).toBe('disk_full')
  server.seq += 1
  under.desk.resume()
  for (let second = 0; second < 90; second++) await under.clock.advance(1_000)
  expect(status()).toMatchObject({ state: 'stuck', reason: 'disk_full' })
  file.write = write0
  await under.clock.advance(6_000)
  expect(status()).toMatchObject({ state: 'online', reason: null })
})

test('sums that differ: three repairs, then it says so and asks no more snapshots; the agent may ask for another try', async () => {
  server.sums = { 'agent:me': '7' }
  under.desk.resume()
  for (let second = 0; second < 600; second++) await under.clock.advance(1_000)
  expect(server.times('snapshot')).toHaveLength(4)
  expect(status()).toMatchObject({ state: 'stuck', reason: 'differs' })
  server.sums = {}
  await under.call('sync.now', {})
  await under.clock.advance(1_000)
  expect(status()).toMatchObject({ state: 'online', reason: null })
})
