import { ME } from '../test-support.ts'
import type { VirtualClock } from '../time/virtual-clock.ts'
import type { Transport, TransportRequest, TransportResponse } from './transport.ts'

export type Reply = { status: number; body: unknown; headers?: Record<string, string> }
export type Route = 'sign-in' | 'refresh' | 'push' | 'pull' | 'snapshot' | 'stream' | 'applied'

/** For tests: a server by script. What is not overruled answers well, knows no rows, and is at `seq`. */
export class ScriptedServer implements Transport {
  readonly #clock: VirtualClock
  seq = 1
  lastMutationId = 0
  /** What the sums should be; `{}` fits an empty desk. */
  sums: Record<string, string> = {}
  readonly over = new Map<Route, (request: TransportRequest) => Reply | Promise<Reply>>()
  readonly asked: { route: Route; at: number }[] = []
  #streams = new Set<(line: string | null) => void>()

  constructor(clock: VirtualClock) {
    this.#clock = clock
  }

  /** When a route was asked, monotonic. */
  times(route: Route): number[] {
    return this.asked.filter(one => one.route === route).map(({ at }) => at)
  }

  poke(data: Record<string, unknown>): void {
    for (const stream of this.#streams) stream(`event: poke\ndata: ${JSON.stringify(data)}\n\n`)
  }

  async request(request: TransportRequest): Promise<TransportResponse> {
    const route = request.url.replace(/\?.*/, '').split('/').at(-1) as Route
    this.asked.push({ route, at: this.#clock.monotonic() })
    const over = this.over.get(route)
    if (over) return respond(await over(request))
    if (route === 'stream') return this.#stream(request)
    return respond({ status: 200, body: this.#answer(route, request) })
  }

  #answer(route: Route, request: TransportRequest): unknown {
    const serverNowMs = this.#clock.now()
    const tokens = { accessToken: 'access', accessExpiresAtMs: serverNowMs + 900_000, refreshToken: 'refresh-token' }
    switch (route) {
      case 'sign-in': return { ...tokens, deviceId: 'd1', epoch: 'e', shop: { id: 'shop', name: '云朵小铺' }, me: ME, serverNowMs, offlineLeaseHours: 72 }
      case 'refresh': return { ...tokens, me: ME, serverNowMs }
      case 'snapshot': return [
        { kind: 'begin', epoch: 'e', seq: String(this.seq), scopes: [], rows: 0 },
        { kind: 'end', cookie: `k${this.seq}`, lastMutationId: this.lastMutationId, scopeSums: {} },
      ].map(line => JSON.stringify(line)).join('\n')
      case 'push': {
        const { mutations } = JSON.parse(String(request.body)) as { mutations: { id: number }[] }
        this.lastMutationId = Math.max(this.lastMutationId, ...mutations.map(({ id }) => id))
        this.seq += 1
        return { lastMutationId: this.lastMutationId, results: mutations.map(({ id }) => ({ id, status: 'applied', code: null, text: null })) }
      }
      case 'applied': return { noted: true }
      default: return {
        epoch: 'e', cookie: `k${this.seq}`, atHead: true, headSeq: String(this.seq), changes: [], lastMutationId: this.lastMutationId, results: [],
        scopeSums: this.sums, serverNowMs,
      }
    }
  }

  /** A line that pings every 5 s of virtual time until cancelled. */
  #stream(request: TransportRequest): TransportResponse {
    const waiting: (string | null)[] = []
    let wake: () => void = () => undefined
    const push = (line: string | null): void => {
      waiting.push(line)
      wake()
    }
    this.#streams.add(push)
    const over = new AbortController()
    const end = (): void => {
      this.#streams.delete(push)
      over.abort()
      push(null)
    }
    request.signal?.addEventListener('abort', end, { once: true })
    void (async () => {
      while (!over.signal.aborted) {
        push(`event: ping\ndata: ${JSON.stringify({ seq: '0', serverNowMs: this.#clock.now() })}\n\n`)
        await this.#clock.sleep(5_000, over.signal).catch(() => undefined)
      }
    })()
    return {
      ...respond({ status: 200, body: '' }), cancel: end,
      chunks: async function* () {
        for (;;) {
          const line = waiting.shift()
          if (line === null) return
          if (line !== undefined) yield new TextEncoder().encode(line)
          else await new Promise<void>(resolve => { wake = resolve })
        }
      },
    }
  }
}

function respond({ status, body, headers = {} }: Reply): TransportResponse {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return {
    status, header: name => headers[name] ?? null, text: async () => text, bytes: async () => new TextEncoder().encode(text),
    chunks: async function* () { yield new TextEncoder().encode(text) }, cancel: () => undefined,
  }
}
