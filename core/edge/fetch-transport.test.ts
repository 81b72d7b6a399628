import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { connect, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { CertificateError, LoopbackOnlyError, NetworkError } from '../sync/errors.ts'
import { troubleOf } from '../sync/health.ts'
import type { Transport } from '../sync/transport.ts'
import { fetchTransport } from './fetch-transport.ts'
import { ENDED_CERTIFICATE, TEST_PRIVATE_KEY, VALID_CERTIFICATE } from './test-certificates.ts'

const open: Server[] = []
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})
async function listen(server: Server): Promise<number> {
  open.push(server)
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve) })
  return (server.address() as AddressInfo).port
}
const get = (transport: Transport, url: string) => transport.request({ method: 'GET', url, headers: {}, timeoutMs: 10_000 })
const secure = (cert: string) => listen(createTlsServer({ key: TEST_PRIVATE_KEY, cert }, (_, response) => response.end('over TLS')))

/** A company's proxy: knows CONNECT, and that `api.company.example` is this machine. */
async function companyProxy(): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = []
  const proxy = createServer((_, response) => response.writeHead(405).end())
  proxy.on('connect', (request, client, head) => {
    asked.push(request.url ?? '')
    const target = connect(Number(request.url?.split(':').at(-1)), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      target.write(head)
      target.pipe(client)
      client.pipe(target)
    })
    target.on('error', () => client.destroy())
    client.on('error', () => target.destroy())
  })
  return { url: `http://127.0.0.1:${await listen(proxy)}`, asked }
}

test('by the proxy that the system names: the name is resolved there, answers and streams come through', async () => {
  const port = await listen(createServer((request, response) => response.end(`hello ${request.headers.host ?? ''}`)))
  const proxy = await companyProxy()
  const transport = fetchTransport(false, async () => proxy.url)
  const response = await get(transport, `http://api.company.example:${port}/x`)
  expect([response.status, await response.text()]).toEqual([200, `hello api.company.example:${port}`])
  const streamed: string[] = []
  for await (const chunk of (await get(transport, `http://api.company.example:${port}/y`)).chunks()) streamed.push(new TextDecoder().decode(chunk))
  expect(streamed.join('')).toBe(`hello api.company.example:${port}`)
  expect(proxy.asked[0]).toBe(`api.company.example:${port}`)
})

test('a proxy that is gone is the network\'s trouble, not a crash', async () => {
  await expect(get(fetchTransport(false, async () => 'http://127.0.0.1:9'), 'http://api.company.example/')).rejects.toThrow(NetworkError)
})

test.each([['nobody trusts', VALID_CERTIFICATE, 'certificate'], ['ended', ENDED_CERTIFICATE, 'clock']])(
  'a certificate that %s is said as such, direct and by a proxy', async (_, cert, reason) => {
    const port = await secure(cert)
    const proxy = await companyProxy()
    for (const way of [null, proxy.url]) {
      const error: unknown = await get(fetchTransport(false, async () => way), `https://localhost:${port}/`).catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(CertificateError)
      expect(troubleOf(error).reason).toBe(reason)
    }
  })

test('the company\'s own certificate from a file is trusted, direct and by a proxy', async () => {
  const port = await secure(VALID_CERTIFICATE)
  const proxy = await companyProxy()
  const dir = mkdtempSync(join(tmpdir(), 'shiftdesk-ca-'))
  writeFileSync(join(dir, 'company.pem'), `Company root\n${VALID_CERTIFICATE}`)
  // In a process of its own: what a process trusts is one list for all in it.
  const script = `
    import { fetchTransport } from ${JSON.stringify(join(import.meta.dirname, 'fetch-transport.ts'))}
    import { companyCertificates } from ${JSON.stringify(join(import.meta.dirname, 'certificates.ts'))}
    const said = []
    const ask = transport => transport.request({ method: 'GET', url: 'https://localhost:${port}/', headers: {}, timeoutMs: 10000 })
    const missing = companyCertificates(${JSON.stringify(join(dir, 'missing.pem'))}, event => said.push(event))
    said.push((await ask(fetchTransport(false, async () => null, missing)).catch(error => error)).name)
    const trust = companyCertificates(${JSON.stringify(join(dir, 'company.pem'))}, () => undefined)
    for (const way of [null, ${JSON.stringify(proxy.url)}]) {
      said.push(await (await ask(fetchTransport(false, async () => way, trust))).text())
    }
    process.stdout.write(JSON.stringify(said))
    process.exit(0)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => { said += chunk.toString() })
  await once(child, 'close')
  rmSync(dir, { recursive: true })
  expect(JSON.parse(said)).toEqual(['certificates_unreadable', 'certificates', 'CertificateError', 'over TLS', 'over TLS'])
})

test('a request ends by its limit and by its caller, before and after its answer began, also where fetch has lost the signal', async () => {
  // As Node 18 does once the garbage collector has been there.
  const forever = () => new Promise<never>(() => undefined)
  const platform = vi.spyOn(globalThis, 'fetch')
  vi.useFakeTimers()
  try {
    const transport = fetchTransport(true)
    platform.mockImplementation(forever)
    const unanswered = expect(get(transport, 'http://127.0.0.1:9/')).rejects.toThrow(new NetworkError('timeout'))
    const caller = new AbortController()
    const cancelled = expect(transport.request({ method: 'GET', url: 'http://127.0.0.1:9/', headers: {}, timeoutMs: 60_000, signal: caller.signal }))
      .rejects.toThrow(new NetworkError('left'))
    caller.abort(new Error('left'))
    await cancelled
    await vi.advanceTimersByTimeAsync(10_000)
    await unanswered

    platform.mockResolvedValue({ status: 200, headers: new Headers(), text: forever, arrayBuffer: forever } as unknown as Response)
    const half = [(await get(transport, 'http://127.0.0.1:9/')).text(), (await get(transport, 'http://127.0.0.1:9/')).bytes()]
    const ends = half.map(read => expect(read).rejects.toThrow(new NetworkError('timeout')))
    await vi.advanceTimersByTimeAsync(10_000)
    await Promise.all(ends)
  } finally {
    vi.useRealTimers()
    platform.mockRestore()
  }
})

test('loopback only: the address that was checked is the one that is used, never a proxy, never another machine', async () => {
  const port = await listen(createServer((request, response) => response.end(request.headers.host)))
  const proxies: string[] = []
  const transport = fetchTransport(true, async url => {
    proxies.push(url)
    return 'http://127.0.0.1:9'
  })
  expect(await (await get(transport, `http://localhost:${port}/`)).text()).toBe(`127.0.0.1:${port}`)
  await expect(get(transport, 'http://192.0.2.1/')).rejects.toThrow(LoopbackOnlyError)
  expect(proxies).toEqual([])
})
