import { expect, test } from 'vitest'
import { ServerClock } from './server-clock.ts'
import { VirtualClock } from './virtual-clock.ts'

test('takes the server to be in the middle of the round trip', async () => {
  const clock = new VirtualClock(1_000_000)
  const server = new ServerClock(clock, 0)
  const sentAt = clock.monotonic()
  await clock.advance(100)
  server.sample(5_000_050, sentAt)
  expect(server.now()).toBe(5_000_100)
  await clock.advance(1_000)
  expect(server.now()).toBe(5_001_100)
})

test('a worse round trip does not spoil a good one; after long it may', async () => {
  const clock = new VirtualClock()
  const server = new ServerClock(clock, 0)
  server.sample(7_000_000, clock.monotonic())
  const sentAt = clock.monotonic()
  await clock.advance(4_000)
  server.sample(9_000_000, sentAt)
  expect(server.now()).toBe(7_004_000)
  await clock.advance(3_600_000)
  const later = clock.monotonic()
  await clock.advance(200)
  server.sample(10_000_000, later)
  expect(server.now()).toBe(10_000_100)
})

test('sleep: monotonic time stopped, the gap of the wall clock counts', async () => {
  const clock = new VirtualClock()
  const server = new ServerClock(clock, 500)
  const before = server.now()
  await clock.advance(1_000)
  expect(server.checkSleep()).toBe(0)
  clock.jumpWall(3_600_000)
  expect(server.checkSleep()).toBe(3_600_000)
  expect(server.now()).toBe(before + 3_601_000)
})

test('I14: a wall clock set back by a day changes nothing while running', async () => {
  const clock = new VirtualClock()
  const server = new ServerClock(clock, 0)
  server.sample(50_000_000, clock.monotonic())
  clock.jumpWall(-86_400_000)
  expect(server.checkSleep()).toBe(0)
  await clock.advance(1_000)
  expect(server.now()).toBe(50_001_000)
})

test('I14: set forward by a day, the next round trip puts it right', async () => {
  const clock = new VirtualClock()
  const server = new ServerClock(clock, 0)
  server.sample(50_000_000, clock.monotonic())
  clock.jumpWall(86_400_000)
  server.checkSleep()
  const sentAt = clock.monotonic()
  await clock.advance(300)
  server.sample(50_000_150, sentAt)
  expect(server.now()).toBe(50_000_300)
})
