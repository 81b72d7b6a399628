import type { ChatAccepted, ChatInfo, ChatState } from '../protocol/rest.ts'

/** The server answered no. `code` is that of the problem body; 401 = this visitor is unknown, 429 = wait. */
export class Refused extends Error {
  readonly status: number
  readonly code: string
  readonly retryAfterSec: number
  constructor(status: number, code: string, retryAfterSec: number) {
    super(`${status} ${code}`)
    this.name = 'Refused'
    this.status = status
    this.code = code
    this.retryAfterSec = retryAfterSec
  }
}

async function answer<T>(response: Response): Promise<T> {
  if (response.ok) return await (response.status === 204 ? Promise.resolve(undefined) : response.json()) as T
  const problem = await response.json().catch(() => ({})) as { code?: string }
  throw new Refused(response.status, problem.code ?? 'other', Number(response.headers.get('retry-after') ?? 0))
}

/** Calls of /v1/chat/:shopKey. All throw Refused, or TypeError when the network is away. */
export class ChatClient {
  readonly #base: string
  token: string | null

  constructor(base: string, token: string | null) {
    this.#base = base
    this.token = token
  }

  #headers(more: Record<string, string> = {}): Record<string, string> {
    return this.token === null ? more : { authorization: `Bearer ${this.token}`, ...more }
  }

  async #post<T>(path: string, body: unknown): Promise<T> {
    return answer<T>(await fetch(`${this.#base}${path}`, {
      method: 'POST', headers: this.#headers({ 'content-type': 'application/json' }), body: JSON.stringify(body),
    }))
  }

  async info(): Promise<ChatInfo> {
    return answer(await fetch(this.#base))
  }

  async start(nickname: string | null, language: string, identity: string | null): Promise<{ token: string }> {
    return this.#post('/start', { nickname, language, identity })
  }

  async state(): Promise<ChatState> {
    return answer(await fetch(`${this.#base}/state`, { headers: this.#headers() }))
  }

  async send(message: { messageId: string, body: string, quoteId: string | null, clientAtMs: number }): Promise<ChatAccepted> {
    return this.#post('/messages', { ...message, attachmentIds: [] })
  }

  async typing(): Promise<void> {
    return answer(await fetch(`${this.#base}/typing`, { method: 'POST', headers: this.#headers() }))
  }

  async delivered(conversationId: string, position: number): Promise<void> {
    return this.#post('/delivered', { conversationId, position })
  }

  async stream(after: number, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const response = await fetch(`${this.#base}/stream?after=${after}`, { headers: this.#headers(), signal })
    if (!response.ok || !response.body) return answer(response)
    return response.body
  }

  async picture(id: string, signal: AbortSignal): Promise<Blob> {
    const response = await fetch(`${this.#base}/pictures/${encodeURIComponent(id)}`, { headers: this.#headers(), signal })
    return response.ok ? response.blob() : answer(response)
  }

  /** @param onProgress part of the bytes that are out, 0 to 1 */
  sendPicture(messageId: string, file: Blob, name: string, clientAtMs: number, onProgress: (part: number) => void): Promise<ChatAccepted> {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest()
      const query = new URLSearchParams({ name: name.slice(0, 200), clientAtMs: String(clientAtMs) })
      request.open('POST', `${this.#base}/pictures/${encodeURIComponent(messageId)}?${query.toString()}`)
      for (const [key, value] of Object.entries(this.#headers({ 'content-type': 'application/octet-stream' }))) request.setRequestHeader(key, value)
      request.upload.onprogress = event => onProgress(event.total > 0 ? event.loaded / event.total : 0)
      request.onerror = () => reject(new TypeError('network'))
      request.onload = () => {
        const response = new Response(request.responseText || '{}', { status: request.status, headers: { 'retry-after': request.getResponseHeader('retry-after') ?? '0' } })
        answer<ChatAccepted>(response).then(resolve, reject)
      }
      request.send(file)
    })
  }
}
