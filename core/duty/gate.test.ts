import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { conversation } from '../../db/test-file.ts'
import { readOutbox } from '../../db/local/outbox.ts'
import { OfflineDesk } from '../test-support.ts'
import { ANSWERED, person, presence, TEAM, waits } from '../test-shift.ts'

// The desk hears no server: everything here holds without a network.
let dir: string
let under: OfflineDesk
let now: number
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'shiftdesk-gate-'))
  under = new OfflineDesk(dir)
  expect(await under.signIn()).toBe('ok')
  now = under.open.serverClock.now()
  under.pulled([['team', TEAM], ['person', person('me')], ['presence', presence('me')]])
})
afterEach(async () => {
  await under.desk.stop()
  rmSync(dir, { recursive: true, force: true })
})

const set = (state: 'online' | 'meal' | 'away' | 'hung_up' | 'off_duty', reason: string | null = null) => under.code('presence.set', { state, reason })
const mine = () => under.value('shift', {}).mine
const outbox = () => readOutbox(under.open.file.read).map(({ name }) => name)
const leaving = () => under.value('leaving', { kind: 'meal' })

test('M4: nobody goes to the meal while a customer waits, nor while one is undecided; decided, the gate opens', async () => {
  under.pulled([['conversation', conversation('w', { timers: waits(now) })], ['conversation', conversation('q', { timers: ANSWERED })]])
  expect(leaving().items.map(({ row, kind }) => [row.id, kind])).toEqual([['w', 'fresh'], ['q', 'quiet']])
  expect(leaving().blocks).toEqual([{ conversationId: 'w', code: 'waiting' }, { conversationId: 'q', code: 'undecided' }])
  expect(await set('meal')).toBe('gate')
  // A decision does not answer a customer who waits.
  await under.call('leaving.decide', { conversationId: 'w', decision: 'wait' })
  await under.call('leaving.decide', { conversationId: 'q', decision: 'wait' })
  expect(await set('meal')).toBe('gate')
  under.pulled([['conversation', conversation('w', { timers: ANSWERED })]])
  expect(leaving().blocks).toEqual([])
  expect(await set('meal')).toBe('ok')
  expect(mine()).toMatchObject({ state: 'meal', cause: 'agent' })
})

test('M3: hanging up is never refused; M10: leaving the seat needs a reason and the same gate', async () => {
  under.pulled([['conversation', conversation('w', { timers: waits(now) })]])
  expect(await set('hung_up')).toBe('ok')
  expect(await set('away', '取快递')).toBe('gate')
  under.left([['conversation', 'w']])
  expect(await set('away')).toBe('invalid')
  expect(await set('away', '取快递')).toBe('ok')
})

test('H5: off duty only with nothing open; nothing of a refused state leaves the desk', async () => {
  under.pulled([['conversation', conversation('q', { timers: ANSWERED })]])
  expect(await set('off_duty')).toBe('list_open')
  expect(outbox()).toEqual([])
  under.left([['conversation', 'q']])
  expect(await set('off_duty')).toBe('ok')
})

test('M4: what was decided outlives the engine, and is decided anew after the break', async () => {
  under.pulled([['conversation', conversation('q', { timers: ANSWERED })]])
  await under.call('leaving.decide', { conversationId: 'q', decision: 'wait' })
  await under.desk.stop()
  under = new OfflineDesk(dir, under.clock)
  under.transport.reachable = false
  expect(await under.signIn()).toBe('ok')
  expect(leaving().items[0]?.decision).toBe('wait')
  expect(await set('meal')).toBe('ok')
  expect(await set('online')).toBe('ok')
  expect(leaving().items[0]?.decision).toBeNull()
})

test('M4, M6: an offered transfer is a decision; a customer of two agents is not passed on, a running one asks for a reason', () => {
  under.pulled([
    ['person', person('li')], ['presence', presence('li')],
    ['conversation', conversation('f', { timers: waits(now) })], ['conversation', conversation('r', { timers: waits(now + 1, { fresh: false }) })],
    ['conversation', conversation('s', { timers: waits(now + 2), transferredFrom: ['li'] })],
  ])
  const item = (id: string) => leaving().items.find(({ row }) => row.id === id)
  expect(['f', 'r', 's'].map(id => item(id)?.transferRule)).toEqual([null, 'M4', 'M6'])
  expect(item('f')?.candidates).toMatchObject([{ personId: 'li', refused: null }])
  expect(item('s')?.candidates).toEqual([])
  under.pulled([['transfer', {
    id: 'x', conversationId: 'f', teamId: 't', customerName: '小雨', fromPersonId: 'me', target: { kind: 'agent', personId: 'li' }, note: '', reason: null,
    overruled: [], state: 'offered', offeredAtMs: now, expiresAtMs: now + 30_000, settledAtMs: null,
  } as { id: string }]])
  expect(item('f')?.decision).toBe('transfer')
})
