import type { ChatEvent, ChatInfo, ChatMessage, ChatState } from '../protocol/rest.ts'
import { Refused } from './chat-client.ts'
import type { ChatClient } from './chat-client.ts'
import { newId } from './edge/ids.ts'
import { later, now, pause, random } from './edge/time.ts'
import type { Kept } from './kept.ts'
import { readEvents } from './sse.ts'

/** A message on its way. */
export interface Pending {
  id: string
  body: string
  quoteId: string | null
  atMs: number
  picture: { file: Blob, name: string, part: number } | null
  /** Problem code when the server refused it for good. */
  refused: string | null
}

export interface ChatView {
  info: ChatInfo | null
  /** Problem code when the page cannot be used. */
  failed: string | null
  head: Omit<ChatState, 'messages'>
  messages: readonly ChatMessage[]
  pending: readonly Pending[]
  online: boolean
  typing: boolean
}

const NOBODY: ChatView['head'] = { conversationId: null, state: 'none', agentName: null, queuePlace: null, lastPosition: 0, agentTyping: false }
const MAX_PICTURE_BYTES = 10 * 1024 * 1024
const TYPING_SHOWN_MS = 5_000
const TYPING_TOLD_EVERY_MS = 3_000
/** The server pings every 5 s: three missing and the connection is dead. */
const SILENCE_MS = 16_000
const MAX_WAIT_MS = 15_000

/** The truth of the page: what the server said, and what waits to be sent. Subscribe, then read `view`. */
export class ChatStore {
  view: ChatView = { info: null, failed: null, head: NOBODY, messages: [], pending: [], online: true, typing: false }
  readonly #client: ChatClient
  readonly #kept: Kept
  readonly #nickname: string | null
  readonly #language: string
  readonly #identity: string | null
  readonly #listeners = new Set<() => void>()
  #wakeSender = () => {}
  #wakeStream = () => {}
  #untype = () => {}
  #unack: (() => void) | null = null
  #typingToldAtMs = 0
  /** The last line the stream brought: own lines shown ahead of it do not count, or others between would be missed. */
  #position = 0

  constructor(client: ChatClient, kept: Kept, { nickname, language, identity }: { nickname: string | null, language: string, identity: string | null }) {
    this.#client = client
    this.#kept = kept
    this.#nickname = nickname
    this.#language = language
    this.#identity = identity
    const waiting = kept.pending().map(message => ({ ...message, picture: null, refused: null }))
    this.view = { ...this.view, pending: waiting }
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => { this.#listeners.delete(listener) }
  }

  read = (): ChatView => this.view

  #set(change: Partial<ChatView>): void {
    this.view = { ...this.view, ...change }
    for (const listener of this.#listeners) listener()
  }

  /** Runs the page's work until the signal. */
  run(signal: AbortSignal): void {
    void this.#load(signal)
    void this.#follow(signal)
    void this.#sendAll(signal)
    const back = () => { this.#wakeStream(); this.#wakeSender() }
    window.addEventListener('online', back, { signal })
    window.addEventListener('offline', () => this.#set({ online: false }), { signal })
    document.addEventListener('visibilitychange', () => { if (!document.hidden && !this.view.online) back() }, { signal })
  }

  /** Writes a message: kept in this browser until the server has it. */
  say(body: string, quoteId: string | null): void {
    const message = { id: newId(), body, quoteId, atMs: now() }
    this.#kept.put(message)
    this.#set({ pending: [...this.view.pending, { ...message, picture: null, refused: null }] })
    this.#wakeSender()
  }

  show(file: Blob, name: string): void {
    const refused = !/^image\/(?:png|jpeg|webp|gif)$/.test(file.type) ? 'not_a_picture' : file.size > MAX_PICTURE_BYTES ? 'too_large' : null
    this.#set({ pending: [...this.view.pending, { id: newId(), body: '', quoteId: null, atMs: now(), picture: { file, name, part: 0 }, refused }] })
    this.#wakeSender()
  }

  retry(id: string): void {
    this.#edit(id, { refused: null })
    this.#wakeSender()
  }

  discard(id: string): void {
    this.#kept.drop(id)
    this.#set({ pending: this.view.pending.filter(message => message.id !== id) })
  }

  /** The customer types; told to the agent now and then. */
  typed(): void {
    const atMs = now()
    if (this.view.head.state !== 'open' || atMs - this.#typingToldAtMs < TYPING_TOLD_EVERY_MS) return
    this.#typingToldAtMs = atMs
    // Never stored and soon stale: a lost notice is no loss.
    void this.#client.typing().catch(() => undefined)
  }

  /** @returns the picture once it is there: an agent's may still be on its way, and a network comes back. Throws Refused where there is none. */
  async picture(id: string, signal: AbortSignal): Promise<Blob> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.#client.picture(id, signal)
      } catch (error) {
        const comes = !(error instanceof Refused) || error.status >= 500 || error.status === 429 || error.code === 'not_ready'
        if (!comes || signal.aborted) throw error
        await pause(Math.max(error instanceof Refused ? error.retryAfterSec * 1000 : 0, wait(attempt)), signal)
      }
    }
  }

  #edit(id: string, change: Partial<Pending>): void {
    this.#set({ pending: this.view.pending.map(message => message.id === id ? { ...message, ...change } : message) })
  }

  async #load(signal: AbortSignal): Promise<void> {
    for (let attempt = 0; !signal.aborted; attempt++) {
      try {
        this.#set({ info: await this.#client.info(), failed: null })
        return
      } catch (error) {
        const lost = error instanceof Refused && error.status === 404
        this.#set({ failed: lost ? 'no_such_chat' : 'network' })
        if (lost) return
        await pause(wait(attempt), signal)
      }
    }
  }

  /** Follows the thread; comes back after every loss from the last line it has. */
  async #follow(signal: AbortSignal): Promise<void> {
    let attempt = 0
    while (!signal.aborted) {
      const stop = new AbortController()
      this.#wakeStream = () => stop.abort()
      signal.addEventListener('abort', () => stop.abort(), { once: true })
      if (this.#client.token === null) {
        await pause(3_600_000, stop.signal)
        continue
      }
      let calm = () => {}
      try {
        const body = await this.#client.stream(this.#position, stop.signal)
        this.#set({ online: true })
        this.#wakeSender()
        calm = later(SILENCE_MS, () => stop.abort())
        for await (const event of readEvents(body)) {
          attempt = 0
          calm()
          calm = later(SILENCE_MS, () => stop.abort())
          this.#take(event)
        }
      } catch (error) {
        if (error instanceof Refused && error.status === 401) this.#forget()
      }
      calm()
      if (signal.aborted || this.#client.token === null) continue
      this.#set({ online: attempt === 0 && navigator.onLine })
      const rest = new AbortController()
      this.#wakeStream = () => rest.abort()
      await pause(wait(attempt), rest.signal)
      attempt++
    }
  }

  #take(event: ChatEvent): void {
    if (event.event === 'state') {
      const fresh = this.view.head.conversationId !== null && this.view.head.conversationId !== event.data.conversationId
      if (fresh) this.#position = 0
      this.#set({ head: event.data, ...(fresh ? { messages: [] } : {}) })
    } else if (event.event === 'message') {
      const line = event.data
      this.#position = Math.max(this.#position, line.position)
      const others = this.view.messages.filter(message => message.id !== line.id)
      this.#set({
        messages: [...others, line].sort((a, b) => a.position - b.position),
        pending: this.view.pending.filter(message => message.id !== line.id),
        ...(line.from === 'agent' ? { typing: false } : {}),
      })
      this.#kept.drop(line.id)
      if (line.from === 'agent') this.#acknowledge()
    } else if (event.event === 'typing') {
      this.#untype()
      this.#set({ typing: true })
      this.#untype = later(TYPING_SHOWN_MS, () => this.#set({ typing: false }))
    }
  }

  /** One notice for the lines of half a second. */
  #acknowledge(): void {
    this.#unack ??= later(500, () => {
      this.#unack = null
      const { conversationId } = this.view.head
      if (conversationId === null) return
      // Lost with the network: the next agent line or reload says it again.
      void this.#client.delivered(conversationId, this.#position).catch(() => undefined)
    })
  }

  /** The server knows this visitor no longer: the next message starts anew. */
  #forget(): void {
    this.#client.token = null
    this.#kept.keepToken(null)
    this.#position = 0
    this.#set({ head: NOBODY, messages: [] })
  }

  async #begin(): Promise<void> {
    const { token } = await this.#client.start(this.#nickname, this.#language, this.#identity)
    this.#client.token = token
    this.#kept.keepToken(token)
    this.#wakeStream()
  }

  /** Sends what is pending, one after the other in the order it was written. */
  async #sendAll(signal: AbortSignal): Promise<void> {
    for (let attempt = 0; !signal.aborted;) {
      const rest = new AbortController()
      this.#wakeSender = () => rest.abort()
      signal.addEventListener('abort', () => rest.abort(), { once: true })
      const next = this.view.pending.find(message => message.refused === null)
      if (!next) {
        await pause(3_600_000, rest.signal)
        continue
      }
      try {
        if (this.#client.token === null) await this.#begin()
        await this.#sendOne(next)
        attempt = 0
      } catch (error) {
        if (error instanceof Refused && error.status === 401) this.#forget()
        else if (error instanceof Refused && error.status < 500 && error.status !== 429 && error.status !== 408) {
          this.#edit(next.id, { refused: error.code })
        } else {
          const asked = error instanceof Refused ? error.retryAfterSec * 1000 : 0
          if (!(error instanceof Refused)) this.#set({ online: false })
          await pause(Math.max(asked, wait(attempt)), rest.signal)
          attempt++
        }
      }
    }
  }

  async #sendOne(next: Pending): Promise<void> {
    const { id, body, quoteId, atMs, picture } = next
    const accepted = picture
      ? await this.#client.sendPicture(id, picture.file, picture.name, atMs, part => this.#edit(id, { picture: { ...picture, part } }))
      : await this.#client.send({ messageId: id, body, quoteId, clientAtMs: atMs })
    this.#kept.drop(id)
    // The stream brings the line as the server has it; until then it stands here as accepted.
    const known = this.view.messages.some(message => message.id === id)
    this.#set({
      online: true,
      pending: this.view.pending.filter(message => message.id !== id),
      ...(known || picture ? {} : {
        messages: [...this.view.messages, {
          id, position: accepted.position, from: 'me' as const, agentName: null, body, system: null, attachmentIds: [], quoteId, atMs: accepted.atMs, answer: false,
        }].sort((a, b) => a.position - b.position),
      }),
    })
  }
}

/** Full jitter, doubling from 1 s. */
function wait(attempt: number): number {
  return 300 + random() * Math.min(MAX_WAIT_MS, 1000 * 2 ** attempt)
}
