import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { end, leftOver, markOf } from './left-over.ts'

test('a process that left its group is found by the mark of its run, and ended', async () => {
  const run = randomBytes(8).toString('hex')
  const child = spawn(process.execPath, ['-e', 'console.log("up"); setInterval(() => {}, 1000)'], {
    detached: true, stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, ...markOf(run) },
  })
  await once(child.stdout, 'data')
  expect(leftOver(run).map(({ pid }) => pid)).toEqual(process.platform === 'linux' ? [child.pid] : [])
  expect(leftOver(`${run}0`)).toEqual([])
  const gone = once(child, 'exit')
  end([child.pid ?? 0])
  await gone
  expect(leftOver(run)).toEqual([])
})
