import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { conversation } from '../../db/test-file.ts'
import type { Attention } from './attention.ts'
import { OfflineDesk } from '../test-support.ts'
import { ANSWERED, person, presence, shift, TEAM } from '../test-shift.ts'

const MINUTE_MS = 60_000
let dir: string
let under: OfflineDesk
let now: number
let told: Attention | null
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'shiftdesk-summons-'))
  under = new OfflineDesk(dir)
  told = null
  under.desk.onAttention(attention => { told = attention })
  await under.desk.start()
  expect(await under.signIn()).toBe('ok')
  now = under.open.serverClock.now()
  under.pulled([['team', TEAM], ['person', person('me')], ['person', person('li', { name: '小李' })], ['presence', presence('me')]])
})
afterEach(async () => {
  await under.desk.stop()
  rmSync(dir, { recursive: true, force: true })
})

const calls = () => told?.summons.map(({ kind, name }) => [kind, name])

test('H1: ten minutes before the end of the shift the agent is called, without anything being written', async () => {
  under.pulled([['shift', shift('s', 'me', now - 60 * MINUTE_MS, now + 15 * MINUTE_MS, '2027-01-15')]])
  await under.clock.advance(4 * MINUTE_MS)
  expect(calls()).toEqual([])
  expect(under.value('shift', {}).prompt).toBeNull()
  await under.clock.advance(MINUTE_MS + 1_000)
  expect(calls()).toEqual([['shift_end', null]])
  expect(under.value('shift', {}).prompt).toEqual({ kind: 'shift_end', atMs: now + 15 * MINUTE_MS })
})

test('M3: the meal calls ten minutes before; M9: and who is late back is called, too', async () => {
  const batch = { fromMs: now + 11 * MINUTE_MS, toMs: now + 41 * MINUTE_MS, personIds: ['me'] }
  under.pulled([['meal_plan', { id: 't:2027-01-15:dinner', teamId: 't', date: '2027-01-15', meal: 'dinner', batches: [batch], decidedById: 'boss', decidedAtMs: now } as { id: string }]])
  await under.clock.advance(MINUTE_MS + 1_000)
  expect(calls()).toEqual([['meal', null]])
  await under.call('presence.set', { state: 'meal', reason: null, untilMs: now + 31 * MINUTE_MS })
  await under.clock.advance(1_000)
  expect(calls()).toEqual([])
  await under.clock.advance(30 * MINUTE_MS)
  expect(calls()).toEqual([['late_back', null]])
})

test('M5, L1: a transfer to answer and a call for help, by name, until they are answered', async () => {
  under.pulled([
    ['transfer', {
      id: 'x', conversationId: 'c', teamId: 't', customerName: '小雨', fromPersonId: 'li', target: { kind: 'agent', personId: 'me' }, note: '', reason: null,
      overruled: [], state: 'offered', offeredAtMs: now, expiresAtMs: now + 30_000, settledAtMs: null,
    } as { id: string }],
    ['notice', { id: 'n', personId: 'me', kind: 'help_call', params: { teamId: 't', byId: 'li' }, atMs: now, seenAtMs: null, answer: null } as { id: string }],
  ])
  await under.clock.advance(100)
  expect(calls()).toEqual([['transfer', '小雨'], ['help', '小李']])
  expect(under.value('notices', {})).toMatchObject([{ id: 'n', names: { li: '小李', t: '售前' } }])
  await under.call('transfer.answer', { transferId: 'x', accept: true })
  await under.call('notice.seen', { noticeId: 'n', answer: 'yes' })
  await under.clock.advance(100)
  expect(calls()).toEqual([])
  expect(under.value('shift', {}).mine).toMatchObject({ state: 'online', cause: 'help' })
})

test('H5: signing out with customers leads into the handover; handed over, forced or on another IM it does not', async () => {
  under.pulled([['conversation', conversation('q', { timers: ANSWERED })], ['conversation', conversation('im', { channelKind: 'companion', timers: ANSWERED })]])
  await under.clock.advance(100)
  expect(told?.holding).toBe(1)
  expect(await under.code('session.signOut', { force: false, remove: false })).toBe('list_open')
  await under.call('handover.begin', { teamId: 't', cause: 'shift_end', toPersonId: 'li', items: [], line: '' })
  await under.clock.advance(100)
  expect(told?.holding).toBe(0)
  expect(await under.code('session.signOut', { force: false, remove: false })).toBe('still_queued')
})
