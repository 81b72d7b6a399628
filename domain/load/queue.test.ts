import { expect, test } from 'vitest'
import { isQueueOver } from './queue.ts'

test.each([
  ['L1: not at the threshold', 10, {}, false],
  ['L1: over it', 11, {}, true],
  ['L1: the team sets it', 4, { queueAlertCount: 3 }, true],
])('%s', (_name, queued, given, over) => { expect(isQueueOver(queued, { given })).toBe(over) })
