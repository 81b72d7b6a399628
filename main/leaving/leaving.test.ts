import { expect, test } from 'vitest'
import { createLeaving, type LeaveChoice } from './leaving.ts'

function shell(choice: LeaveChoice) {
  const log: string[] = []
  const leaving = createLeaving({
    ask: async held => {
      log.push(`asked ${held}`)
      return choice
    },
    handOver: () => { log.push('list') }, quit: () => { log.push('quit') }, failed: () => { log.push('failed') },
  })
  return { leaving, log, settled: async () => { for (let turn = 0; turn < 5; turn++) await Promise.resolve() } }
}

test('H5: with nothing to hand over the program closes unasked', () => {
  const { leaving, log } = shell('stay')
  expect(leaving.mayClose(true)).toBe(true)
  leaving.leave()
  expect(log).toEqual(['quit'])
})

test.each([['hand_over', 'list'], ['quit', 'quit'], ['stay', null]] as const)('H5: the last window with customers asks, and %s is done', async (choice, done) => {
  const { leaving, log, settled } = shell(choice)
  leaving.holds(3)
  expect(leaving.mayClose(false)).toBe(true)
  expect(leaving.mayClose(true)).toBe(false)
  // Closed again meanwhile: one question, not two.
  expect(leaving.mayClose(true)).toBe(false)
  await settled()
  expect(log).toEqual(['asked 3', ...done === null ? [] : [done]])
})

test('a system that shuts down is not held up, nor is a program without its core', () => {
  const { leaving, log } = shell('stay')
  leaving.holds(3)
  leaving.ends()
  expect(leaving.mayClose(true)).toBe(true)
  const other = shell('stay')
  other.leaving.holds(2)
  other.leaving.holds(0)
  expect(other.leaving.mayClose(true)).toBe(true)
  expect([...log, ...other.log]).toEqual([])
})
