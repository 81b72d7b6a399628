import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { buildApp } from '../app.ts'
import { openLog } from '../log.ts'
import type { App } from './app-type.ts'
import { ProblemError } from './problem.ts'

// What all routes share, without a database.
let app: App
const written: string[] = []

beforeAll(async () => {
  const log = openLog('info', { write: (line) => { written.push(line) } })
  app = (await buildApp({
    log,
    parts: [(part) => {
      const open = { config: { access: 'public' as const } }
      part.addHook('onRequest', async (request) => { request.actor = null })
      part.get('/breaks', open, async () => { throw new Error('secret inside') })
      part.get('/quotes', open, async () => { throw Object.assign(new Error('value "13812345678" is wrong'), { code: '22P02', severity: 'ERROR' }) })
      part.get('/twice', open, async () => { throw Object.assign(new Error('x'), { code: '23505', severity: 'ERROR' }) })
      part.get('/busy', open, async () => { throw new ProblemError(503, 'busy', { retryAfterSec: 4.2 }) })
      part.get('/promises', { ...open, schema: { response: { 200: z.object({ n: z.number() }) } } }, async () => ({ n: 'no' }) as never)
      part.get('/page', open, async (_request, reply) => reply.header('content-security-policy', "frame-ancestors 'self'").send('x'))
    }],
  })).app
  await app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => app.close())

it('a failure tells nothing outside and is logged inside', async () => {
  const answer = await app.inject('/breaks')
  expect(answer.json()).toEqual({
    type: 'https://shiftdesk.example/problems/internal', title: 'Internal error', status: 500, code: 'internal',
  })
  expect(written.join('')).toContain('secret inside')
})

it('what the database refuses is the sender\'s fault, and its value is not logged', async () => {
  expect((await app.inject('/quotes')).json()).toMatchObject({ status: 400, code: 'invalid_request' })
  expect((await app.inject('/twice')).json()).toMatchObject({ status: 409, code: 'already_exists' })
  expect(written.join('')).not.toContain('13812345678')
})

it('an answer that breaks its own schema is a failure, not sent', async () => {
  expect((await app.inject('/promises')).json()).toMatchObject({ status: 500, code: 'internal' })
})

it('says when to come again, in whole seconds', async () => {
  expect((await app.inject('/busy')).headers['retry-after']).toBe('5')
})

it('sets security headers; a page keeps its own policy and may be framed by it', async () => {
  const { headers } = await app.inject('/busy')
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' })
  expect(headers['access-control-allow-origin']).toBeUndefined()
  const page = await app.inject('/page')
  expect(page.headers['content-security-policy']).toBe("frame-ancestors 'self'")
  expect(page.headers['x-frame-options']).toBeUndefined()
})

it('what is no HTTP gets a problem body and the connection ends', async () => {
  const say = async (bytes: string): Promise<string> => {
    const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
    socket.write(bytes)
    return text(socket)
  }
  expect(await say('GARBAGE\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [\s\S]*application\/problem\+json[\s\S]*"code":"bad_http"/)
  expect(await say(`GET / HTTP/1.1\r\nHost: x\r\nA: ${'x'.repeat(70_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 [\s\S]*"status":431/)
})

it('logs the route\'s pattern, never the address', async () => {
  await app.inject('/nowhere/13912345678?q=13912345678')
  expect(written.join('')).not.toContain('13912345678')
})
