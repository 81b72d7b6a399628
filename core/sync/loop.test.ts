import { expect, test } from 'vitest'
import { VirtualClock } from '../time/virtual-clock.ts'
import { backoffMs, Loop } from './loop.ts'

test('back-off: full jitter below 0.5, 1, 2, 4, 5 s; Retry-After is the floor', () => {
  expect([1, 2, 3, 4, 5, 9].map(failures => backoffMs(failures, () => 1))).toEqual([500, 1_000, 2_000, 4_000, 5_000, 5_000])
  expect(backoffMs(3, () => 0)).toBe(0)
  expect(backoffMs(1, () => 0.5, 7_000)).toBe(7_000)
})

function loop(step: () => Promise<number | null>, failed: (error: unknown) => number | null = () => 0) {
  const clock = new VirtualClock()
  return { clock, loop: new Loop({ clock, random: () => 1, step, failed }) }
}

test('waits as long as a turn says; kicks during a turn make one more turn, not many', async () => {
  let turns = 0
  let finish: () => void = () => undefined
  const { clock, loop: under } = loop(async () => {
    turns += 1
    if (turns === 2) await new Promise<void>(resolve => { finish = resolve })
    return 1_000
  })
  under.start()
  await clock.advance(500)
  expect(turns).toBe(1)
  await clock.advance(500)
  expect(turns).toBe(2)
  under.kick()
  under.kick()
  under.kick()
  finish()
  await clock.advance(0)
  expect(turns).toBe(3)
  await under.stop()
})

test('after a failure it tries again with back-off; a kick comes at once', async () => {
  const at: number[] = []
  const { clock, loop: under } = loop(async () => {
    at.push(clock.monotonic())
    throw new RangeError('no')
  })
  under.start()
  await clock.advance(3_500)
  expect(at).toEqual([0, 500, 1_500, 3_500])
  under.kick(true)
  await clock.advance(0)
  expect(at.at(-1)).toBe(3_500)
  expect(at).toHaveLength(5)
  await under.stop()
})

test('ends when a failure says so, and can be started again', async () => {
  let turns = 0
  const { clock, loop: under } = loop(async () => {
    turns += 1
    throw new RangeError('no')
  }, () => null)
  under.start()
  await clock.advance(60_000)
  expect(turns).toBe(1)
  under.start()
  await clock.advance(0)
  expect(turns).toBe(2)
})
