import { afterAll, expect, test } from 'vitest'
import { systemClock } from '../../edge/clock.ts'
import { endThreads, inWorker } from './in-worker.ts'

afterAll(endThreads)

test('a thread that is kept reads one file after the other', async () => {
  // More than there are threads at a time: who waits gets one that has read a file before.
  const files = ['a,b\n1,2', '', 'a,b\n1,2', '', 'a,b\n1,2', '']
  const read = await Promise.all(files.map((text) => inWorker<'roster'>(
    systemClock, { kind: 'roster', bytes: Buffer.from(text).toString('base64'), people: [], timeZone: 'Asia/Shanghai' })))
  expect(read.map(({ faults }) => faults[0]?.code)).toEqual(files.map((text) => (text === '' ? 'empty_file' : 'wrong_columns')))
})
