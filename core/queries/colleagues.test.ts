import { expect, test } from 'vitest'
import { VirtualClock } from '../time/virtual-clock.ts'
import { ColleagueNotices } from './colleagues.ts'

test('who looks on or writes is shown for five seconds after the last notice, and a change is told once', async () => {
  const clock = new VirtualClock()
  let changes = 0
  const notices = new ColleagueNotices(clock, () => { changes += 1 })
  notices.heard('c', 'li', 'viewing')
  notices.heard('c', 'li', 'viewing')
  expect([notices.of('c'), notices.of('d'), changes]).toEqual([[{ personId: 'li', doing: 'viewing' }], [], 1])
  await clock.advance(3_000)
  notices.heard('c', 'li', 'typing')
  expect([notices.of('c'), changes]).toEqual([[{ personId: 'li', doing: 'typing' }], 2])
  await clock.advance(3_000)
  notices.heard('c', 'li', 'viewing')
  notices.expire()
  expect(changes).toBe(2)
  await clock.advance(2_000)
  notices.expire()
  expect([notices.of('c'), changes]).toEqual([[{ personId: 'li', doing: 'viewing' }], 3])
  await clock.advance(5_000)
  notices.expire()
  notices.expire()
  expect([notices.of('c'), changes]).toEqual([[], 4])
})
