import { connect, createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { TcpProxy } from './tcp-proxy.ts'

// The proxy itself, against a server that says everything back.
let server: Server
let proxy: TcpProxy
const open: Socket[] = []
beforeEach(async () => {
  server = createServer(socket => { socket.on('error', () => undefined).pipe(socket) })
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve) })
  proxy = await TcpProxy.to(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
afterEach(async () => {
  for (const socket of open.splice(0)) socket.destroy()
  await proxy.close()
  await new Promise<void>(resolve => { server.close(() => { resolve() }) })
})

function wire(): Socket {
  const socket = connect(Number(new URL(proxy.url).port), '127.0.0.1')
  open.push(socket)
  return socket.on('error', () => undefined)
}
const echo = (socket: Socket, text: string) => new Promise<string>(resolve => {
  socket.once('data', data => { resolve(data.toString()) })
  socket.write(text)
})
const closed = (socket: Socket) => new Promise<string>(resolve => { socket.once('close', () => { resolve('closed') }) })
const quiet = (ms: number) => new Promise<string>(resolve => { setTimeout(() => { resolve('quiet') }, ms) })

test('passes both ways, and later with a delay', async () => {
  const socket = wire()
  expect(await echo(socket, 'a')).toBe('a')
  proxy.delay(60)
  const startedMs = performance.now()
  expect(await echo(socket, 'b')).toBe('b')
  expect(performance.now() - startedMs).toBeGreaterThan(110)
})

test('cut breaks what is there and refuses what comes; heal lets new ones through', async () => {
  const socket = wire()
  await echo(socket, 'a')
  const end = closed(socket)
  proxy.cut()
  expect(await end).toBe('closed')
  expect(await closed(wire())).toBe('closed')
  proxy.heal()
  expect(await echo(wire(), 'c')).toBe('c')
})

test('half-open keeps connections, but nothing passes, also after heal', async () => {
  const socket = wire()
  await echo(socket, 'a')
  proxy.halfOpen()
  expect(await Promise.race([echo(socket, 'b'), closed(socket), quiet(200)])).toBe('quiet')
  const later = wire()
  expect(await Promise.race([echo(later, 'b'), closed(later), quiet(200)])).toBe('quiet')
  proxy.heal()
  expect(await Promise.race([echo(socket, 'b'), closed(socket), quiet(200)])).toBe('quiet')
  expect(await echo(wire(), 'c')).toBe('c')
})
