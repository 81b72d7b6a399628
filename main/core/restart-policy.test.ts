import { expect, test } from 'vitest'
import { createRestartPolicy } from './restart-policy.ts'

test('waits longer with each crash of a minute and gives up at the sixth', () => {
  const policy = createRestartPolicy()
  expect([0, 1, 2, 3, 4].map(second => policy.crashed(second * 1_000))).toEqual([200, 400, 800, 1_600, 3_200])
  expect(policy.crashed(5_000)).toBe('give_up')
})

test('a crash a minute later starts anew', () => {
  const policy = createRestartPolicy()
  for (let second = 0; second < 5; second++) policy.crashed(second * 1_000)
  expect(policy.crashed(65_000)).toBe(200)
})

test('a start that was asked for forgets the past', () => {
  const policy = createRestartPolicy()
  for (let crash = 0; crash < 6; crash++) policy.crashed(crash)
  policy.reset()
  expect(policy.crashed(7)).toBe(200)
})
