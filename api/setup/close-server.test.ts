import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import fastify from 'fastify'
import { expect, it } from 'vitest'
import { systemClock } from '../edge/clock.ts'
import type { App } from '../routes/app-type.ts'
import { serverCloser } from './close-server.ts'

async function listening(limitMs: number, build: (app: App) => void = () => undefined) {
  const app = fastify({ forceCloseConnections: 'idle' }) as unknown as App
  build(app)
  const close = serverCloser(app, systemClock, limitMs)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const open = () => connect(port, '127.0.0.1').on('error', () => undefined)
  const get = (path: string) => {
    const socket = open()
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: keep-alive\r\n\r\n`)
    return socket
  }
  return { close, open, get }
}

it('a stream is ended, and its connection, kept open by the client, is let go', async () => {
  const { close, get } = await listening(60_000, (made) => {
    made.get('/stream', (_request, reply) => {
      reply.hijack()
      reply.raw.writeHead(200, { 'content-type': 'text/event-stream' })
      reply.raw.write('event: ping\n\n')
      ended.push(() => { setTimeout(() => reply.raw.end(), 100) })
    })
    const ended: (() => void)[] = []
    made.addHook('preClose', () => { for (const end of ended) end() })
  })
  const socket = get('/stream')
  await once(socket, 'data')
  const gone = once(socket, 'close')
  const askedAt = performance.now()
  await close()
  await gone
  expect(performance.now() - askedAt).toBeLessThan(5_000)
})

it('a request that never ends is cut when its time is over', async () => {
  let began: () => void = () => undefined
  const here = new Promise<void>((resolve) => { began = resolve })
  const { close, get } = await listening(50, (made) => {
    made.get('/', (_request, reply) => {
      reply.hijack()
      began()
    })
  })
  const socket = get('/')
  await here
  const gone = once(socket, 'close')
  await close()
  await gone
})

it('a connection on which nothing has come yet is let go at once', async () => {
  const { close, open, get } = await listening(60_000)
  const socket = open()
  // Taken before the one that is answered.
  await once(get('/'), 'data')
  const gone = once(socket, 'close')
  const askedAt = performance.now()
  await close()
  await gone
  expect(performance.now() - askedAt).toBeLessThan(5_000)
})
