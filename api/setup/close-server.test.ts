import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import fastify from 'fastify'
import { expect, it } from 'vitest'
import { systemClock } from '../edge/clock.ts'
import type { App } from '../routes/app-type.ts'
import { closeServer } from './close-server.ts'

async function listening(build: (app: App) => void): Promise<{ app: App, get: (path: string) => ReturnType<typeof connect> }> {
  const app = fastify({ forceCloseConnections: 'idle' }) as unknown as App
  build(app)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const get = (path: string) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: keep-alive\r\n\r\n`)
    return socket
  }
  return { app, get }
}

it('a stream is ended, and its connection, kept open by the client, is let go', async () => {
  const { app, get } = await listening((made) => {
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
  await closeServer(app, systemClock, 60_000)
  await gone
  expect(performance.now() - askedAt).toBeLessThan(5_000)
})

it('a request that never ends is cut when its time is over', async () => {
  let began: () => void = () => undefined
  const here = new Promise<void>((resolve) => { began = resolve })
  const { app, get } = await listening((made) => {
    made.get('/', (_request, reply) => {
      reply.hijack()
      began()
    })
  })
  const socket = get('/')
  await here
  const gone = once(socket, 'close')
  await closeServer(app, systemClock, 50)
  await gone
})
