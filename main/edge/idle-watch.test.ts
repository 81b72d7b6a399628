import { expect, test } from 'vitest'
import { watchIdle } from './idle-watch.ts'

test('M10: tells every 15 s for how long the machine stands idle, and at once when its screen is locked or unlocked', async () => {
  const told: unknown[] = []
  const sleeps: { ms: number; wake: () => void }[] = []
  let idle = 3.7
  const watch = watchIdle(() => idle, { sleep: ms => new Promise<void>(resolve => { sleeps.push({ ms, wake: resolve }) }) }, report => { told.push(report) })
  expect(sleeps.map(({ ms }) => ms)).toEqual([15_000])
  sleeps.shift()?.wake()
  await Promise.resolve()
  await Promise.resolve()
  idle = 700
  watch.locked(true)
  watch.locked(false)
  expect(told).toEqual([{ idleSec: 3, locked: false }, { idleSec: 700, locked: true }, { idleSec: 700, locked: false }])
  expect(sleeps).toHaveLength(1)
})
