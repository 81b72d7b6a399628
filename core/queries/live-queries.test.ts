import { expect, test } from 'vitest'
import { DeskFailure } from '../failure.ts'
import { VirtualClock } from '../time/virtual-clock.ts'
import { LiveQueries } from './live-queries.ts'

function liveQueries() {
  const clock = new VirtualClock()
  const runs: string[] = []
  let value = 0
  const queries = new LiveQueries(name => ({
    reads: new Set(name === 'team' ? ['person'] : ['conversation', 'outbox']),
    run: () => {
      runs.push(name)
      return value++
    },
  }), clock)
  const listener = { value: () => undefined, error: () => undefined }
  queries.subscribe('conversations', {}, listener)
  queries.subscribe('team', {}, listener)
  runs.length = 0
  return { clock, queries, runs }
}

test('a burst of writes makes one round at once and one after the rest, not one each; what was not written does not run', async () => {
  const { clock, queries, runs } = liveQueries()
  queries.touched(['conversation'])
  queries.touched(['outbox'])
  expect(runs).toEqual([])
  await clock.advance(0)
  expect(runs).toEqual(['conversations'])
  for (let n = 0; n < 15; n++) {
    queries.touched(['outbox'])
    await clock.advance(1)
  }
  expect(runs).toEqual(['conversations'])
  await clock.advance(1)
  expect(runs).toEqual(['conversations', 'conversations'])
  queries.touched(['person'])
  await clock.advance(16)
  expect(runs).toEqual(['conversations', 'conversations', 'team'])
})

test('a watch runs in the same rounds, once, and ends with them', async () => {
  const { clock, queries, runs } = liveQueries()
  queries.watch(new Set(['conversation', 'time']), () => runs.push('alert'))
  queries.touched(['conversation', 'time'])
  queries.touched(['time'])
  await clock.advance(0)
  expect(runs).toEqual(['conversations', 'alert'])
  queries.touched(['time'])
  queries.clear()
  await clock.advance(100)
  expect(runs).toEqual(['conversations', 'alert'])
})

test('the same value is not sent twice; an error and what comes after it are', async () => {
  const clock = new VirtualClock()
  let next: () => unknown = () => ({ tags: ['vip'] })
  const queries = new LiveQueries(() => ({ reads: new Set(['customer']), run: () => next() }), clock)
  const said: unknown[] = []
  queries.subscribe('conversations', {}, { value: value => said.push(value), error: ({ code }) => said.push(code) })
  const round = async (run: () => unknown) => {
    next = run
    queries.touched(['customer'])
    await clock.advance(20)
  }
  await round(() => ({ tags: ['vip'] }))
  await round(() => ({ tags: [] }))
  const fails = () => { throw new DeskFailure('not_signed_in') }
  await round(fails)
  await round(fails)
  await round(() => ({ tags: [] }))
  expect(said).toEqual([{ tags: ['vip'] }, { tags: [] }, 'not_signed_in', { tags: [] }])
})
