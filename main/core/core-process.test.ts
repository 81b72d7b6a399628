import { expect, test } from 'vitest'
import type { MainToCore } from '../../protocol/shell.ts'
import { createCoreProcess } from './core-process.ts'
import type { Child } from './core-process.ts'

/** A child whose life the test leads. */
function fakeChild(pid: number) {
  const posted: MainToCore[] = []
  let message: (message: unknown) => void = () => undefined
  let exit: (code: number) => void = () => undefined
  let killed = false
  const on = (event: 'message' | 'exit', listener: ((message: unknown) => void) | ((code: number) => void)) => {
    if (event === 'message') message = listener as (message: unknown) => void
    else exit = listener
  }
  const child: Child = { pid, postMessage: one => { posted.push(one) }, kill: () => { killed = true; exit(9); return true }, on }
  return { child, posted, say: (one: unknown) => { message(one) }, exit: (code: number) => { exit(code) }, killed: () => killed }
}

function house() {
  const children: ReturnType<typeof fakeChild>[] = []
  const log: string[] = []
  const sleeps: { ms: number; wake: () => void }[] = []
  let nowMs = 0
  const clock = {
    now: () => nowMs,
    sleep: (ms: number) => new Promise<void>(resolve => { sleeps.push({ ms, wake: resolve }) }),
  }
  const core = createCoreProcess(() => {
    const next = fakeChild(children.length + 1)
    children.push(next)
    return next.child
  }, clock, {
    ready: () => { log.push('ready') },
    message: message => { log.push(message.type) },
    gone: () => { log.push('gone') },
    failed: ({ code }) => { log.push(`failed ${code}`) },
    log: () => undefined,
  })
  const wake = async () => {
    sleeps.shift()?.wake()
    await Promise.resolve()
    await Promise.resolve()
  }
  const last = () => {
    const child = children.at(-1)
    if (!child) throw new Error('no child was started')
    return child
  }
  return { core, children, log, sleeps, wake, last, pass: (ms: number) => { nowMs += ms } }
}

test('a crashed core is started again, and windows hear of both', async () => {
  const { core, children, log, wake, last } = house()
  core.start()
  last().say({ type: 'ready' })
  expect(core.isReady()).toBe(true)
  last().exit(1)
  expect(core.isReady()).toBe(false)
  await wake()
  expect(children).toHaveLength(2)
  last().say({ type: 'ready' })
  expect(log).toEqual(['ready', 'gone', 'ready'])
})

test('gives up at the sixth crash in a minute, with its last words, until asked', async () => {
  const { core, children, log, wake, last } = house()
  core.start()
  for (let crash = 0; crash < 5; crash++) {
    last().exit(1)
    await wake()
  }
  last().say({ type: 'fatal', code: 'native_module', detail: 'x' })
  last().exit(1)
  await wake()
  expect(children).toHaveLength(6)
  expect(log.at(-1)).toBe('failed native_module')
  expect(core.failure()).toEqual({ code: 'native_module', detail: 'x' })
  core.restart()
  expect(children).toHaveLength(7)
  expect(core.failure()).toBeNull()
})

test('what a dead core still says, and what nobody knows, is dropped', async () => {
  const { core, children, log, wake, last } = house()
  core.start()
  last().exit(1)
  await wake()
  children[0]?.say({ type: 'ready' })
  last().say({ type: 'badge', count: -1 })
  last().say('nonsense')
  expect(log).toEqual(['gone'])
  last().say({ type: 'badge', count: 2 })
  expect(log).toEqual(['gone', 'badge'])
})

test('stop asks, and kills after its limit; no new start follows', async () => {
  const { core, children, wake, last, sleeps } = house()
  core.start()
  let stopped = false
  const done = core.stop().then(() => { stopped = true })
  expect(last().posted).toEqual([{ type: 'shutdown' }])
  expect(sleeps[0]?.ms).toBe(5_000)
  expect(stopped).toBe(false)
  await wake()
  await done
  expect(last().killed()).toBe(true)
  expect(children).toHaveLength(1)
})
