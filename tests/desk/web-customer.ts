import { randomUUID } from 'node:crypto'

type ChatState = { conversationId: string | null; messages: { id: string; from: string; body: string }[] }

/** A customer of the web chat, by its HTTP routes. */
export class WebCustomer {
  readonly #base: string
  readonly #token: string

  private constructor(base: string, token: string) {
    this.#base = base
    this.#token = token
  }

  static async start(api: string, nickname: string): Promise<WebCustomer> {
    const base = `${api}/v1/chat/yunduo-web`
    const response = await fetch(`${base}/start`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ nickname, language: 'zh' }),
    })
    if (!response.ok) throw new Error(`start: ${response.status} ${await response.text()}`)
    const { token } = await response.json() as { token: string }
    return new WebCustomer(base, token)
  }

  async write(body: string): Promise<void> {
    const response = await fetch(`${this.#base}/messages`, {
      method: 'POST', headers: this.#headers(), body: JSON.stringify({ messageId: randomUUID(), body, attachmentIds: [] }),
    })
    if (!response.ok) throw new Error(`write: ${response.status} ${await response.text()}`)
  }

  async state(): Promise<ChatState> {
    const response = await fetch(`${this.#base}/state`, { headers: this.#headers() })
    return await response.json() as ChatState
  }

  /** Reads as the page does, and says what has arrived. */
  async delivered(conversationId: string, position: number): Promise<void> {
    const response = await fetch(`${this.#base}/delivered`, {
      method: 'POST', headers: this.#headers(), body: JSON.stringify({ conversationId, position }),
    })
    if (!response.ok) throw new Error(`delivered: ${response.status} ${await response.text()}`)
  }

  #headers(): Record<string, string> {
    return { 'content-type': 'application/json', authorization: `Bearer ${this.#token}` }
  }
}
