import { expect, test } from 'vitest'
import { FirstLook } from './first-look.ts'
import { VirtualClock } from './time/virtual-clock.ts'

/** @returns whether the rest may begin, after each of these waits */
async function begun(look: FirstLook, clock: VirtualClock, waitsMs: readonly number[]): Promise<boolean[]> {
  let over = false
  void look.over().then(() => { over = true })
  const seen: boolean[] = []
  for (const ms of waitsMs) {
    await clock.advance(ms)
    seen.push(over)
  }
  return seen
}

test('what is left begins when the window has drawn the list it got', async () => {
  const clock = new VirtualClock()
  const look = new FirstLook(clock)
  look.given()
  look.given()
  expect(await begun(look, clock, [149, 1])).toEqual([false, true])
})

test('a desk without a window does not wait for one', async () => {
  const clock = new VirtualClock()
  expect(await begun(new FirstLook(clock), clock, [1_499, 1])).toEqual([false, true])
})
