import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readOutbox } from '../../db/local/outbox.ts'
import { conversation } from '../../db/test-file.ts'
import { OfflineDesk } from '../test-support.ts'
import { person, presence, TEAM, waits } from '../test-shift.ts'

let dir: string
let under: OfflineDesk
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'shiftdesk-idle-'))
  under = new OfflineDesk(dir)
  expect(await under.signIn()).toBe('ok')
  under.pulled([['team', TEAM], ['person', person('me')], ['presence', presence('me')]])
})
afterEach(async () => {
  await under.desk.stop()
  rmSync(dir, { recursive: true, force: true })
})

const mine = () => under.value('shift', {}).mine
const idle = (min: number, locked = false) => under.call('presence.idle', { idleSec: min * 60, locked })

test("M10: after the team's minutes an idle screen says away, though somebody waits; in use again it says online", async () => {
  under.pulled([['conversation', conversation('w', { timers: waits(1) })]])
  await idle(9)
  expect(mine()?.state).toBe('online')
  await idle(10)
  expect(mine()).toMatchObject({ state: 'away', reason: 'idle', cause: 'idle' })
  await idle(11)
  await idle(0)
  expect(mine()).toMatchObject({ state: 'online', cause: 'idle', reason: null })
  expect(readOutbox(under.open.file.read).map(({ args }) => (args as { state: string }).state)).toEqual(['away', 'online'])
})

test('M10: it touches no choice of the agent: not a break, not a hang-up, not a seat left with a reason', async () => {
  await under.call('presence.set', { state: 'away', reason: '取快递' })
  await idle(60)
  await idle(0)
  expect(mine()).toMatchObject({ state: 'away', cause: 'agent' })
  await under.call('presence.set', { state: 'hung_up', reason: null })
  await idle(60)
  expect(mine()?.state).toBe('hung_up')
})

test('M10: a moved mouse behind a locked screen, or a locked desk, brings nobody online', async () => {
  await idle(12, true)
  expect(mine()).toMatchObject({ state: 'away', reason: 'locked' })
  await idle(0, true)
  expect(mine()?.state).toBe('away')
  await under.call('session.lock', {})
  under.desk.idle({ idleSec: 0, locked: false })
  await under.call('session.unlock', { password: 'secret' })
  expect(mine()?.state).toBe('away')
  under.desk.idle({ idleSec: 0, locked: false })
  expect(mine()?.state).toBe('online')
})
