import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ChatEvent, ChatState } from '../../protocol/rest.ts'
import type { ApiContext } from '../context.ts'
import { ProblemError } from '../routes/problem.ts'
import { currentConversation, headOf, linesAfter } from './chat-state.ts'
import type { Visitor } from './visitor.ts'

const PING_EVERY_MS = 5_000
const MAX_STREAMS_PER_VISITOR = 6
/** A reader that takes nothing in is dropped: it comes back and catches up by position. */
const MAX_BUFFERED_BYTES = 1024 * 1024

/** The open streams of this node. */
export class ChatStreams {
  readonly #open = new Map<string, Set<AbortController>>()

  /** Ends all: the node goes down, pages come back elsewhere. */
  closeAll(): void {
    for (const set of this.#open.values()) for (const stop of set) stop.abort()
  }

  /** Serves server-sent events to a page until it leaves. Throws ProblemError 429 when one visitor has too many open. */
  async serve(context: ApiContext, visitor: Visitor, request: FastifyRequest, reply: FastifyReply, afterPosition: number): Promise<void> {
    const mine = this.#open.get(visitor.visitorId) ?? new Set()
    if (mine.size >= MAX_STREAMS_PER_VISITOR) throw new ProblemError(429, 'too_many_streams', { retryAfterSec: 5 })
    const stop = new AbortController()
    this.#open.set(visitor.visitorId, mine.add(stop))
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no', 'x-content-type-options': 'nosniff',
    })
    const send = ({ event, data }: ChatEvent) => {
      if (raw.writableLength > MAX_BUFFERED_BYTES) stop.abort()
      else if (!stop.signal.aborted) raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    }
    request.raw.on('close', () => stop.abort())
    raw.on('error', () => stop.abort())
    try {
      await follow(context, visitor, afterPosition, send, stop.signal)
    } catch (error) {
      if (!stop.signal.aborted) request.log.warn({ err: error }, 'chat stream ended')
    } finally {
      stop.abort()
      mine.delete(stop)
      if (mine.size === 0) this.#open.delete(visitor.visitorId)
      raw.end()
    }
  }
}

/** Sends what is new whenever the customer's rows were touched, and every few seconds the queue place and a ping. */
async function follow(
  context: ApiContext, visitor: Visitor, afterPosition: number, send: (event: ChatEvent) => void, signal: AbortSignal,
): Promise<void> {
  let position = afterPosition
  let conversationId: string | null = null
  let told = ''
  let stopLive = () => {}
  let wake = () => {}
  let touched = true

  const look = async () => {
    touched = false
    const conversation = await currentConversation(visitor)
    const head: Omit<ChatState, 'messages'> = await headOf(visitor, conversation)
    if (conversation && conversation.id !== conversationId) {
      if (conversationId !== null) position = 0
      conversationId = conversation.id
      stopLive()
      stopLive = context.hub.onLive(visitor.tenant, conversation.id, (notice) => {
        if (notice.topic === 'typing' && notice.who === 'agent') send({ event: 'typing', data: {} })
      })
    }
    const now = JSON.stringify(head)
    if (now !== told) send({ event: 'state', data: head })
    told = now
    if (!conversation) return
    for (const line of await linesAfter(visitor, conversation.id, position)) {
      send({ event: 'message', data: line })
      position = line.position
    }
    position = Math.max(position, conversation.lastPosition)
  }

  const stopWatching = context.hub.watch(visitor.tenant, [`customer:${visitor.customerId}`], () => {
    touched = true
    wake()
  })
  try {
    while (!signal.aborted) {
      await look()
      // Between the look and here a commit may have come: look again at once.
      const pause = new AbortController()
      wake = () => pause.abort()
      if (!touched) await context.clock.sleep(PING_EVERY_MS, AbortSignal.any([signal, pause.signal])).catch(() => undefined)
      if (!touched && !signal.aborted) send({ event: 'ping', data: {} })
    }
  } finally {
    stopWatching()
    stopLive()
  }
}
