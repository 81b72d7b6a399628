import { expect, test } from 'vitest'
import { ServerClock } from '../time/server-clock.ts'
import { VirtualClock } from '../time/virtual-clock.ts'
import { ApiClient } from './api-client.ts'
import { SessionEndedError } from './errors.ts'
import type { TransportRequest } from './transport.ts'

const FAR = 9_999_999_999_999
const session = (name: string) => ({
  accessToken: name, accessExpiresAtMs: FAR, refreshToken: `refresh-${name}`, deviceId: name, epoch: 'e', shop: { id: 's', name: '云朵' },
  me: { personId: 'p', account: 'a', name: '小安', roles: [], teamIds: [] }, serverNowMs: 1, offlineLeaseHours: 72,
})

/** A server that knows one token; a new device is made at once, its answer comes when the test says so. */
function server() {
  let valid = 'old'
  let answer: () => void = () => undefined
  const asked: string[] = []
  const clock = new VirtualClock()
  const client = new ApiClient({
    api: 'http://127.0.0.1:1', clock, serverClock: new ServerClock(clock, 0), userAgent: 'test', tokens: session('old'), onTokens: () => undefined,
    transport: {
      async request({ url, headers }: TransportRequest) {
        const token = headers['authorization']?.slice('Bearer '.length)
        asked.push(`${url.slice(url.lastIndexOf('/') + 1)} ${token ?? ''}`)
        const known = token === valid
        if (known && url.endsWith('/renew-device')) {
          valid = 'new'
          await new Promise<void>(resolve => { answer = resolve })
        }
        const body = !known ? { type: '', title: '', status: 401, code: 'session_expired' } : url.endsWith('/renew-device') ? session('new') : { have: [] }
        const text = JSON.stringify(body)
        return {
          status: known ? 200 : 401, header: () => null, text: async () => text, bytes: async () => Buffer.from(text), cancel: () => undefined,
          async *chunks() { yield Buffer.from(text) },
        }
      },
    },
  })
  return { client, asked, expire: () => { valid = 'other' }, answer: () => { answer() } }
}
const have = (client: ApiClient) => client.chunksHave('a', new AbortController().signal)

test('who meets a 401 while a new device is on its way waits for its tokens, and does not end the session', async () => {
  const { client, asked, answer } = server()
  const renewed = client.renewDevice('desk')
  await Promise.resolve()
  const other = have(client)
  await expect.poll(() => asked).toEqual(['renew-device old', 'chunks old'])
  answer()
  expect((await renewed).deviceId).toBe('new')
  expect(await other).toEqual([])
  expect(asked).toEqual(['renew-device old', 'chunks old', 'chunks new'])
})

test('a session that is over stays over, also for the new device', async () => {
  const { client, asked, expire } = server()
  expire()
  await expect(client.renewDevice('desk')).rejects.toThrow(SessionEndedError)
  await expect(have(client)).rejects.toThrow(SessionEndedError)
  expect(asked).toEqual(['renew-device old', 'refresh ', 'chunks old', 'refresh '])
})
