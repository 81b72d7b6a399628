import { z } from 'zod'
import type { Clock } from '../../domain/ports.ts'
import { CHUNK_BYTES, EscrowBody, HistoryPage, Problem, RefreshResponse, Session } from '../../protocol/rest.ts'
import { SHIFT_ASKS, type ShiftAsk } from '../../protocol/shift.ts'
import { STUDIO_ASKS, type StudioAsk } from '../../protocol/studio.ts'
import { PullResponse, PushResponse, SCHEMA_VERSION, SnapshotLine, type MutationEnvelope } from '../../protocol/sync.ts'
import type { ServerClock } from '../time/server-clock.ts'
import { BadAnswerError, ProblemError, RevokedError, SessionEndedError } from './errors.ts'
import { lines } from './lines.ts'
import type { Transport, TransportRequest, TransportResponse } from './transport.ts'

/** What a desk holds to speak for its person. */
export type Tokens = { accessToken: string; accessExpiresAtMs: number; refreshToken: string }

const REQUEST_MS = 10_000
/** Files are read and large releases begun. */
const STUDIO_MS = 60_000
/** A token is renewed this long before it ends. */
const EARLY_MS = 30_000

export type ApiClientParts = {
  api: string
  transport: Transport
  clock: Clock
  serverClock: ServerClock
  userAgent: string
  tokens: Tokens | null
  /** Called with every new pair before the old one is forgotten. */
  onTokens: (tokens: Tokens, me: RefreshResponse['me'] | null) => void
}

/** The routes of the API that a desk uses, typed. Throws NetworkError, LoopbackOnlyError, ProblemError, SessionEndedError, RevokedError, BadAnswerError. */
export class ApiClient {
  readonly #parts: ApiClientParts
  #tokens: Tokens | null
  #refreshing: Promise<void> | null = null

  constructor(parts: ApiClientParts) {
    this.#parts = parts
    this.#tokens = parts.tokens
  }

  setTokens(tokens: Tokens | null): void {
    this.#tokens = tokens
  }

  async signIn(body: { shop: string; account: string; password: string; deviceId: string | null; deviceName: string }): Promise<Session> {
    const sentAt = this.#parts.clock.monotonic()
    const session = parse(Session, await this.#plain('POST', '/v1/auth/sign-in', body))
    this.#parts.serverClock.sample(session.serverNowMs, sentAt)
    this.#tokens = session
    return session
  }

  /** A new password by a supervisor's one-time code; every session of the person ends. */
  async redeemCode(body: { shop: string; account: string; code: string; newPassword: string }): Promise<void> {
    await this.#plain('POST', '/v1/auth/redeem-code', body)
  }

  /** Ends the session on the server; best effort. */
  async signOut(): Promise<void> {
    await this.#json('POST', '/v1/auth/sign-out', {})
  }

  async push(deviceId: string, epoch: string, mutations: MutationEnvelope[], signal: AbortSignal): Promise<PushResponse> {
    return parse(PushResponse, await this.#json('POST', '/v1/sync/push', { deviceId, epoch, schema: SCHEMA_VERSION, mutations }, signal))
  }

  async pull(deviceId: string, epoch: string | null, cookie: string, signal: AbortSignal): Promise<PullResponse> {
    const sentAt = this.#parts.clock.monotonic()
    const body = { deviceId, epoch, schema: SCHEMA_VERSION, cookie }
    const page = parse(PullResponse, await this.#json('POST', '/v1/sync/pull', body, signal))
    this.#parts.serverClock.sample(page.serverNowMs, sentAt)
    return page
  }

  /** The snapshot, line by line. */
  async *snapshot(deviceId: string, epoch: string | null, signal: AbortSignal): AsyncIterable<SnapshotLine> {
    const body = JSON.stringify({ deviceId, epoch, schema: SCHEMA_VERSION, cookie: null })
    const response = await this.#authorised(token => ({
      method: 'POST', url: this.#url('/v1/sync/snapshot'), timeoutMs: 30_000, stream: true, body, signal,
      headers: { ...this.#headers(token), 'content-type': 'application/json', accept: 'application/x-ndjson' },
    }))
    for await (const line of lines(response.chunks())) yield parse(SnapshotLine, JSON.parse(line))
  }

  /** This desk has applied everything up to `seq`, a release among it. */
  async applied(deviceId: string, seq: string, signal: AbortSignal): Promise<void> {
    await this.#json('POST', '/v1/sync/applied', { deviceId, seq }, signal)
  }

  /** The event stream as it is; the caller parses and watches it. */
  async stream(deviceId: string, signal: AbortSignal): Promise<TransportResponse> {
    return this.#authorised(token => ({
      method: 'GET', url: this.#url(`/v1/sync/stream?deviceId=${encodeURIComponent(deviceId)}`), timeoutMs: REQUEST_MS, stream: true, signal,
      headers: { ...this.#headers(token), accept: 'text/event-stream' },
    }))
  }

  async live(topic: 'typing' | 'viewing', conversationId: string): Promise<void> {
    await this.#json('POST', '/v1/live', { topic, conversationId })
  }

  /** A page of a conversation that is not on this desk. @param before a position; null = from its end */
  async history(conversationId: string, before: number | null): Promise<HistoryPage> {
    const query = before === null ? '' : `?before=${before}`
    return parse(HistoryPage, await this.#json('GET', `/v1/conversations/${encodeURIComponent(conversationId)}/messages${query}`, undefined))
  }

  /** One question of protocol/shift.ts. */
  async shift(name: ShiftAsk, body: unknown): Promise<unknown> {
    return parse(SHIFT_ASKS[name].output, await this.#json('POST', `/v1/shift/${name}`, body, undefined, STUDIO_MS))
  }

  /** The wall of a team as server-sent events; the caller parses and watches it. */
  async wall(teamId: string, signal: AbortSignal): Promise<TransportResponse> {
    return this.#authorised(token => ({
      method: 'GET', url: this.#url(`/v1/wall/stream?teamId=${encodeURIComponent(teamId)}`), timeoutMs: REQUEST_MS, stream: true, signal,
      headers: { ...this.#headers(token), accept: 'text/event-stream' },
    }))
  }

  /** One question of protocol/studio.ts. */
  async studio(name: StudioAsk, body: unknown): Promise<unknown> {
    return parse(STUDIO_ASKS[name].output, await this.#json('POST', `/v1/studio/${name}`, body, undefined, STUDIO_MS))
  }

  async escrowPut(key: string): Promise<void> {
    await this.#json('PUT', '/v1/devices/escrow', { key })
  }

  /** @returns null when the server keeps none for this device */
  async escrowGet(): Promise<string | null> {
    try {
      return parse(EscrowBody, await this.#json('GET', '/v1/devices/escrow', undefined)).key
    } catch (error) {
      if (error instanceof ProblemError && error.status === 404) return null
      throw error
    }
  }

  /**
   * A new device for the person of this session: after `diverged`. Its tokens are in use at once. The server ends the old ones
   * before its answer is here: who meets a 401 meanwhile waits for the new ones, as for any renewal.
   */
  async renewDevice(deviceName: string): Promise<Session> {
    while (this.#refreshing) await this.#refreshing.catch(() => undefined)
    const renewed = this.#newDevice(deviceName)
    this.#refreshing = renewed.then(() => undefined).finally(() => {
      this.#refreshing = null
    })
    await this.#refreshing
    return renewed
  }

  async chunksHave(attachmentId: string, signal: AbortSignal): Promise<number[]> {
    const answer = await this.#json('GET', `/v1/attachments/${attachmentId}/chunks`, undefined, signal)
    return parse(z.object({ have: z.array(z.number().int()) }), answer).have
  }

  async chunkPut(attachmentId: string, n: number, bytes: Uint8Array, signal: AbortSignal): Promise<void> {
    const part = bytes.slice(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES)
    const response = await this.#authorised(token => ({
      method: 'PUT', url: this.#url(`/v1/attachments/${attachmentId}/chunks/${n}`), timeoutMs: 30_000, body: part, signal,
      headers: { ...this.#headers(token), 'content-type': 'application/octet-stream' },
    }))
    await response.text()
  }

  async attachmentBytes(attachmentId: string): Promise<Uint8Array> {
    const response = await this.#authorised(token => ({
      method: 'GET', url: this.#url(`/v1/attachments/${attachmentId}/bytes`), timeoutMs: 30_000, headers: this.#headers(token),
    }))
    return response.bytes()
  }

  /** A picture of the shop. */
  async pictureBytes(pictureId: string, signal?: AbortSignal): Promise<Uint8Array> {
    const response = await this.#authorised(token => ({
      method: 'GET', url: this.#url(`/v1/pictures/${encodeURIComponent(pictureId)}/bytes`), timeoutMs: 30_000, headers: this.#headers(token),
      ...(signal ? { signal } : {}),
    }))
    return response.bytes()
  }

  #url(path: string): string {
    return this.#parts.api.replace(/\/+$/, '') + path
  }

  #headers(token: string | null): Record<string, string> {
    return { 'user-agent': this.#parts.userAgent, ...(token === null ? {} : { authorization: `Bearer ${token}` }) }
  }

  async #plain(method: TransportRequest['method'], path: string, body: unknown, token: string | null = null): Promise<unknown> {
    const response = await this.#parts.transport.request({
      method, url: this.#url(path), timeoutMs: REQUEST_MS, body: JSON.stringify(body),
      headers: { ...this.#headers(token), 'content-type': 'application/json' },
    })
    if (response.status >= 400) throw await problemOf(response)
    return json(await response.text())
  }

  async #json(
    method: TransportRequest['method'], path: string, body: unknown, signal?: AbortSignal, timeoutMs = REQUEST_MS,
  ): Promise<unknown> {
    const response = await this.#authorised(token => ({
      method, url: this.#url(path), timeoutMs,
      headers: { ...this.#headers(token), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }), ...(signal ? { signal } : {}),
    }))
    return json(await response.text())
  }

  /** Sends with a fresh token; a 401 is answered by one renewal. */
  async #authorised(make: (token: string) => TransportRequest): Promise<TransportResponse> {
    if (this.#tokens && this.#tokens.accessExpiresAtMs - EARLY_MS < this.#parts.serverClock.now()) await this.#refresh()
    for (let attempt = 0; ; attempt++) {
      const tokens = this.#tokens
      if (!tokens) throw new SessionEndedError('no session')
      const response = await this.#parts.transport.request(make(tokens.accessToken))
      if (response.status < 400) return response
      const problem = await problemOf(response)
      if (problem.code === 'device_revoked') throw new RevokedError()
      if (problem.status !== 401 || attempt > 0) throw problem.status === 401 ? new SessionEndedError(problem.code) : problem
      if (this.#tokens === tokens) await this.#refresh()
    }
  }

  /** One renewal at a time: the loops share it. */
  async #refresh(): Promise<void> {
    this.#refreshing ??= this.#renew().finally(() => {
      this.#refreshing = null
    })
    return this.#refreshing
  }

  async #newDevice(deviceName: string): Promise<Session> {
    for (let attempt = 0; ; attempt++) {
      if (!this.#tokens) throw new SessionEndedError('no session')
      try {
        const answer = await this.#plain('POST', '/v1/auth/renew-device', { deviceName }, this.#tokens.accessToken)
        const session = parse(Session, answer)
        this.#tokens = session
        return session
      } catch (error) {
        if (!(error instanceof ProblemError) || error.status !== 401) throw error
        if (error.code === 'device_revoked') throw new RevokedError()
        if (attempt > 0) throw new SessionEndedError(error.code)
        // By itself: it holds the place of the renewal that others wait for.
        await this.#renew()
      }
    }
  }

  async #renew(): Promise<void> {
    if (!this.#tokens) throw new SessionEndedError('no session')
    try {
      const sentAt = this.#parts.clock.monotonic()
      const answer = parse(RefreshResponse, await this.#plain('POST', '/v1/auth/refresh', { refreshToken: this.#tokens.refreshToken }))
      this.#parts.serverClock.sample(answer.serverNowMs, sentAt)
      const { accessToken, accessExpiresAtMs, refreshToken, me } = answer
      // First here: if the disk is full the old pair is used up all the same.
      this.#tokens = { accessToken, accessExpiresAtMs, refreshToken }
      this.#parts.onTokens(this.#tokens, me)
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status !== 401) throw error
      throw error.code === 'device_revoked' ? new RevokedError() : new SessionEndedError(error.code)
    }
  }
}

function parse<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new BadAnswerError(parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('; '))
  return parsed.data
}

function json(text: string): unknown {
  if (text === '') return {}
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    throw new BadAnswerError('not JSON', { cause: error })
  }
}

async function problemOf(response: TransportResponse): Promise<ProblemError> {
  const retryAfter = Number(response.header('retry-after'))
  const text = await response.text()
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    // A proxy's page instead of a problem body: the status says enough.
    body = null
  }
  const problem = Problem.safeParse(body)
  const retryAfterSec = problem.data?.retryAfterSec ?? (retryAfter > 0 ? retryAfter : null)
  return new ProblemError(response.status, problem.data?.code ?? 'http', problem.data?.detail ?? '',
    retryAfterSec === null ? null : retryAfterSec * 1000, problem.data?.expectedId ?? null)
}
