import { systemIds } from '../../api/edge/ids.ts'
import { ChatAccepted, ChatSession, ChatState } from '../../protocol/rest.ts'
import { CHAT_KEY } from './prepare.ts'
import { sleep } from './processes.ts'
import type { Seeded } from './random.ts'
import type { Acknowledged, Witness } from './witness.ts'

const ANSWER_LIMIT_MS = 4_000

/** The API said no for good. The message is in the run's report. */
export class CustomerRefused extends Error {
  override name = 'CustomerRefused'
}

/** Somebody on the web page: writes one message after the other, each again and again until it is acknowledged. */
export class Customer {
  readonly name: string
  readonly #url: () => string
  readonly #random: Seeded
  readonly #witness: Witness
  readonly #tag: string
  #token: string | null = null
  customerId: string | null = null
  #written = 0
  resends = 0

  constructor(name: string, parts: { url: () => string, random: Seeded, witness: Witness, tag: string }) {
    this.name = name
    this.#url = parts.url
    this.#random = parts.random
    this.#witness = parts.witness
    this.#tag = parts.tag
  }

  /** Writes until the signal; what was begun then is resent until it is acknowledged. */
  async live(signal: AbortSignal): Promise<void> {
    await sleep(this.#random.int(0, 3_000))
    while (!signal.aborted) {
      await this.#write()
      await sleep(this.#random.int(400, 4_500))
    }
  }

  /** @returns what the customer's page would show */
  async state(): Promise<ChatState> {
    return ChatState.parse(await this.#request('GET', 'state', null))
  }

  /** Opens the page, before the storm: how many strangers may come from one address in a minute is limited. */
  async begin(): Promise<void> {
    const session = ChatSession.parse(await this.#request('POST', 'start', { nickname: this.name, language: 'zh' }))
    this.#token = session.token
    this.customerId = session.customerId
  }

  async #write(): Promise<void> {
    this.#written += 1
    const text = `${this.#tag} ${this.name} ${this.#written}`
    const messageId = systemIds.next()
    const accepted = ChatAccepted.parse(await this.#request('POST', 'messages', { messageId, body: text, attachmentIds: [], quoteId: null }))
    const record: Acknowledged = {
      kind: 'customer', who: this.name, call: 'chat', id: accepted.id, conversationId: accepted.conversationId,
      customerId: this.customerId ?? '', text,
    }
    this.#witness.note(record)
  }

  /** Until a 2xx; a 4xx other than 429 ends it. Throws CustomerRefused. */
  async #request(method: string, path: string, body: unknown): Promise<unknown> {
    for (let attempt = 1; ; attempt++) {
      const answer = await this.#once(method, path, body)
      if (answer?.ok) return answer.value
      if (answer && answer.status >= 400 && answer.status < 500 && answer.status !== 429) {
        throw new CustomerRefused(`${this.name}: ${path} ${answer.status} ${JSON.stringify(answer.value)}`)
      }
      this.resends += 1
      await sleep(answer?.status === 429 ? 1_500 : this.#random.int(50, 600))
    }
  }

  async #once(method: string, path: string, body: unknown): Promise<{ ok: boolean, status: number, value: unknown } | null> {
    try {
      const response = await fetch(`${this.#url()}/v1/chat/${CHAT_KEY}/${path}`, {
        method,
        headers: {
          ...(body === null ? {} : { 'content-type': 'application/json' }),
          ...(this.#token === null ? {} : { authorization: `Bearer ${this.#token}` }),
          connection: 'close',
        },
        ...(body === null ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
      })
      return { ok: response.ok, status: response.status, value: await response.json() as unknown }
    } catch {
      // Cut, refused or too late: whether it was taken in is not known, so it goes again under the same id.
      return null
    }
  }
}
