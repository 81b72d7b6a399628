import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ChatClient } from './chat-client.ts'
import { ChatStore } from './chat-store.ts'
import { Kept } from './kept.ts'

const answers: (Response | Error)[] = []
const asked = vi.fn<(signal: AbortSignal | null | undefined) => void>()
const refused = (status: number, code: string) => Response.json({ code }, { status, headers: { 'retry-after': '1' } })
const bytes = (length: number) => new Response(new Uint8Array(length))

beforeEach(() => {
  vi.useFakeTimers()
  answers.length = 0
  asked.mockClear()
  vi.stubGlobal('fetch', (_url: string, { signal }: RequestInit) => {
    asked(signal)
    const next = answers.shift()
    return next instanceof Response ? Promise.resolve(next) : Promise.reject(next ?? new TypeError('no network'))
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const storage: Storage = { length: 0, key: () => null, getItem: () => null, setItem: () => {}, removeItem: () => {}, clear: () => {} }
const store = () => new ChatStore(new ChatClient('http://shop.test', 'token'), new Kept('shop', storage), { nickname: null, language: 'zh', identity: null })

test.each([
  ['its bytes are still on their way', () => refused(409, 'not_ready')],
  ['the network is away', () => new TypeError('no network')],
  ['the server is busy', () => refused(503, 'busy')],
  ['too much is asked', () => refused(429, 'too_many')],
])('a picture is asked for again while %s, and shown once it comes', async (_why, trouble) => {
  answers.push(trouble(), trouble(), trouble(), bytes(7))
  const picture = store().picture('p', new AbortController().signal)
  await vi.advanceTimersByTimeAsync(60_000)
  expect((await picture).size).toBe(7)
  expect(asked).toHaveBeenCalledTimes(4)
})

test('a picture that is not there is not asked for again', async () => {
  answers.push(refused(404, 'not_found'), bytes(7))
  await expect(store().picture('p', new AbortController().signal)).rejects.toMatchObject({ status: 404 })
  expect(asked).toHaveBeenCalledTimes(1)
})

test('who leaves the thread asks no more', async () => {
  answers.push(refused(409, 'not_ready'))
  const left = new AbortController()
  const picture = store().picture('p', left.signal)
  const failed = expect(picture).rejects.toThrow()
  await vi.advanceTimersByTimeAsync(100)
  left.abort()
  await vi.advanceTimersByTimeAsync(60_000)
  await failed
  expect(asked.mock.calls.length).toBeLessThanOrEqual(2)
})
