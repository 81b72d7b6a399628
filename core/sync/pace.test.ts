import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hash64 } from '../../protocol/hash64.ts'
import { OfflineDesk } from '../test-support.ts'
import { VirtualClock } from '../time/virtual-clock.ts'
import { ScriptedServer, type Route } from './test-server.ts'

// When a desk asks: after a poke, after failures, while locked. OfflineDesk's random number is always 0.5.
let dir: string
let clock: VirtualClock
let server: ScriptedServer
let under: OfflineDesk
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'shiftdesk-pace-'))
  clock = new VirtualClock()
  server = new ScriptedServer(clock)
  under = new OfflineDesk(dir, clock, Object.assign(server, { reachable: true }))
  expect(await under.signIn()).toBe('ok')
  await clock.advance(1_000)
})
afterEach(async () => {
  await under.desk.stop()
  rmSync(dir, { recursive: true, force: true })
})
const busy = (headers: Record<string, string> = {}) => () => ({ status: 503, body: '<html>', headers })
/** When a route was asked since `from`, as milliseconds after it. */
const since = (route: Route, from: number): number[] => server.times(route).filter(at => at >= from).map(at => at - from)

test('a poke is followed at once; one that many desks get within its spread', async () => {
  const from = clock.monotonic()
  server.seq = 5
  server.poke({ seq: '5' })
  await clock.advance(2_000)
  expect(since('pull', from)).toEqual([0])
  const again = clock.monotonic()
  server.seq = 6
  server.poke({ seq: '6', spreadMs: 500 })
  await clock.advance(2_000)
  expect(since('pull', again)).toEqual([250])
})

test('a page with a release in it is told of once, at the head; another page is not', async () => {
  // The first snapshot is everything that was out.
  expect(server.times('applied')).toHaveLength(1)
  const release = {
    id: 'r1', kind: 'notice', title: '班会', note: '', mustRead: false, state: 'live', publishAtMs: 1, publishedAtMs: 1, authorId: 'p', undoes: null,
    teamIds: [], items: [], itemCount: 0,
  }
  const page = (seq: number, changes: unknown[], atHead: boolean) => ({
    epoch: 'e', cookie: `k${seq}`, atHead, headSeq: '9', changes, lastMutationId: atHead ? 0 : null, results: [],
    scopeSums: atHead ? { org: hash64('release', 'r1', '5').toString() } : null, serverNowMs: clock.now(),
  })
  const pages = [page(5, [{ op: 'put', scope: 'org', entity: 'release', id: 'r1', seq: '5', row: release }], false), page(9, [], true)]
  const bodies: unknown[] = []
  server.over.set('pull', () => ({ status: 200, body: pages.shift() ?? page(9, [], true) }))
  server.over.set('applied', request => {
    bodies.push(JSON.parse(String(request.body)))
    return { status: 503, body: '' }
  })
  server.seq = 9
  server.poke({ seq: '9' })
  await clock.advance(1_000)
  expect(bodies).toEqual([{ deviceId: 'd1', seq: '9' }])
  // Lost on its way: the cookie of the next pull says the same, nothing is sent again.
  await clock.advance(60_000)
  expect(bodies).toHaveLength(1)
  expect(server.times('pull').length).toBeGreaterThan(2)
})

test('Retry-After is the floor: nothing asks sooner, neither a poke nor a push that went well; the agent and a wake-up may', async () => {
  server.over.set('pull', busy({ 'retry-after': '20' }))
  const from = clock.monotonic()
  server.seq = 5
  server.poke({ seq: '5' })
  await clock.advance(1_000)
  server.poke({ seq: '6' })
  await under.call('presence.set', { state: 'online', reason: null })
  await clock.advance(18_000)
  expect(since('pull', from)).toEqual([0])
  await clock.advance(2_000)
  expect(since('pull', from)).toEqual([0, 20_000])
  under.desk.resume()
  await clock.advance(0)
  expect(since('pull', from)).toEqual([0, 20_000, 21_000])
})

test('a server that fails is asked every 2.5 s in the end; while locked every 30 s; the unlocked desk asks at once', async () => {
  for (const route of ['pull', 'stream'] as const) server.over.set(route, busy())
  under.desk.resume()
  await clock.advance(60_000)
  const open = clock.monotonic()
  await clock.advance(30_000)
  expect(since('pull', open).length).toBeGreaterThanOrEqual(11)
  under.desk.session.lock()
  await clock.advance(60_000)
  const locked = clock.monotonic()
  await clock.advance(300_000)
  expect(since('pull', locked).length).toBeLessThanOrEqual(11)
  const unlocked = clock.monotonic()
  expect(await under.code('session.unlock', { password: 'secret' })).toBe('ok')
  await clock.advance(0)
  expect(since('pull', unlocked)).toEqual([0])
})

test('signed out nothing is asked', async () => {
  expect(await under.code('session.signOut', { force: true, remove: false })).toBe('ok')
  const from = clock.monotonic()
  await clock.advance(600_000)
  expect(server.asked.filter(({ at }) => at > from)).toEqual([])
})
