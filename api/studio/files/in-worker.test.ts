import { afterAll, expect, test } from 'vitest'
import { systemClock } from '../../edge/clock.ts'
import { endThreads, inWorker } from './in-worker.ts'

afterAll(endThreads)

test('a thread that is kept reads one file after the other', async () => {
  for (const [text, code] of [['a,b\n1,2', 'wrong_columns'], ['', 'empty_file'], ['a,b\n1,2', 'wrong_columns']] as const) {
    const { faults } = await inWorker<'roster'>(systemClock, { kind: 'roster', bytes: Buffer.from(text).toString('base64'), people: [], timeZone: 'Asia/Shanghai' })
    expect(faults.map((fault) => fault.code)).toEqual([code])
    // Until the thread has said that it is free.
    await systemClock.sleep(50)
  }
})
