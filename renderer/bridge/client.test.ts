import { afterEach, expect, test } from 'vitest'
import type { FromCore, ToCore } from '../../protocol/desk-api.ts'
import { createDeskClient } from './client.ts'
import type { Waits } from './client.ts'

const open: MessageChannel[] = []
afterEach(() => { for (const { port1, port2 } of open.splice(0)) { port1.close(); port2.close() } })

/** Time limits that end only when the test says so. */
function heldWaits(): Waits & { pass(): void; running(): number } {
  const running = new Map<object, () => void>()
  return {
    sleep: (_ms, signal) => new Promise((resolve, reject) => {
      const key = {}
      running.set(key, resolve)
      signal?.addEventListener('abort', () => { running.delete(key); reject(new Error('aborted')) })
    }),
    pass: () => { for (const resolve of running.values()) resolve() },
    running: () => running.size,
  }
}

/** A stand-in for the far side of one port: notes frames and answers by hand. */
function core() {
  const channel = new MessageChannel()
  open.push(channel)
  const frames: ToCore[] = []
  const waiting: (() => void)[] = []
  channel.port2.onmessage = event => {
    frames.push(event.data as ToCore)
    for (const wake of waiting.splice(0)) wake()
  }
  return {
    port: channel.port1,
    frames,
    say: (frame: FromCore) => { channel.port2.postMessage(frame) },
    heard: async (count: number) => {
      while (frames.length < count) await new Promise<void>(resolve => waiting.push(resolve))
      return frames
    },
  }
}

const answered = { ok: true as const, value: { body: 'hello' } }

test('a call is answered by the frame with its id, and its limit ends', async () => {
  const waits = heldWaits()
  const client = createDeskClient(waits)
  const far = core()
  client.connect(far.port)
  const answer = client.call('draft.read', { conversationId: 'c1' })
  const [frame] = await far.heard(1)
  expect(frame).toEqual({ t: 'call', id: 1, name: 'draft.read', input: { conversationId: 'c1' } })
  far.say({ t: 'answer', id: 1, answer: answered })
  expect(await answer).toEqual(answered)
  expect(waits.running()).toBe(0)
})

test('a call without an answer times out, and a late answer harms nothing', async () => {
  const waits = heldWaits()
  const client = createDeskClient(waits)
  const far = core()
  client.connect(far.port)
  const answer = client.call('sync.now', {})
  await far.heard(1)
  waits.pass()
  expect(await answer).toMatchObject({ ok: false, error: { code: 'timeout' } })
  far.say({ t: 'answer', id: 1, answer: answered })
  const next = client.call('draft.read', { conversationId: 'c1' })
  await far.heard(2)
  far.say({ t: 'answer', id: 2, answer: answered })
  expect(await next).toEqual(answered)
})

test('a call before the first port waits for it', async () => {
  const client = createDeskClient(heldWaits())
  const answer = client.call('draft.read', { conversationId: 'c1' })
  const far = core()
  client.connect(far.port)
  await far.heard(1)
  far.say({ t: 'answer', id: 1, answer: answered })
  expect(await answer).toEqual(answered)
})

test('a call that never finds a core answers core_gone after its limit and is not sent later', async () => {
  const waits = heldWaits()
  const client = createDeskClient(waits)
  const answer = client.call('sync.now', {})
  waits.pass()
  expect(await answer).toMatchObject({ ok: false, error: { code: 'core_gone' } })
  const far = core()
  client.connect(far.port)
  void client.call('file.list', {})
  expect((await far.heard(1))[0]).toMatchObject({ name: 'file.list' })
})

test('when the core ends, calls in flight answer core_gone and are not repeated; subscriptions are asked again', async () => {
  const client = createDeskClient(heldWaits())
  const seen: string[] = []
  client.onConnection(connection => { seen.push(connection) })
  const first = core()
  client.connect(first.port)
  const values: unknown[] = []
  let wake: () => void = () => undefined
  const end = client.subscribe('alert', {}, { value: value => { values.push(value); wake() } })
  const ended = client.subscribe('today', {}, { value: () => undefined })
  ended()
  const answer = client.call('sync.now', {})
  await first.heard(4)
  client.disconnect()
  expect(await answer).toMatchObject({ ok: false, error: { code: 'core_gone' } })

  const second = core()
  client.connect(second.port)
  const frames = await second.heard(1)
  expect(frames).toEqual([{ t: 'subscribe', id: 1, name: 'alert', args: {} }])
  const arrived = new Promise<void>(resolve => { wake = resolve })
  second.say({ t: 'value', id: 1, value: null })
  await arrived
  expect(values).toEqual([null])
  end()
  expect((await second.heard(2))[1]).toEqual({ t: 'unsubscribe', id: 1 })
  expect(seen).toEqual(['connected', 'gone', 'connected'])
})

test('what a port cannot carry is answered as invalid', async () => {
  const client = createDeskClient(heldWaits())
  client.connect(core().port)
  const answer = client.call('draft.read', { conversationId: (() => undefined) as unknown as string })
  expect(await answer).toMatchObject({ ok: false, error: { code: 'invalid' } })
})

test('an error of a query reaches its listener', async () => {
  const client = createDeskClient(heldWaits())
  const far = core()
  client.connect(far.port)
  const error = new Promise(resolve => {
    client.subscribe('inbox', {}, { value: () => undefined, error: resolve })
  })
  await far.heard(1)
  far.say({ t: 'query_error', id: 1, error: { code: 'not_signed_in', detail: null, params: null } })
  expect(await error).toMatchObject({ code: 'not_signed_in' })
})
