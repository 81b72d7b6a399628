import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { certificateError } from './certificates.ts'
import { CertificateError, LoopbackOnlyError, NetworkError } from '../sync/errors.ts'
import type { Transport, TransportRequest, TransportResponse } from '../sync/transport.ts'

const LOOPBACK = new BlockList()
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4')
LOOPBACK.addAddress('::1', 'ipv6')

/** @returns an address of a host name all of whose addresses are this machine's; null when one is not, or there is none */
async function loopbackAddress(hostname: string): Promise<string | null> {
  const host = hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(host) ? [{ address: host, family: isIP(host) }] : await lookup(host, { all: true }).catch((error: unknown) => {
    throw asNetworkError(error)
  })
  if (!addresses.every(({ address, family }) => LOOPBACK.check(address, family === 6 ? 'ipv6' : 'ipv4'))) return null
  const [first] = addresses
  return first ? (first.family === 6 ? `[${first.address}]` : first.address) : null
}

/**
 * The way to the API by the platform's fetch. @param loopbackOnly refuse any address that is not this machine's own
 * @param proxyFor URL of the proxy for an address; null = direct @param trustMore called when a certificate is not trusted: whether there are more to trust now
 */
export function fetchTransport(
  loopbackOnly: boolean, proxyFor: (url: string) => Promise<string | null> = async () => null, trustMore: () => boolean = () => false,
): Transport {
  return {
    async request(request) {
      const url = new URL(request.url)
      if (loopbackOnly) {
        const address = await loopbackAddress(url.hostname)
        if (address === null) throw new LoopbackOnlyError(url.hostname)
        // The address that was looked at is the one that is used: asked again, the name might stand for another one. With TLS
        // the certificate holds the name.
        if (url.protocol === 'http:') url.hostname = address
        return send({ ...request, url: url.href }, null)
      }
      const proxy = await proxyFor(url.origin)
      try {
        return await send(request, proxy)
      } catch (error) {
        // Nothing was sent yet: the certificate comes before the request.
        if (!(error instanceof CertificateError) || error.byTime || !trustMore()) throw error
        return send(request, proxy)
      }
    },
  }
}

async function send(request: TransportRequest, proxy: string | null): Promise<TransportResponse> {
  const abort = new AbortController()
  const outer = (): void => abort.abort(request.signal?.reason)
  if (request.signal?.aborted) outer()
  request.signal?.addEventListener('abort', outer, { once: true })
  // The time limit covers the body too, except for streams: those have their own watch.
  const timer = setTimeout(() => abort.abort(new NetworkError('timeout')), request.timeoutMs)
  const done = (): void => {
    clearTimeout(timer)
    request.signal?.removeEventListener('abort', outer)
  }
  const ended = whenAborted(abort.signal)
  try {
    const asked = (await fetchBy(proxy))(request.url, {
      method: request.method, headers: request.headers, redirect: 'error', signal: abort.signal,
      ...(request.body === undefined ? {} : { body: request.body as NonNullable<RequestInit['body']> }),
    })
    const response = await Promise.race([asked, ended])
    if (request.stream) clearTimeout(timer)
    return {
      status: response.status,
      header: name => response.headers.get(name),
      text: () => guard(Promise.race([response.text(), ended]), done),
      bytes: () => guard(Promise.race([response.arrayBuffer().then(buffer => new Uint8Array(buffer)), ended]), done),
      chunks: () => read(response, abort.signal, done),
      cancel: () => {
        done()
        abort.abort(new NetworkError('cancelled'))
      },
    }
  } catch (error) {
    done()
    throw asNetworkError(error)
  }
}

/**
 * Rejects with the signal's reason. Node 18 loses the signal of a request to the garbage collector: a line that swallows
 * everything would hold the request for ever, whatever its limit.
 */
function whenAborted(signal: AbortSignal): Promise<never> {
  const ended = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => { reject(signal.reason as Error) }, { once: true })
    if (signal.aborted) reject(signal.reason as Error)
  })
  // Most requests end by themselves, and nobody waits for this one then.
  ended.catch(() => undefined)
  return ended
}

type Fetch = typeof fetch
const byProxy = new Map<string, Promise<Fetch>>()

/** The platform's fetch, or one that goes by a company's proxy. */
function fetchBy(proxy: string | null): Promise<Fetch> {
  if (proxy === null) return Promise.resolve(fetch)
  const known = byProxy.get(proxy)
  if (known) return known
  const made = proxiedFetch(proxy)
  byProxy.set(proxy, made)
  return made
}

/** Loaded only where there is a proxy: the fallback runtime's Node is too old for it. */
async function proxiedFetch(proxy: string): Promise<Fetch> {
  const { ProxyAgent, fetch: undiciFetch } = await import('undici')
  const dispatcher = new ProxyAgent(proxy)
  const send = undiciFetch as unknown as (url: unknown, options: unknown) => Promise<Response>
  return (url, options) => send(url, { ...options, dispatcher })
}

async function guard<T>(promise: Promise<T>, done: () => void): Promise<T> {
  try {
    return await promise
  } catch (error) {
    throw asNetworkError(error)
  } finally {
    done()
  }
}

async function* read(response: Response, signal: AbortSignal, done: () => void): AsyncIterable<Uint8Array> {
  if (!response.body) return done()
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  // As whenAborted, for what may run for hours: each race would leave something with that promise.
  const end = (): void => { void reader.cancel().catch(() => undefined) }
  signal.addEventListener('abort', end, { once: true })
  try {
    if (signal.aborted) end()
    for (;;) {
      const { value, done: over } = await reader.read()
      if (over) return
      yield value
    }
  } catch (error) {
    throw asNetworkError(error)
  } finally {
    signal.removeEventListener('abort', end)
    done()
  }
}

function asNetworkError(error: unknown): Error {
  if (error instanceof NetworkError) return error
  const byCertificate = certificateError(error)
  if (byCertificate) return byCertificate
  return new NetworkError(error instanceof Error ? error.message : 'fetch failed', { cause: error })
}
