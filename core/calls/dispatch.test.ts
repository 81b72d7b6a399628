import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Clock } from '../../domain/ports.ts'
import type { DeskCalls } from '../../protocol/desk-api.ts'
import { DeskFailure } from '../failure.ts'
import { dispatch } from './dispatch.ts'

const unheard: unknown[] = []
const hear = (reason: unknown): void => { unheard.push(reason) }
beforeEach(() => { process.on('unhandledRejection', hear) })
afterEach(() => { process.off('unhandledRejection', hear) })

/** Sleeps for ever, until aborted. */
const clock: Clock = {
  now: () => 0,
  monotonic: () => 0,
  sleep: (_ms, signal) => new Promise((_, reject) => signal?.addEventListener('abort', () => { reject(signal.reason as Error) })),
}

it('a call that throws at once is answered, and its time limit ends with it', async () => {
  const calls = { 'session.lock': () => { throw new DeskFailure('not_signed_in') } } as unknown as DeskCalls
  const answer = await dispatch(calls, 'session.lock', {}, clock, () => undefined)
  await new Promise(resolve => setImmediate(resolve))
  expect(answer).toMatchObject({ ok: false, error: { code: 'not_signed_in' } })
  expect(unheard).toEqual([])
})
