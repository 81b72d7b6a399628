import type { FastifyReply } from 'fastify'

/** A reader that leaves this much unread is too slow: it comes again. */
const MAX_UNSENT = 64 * 1024

/** Where server-sent events go. `send` is false when the other side does not keep up: the stream ends and the reader comes again. */
export interface EventSink<E extends { event: string, data: unknown }> {
  send(event: E): boolean
  end(): void
}

/** Answers a request with server-sent events. `gone` is aborted when the reader leaves. */
export function openEvents<E extends { event: string, data: unknown }>(reply: FastifyReply): EventSink<E> & { readonly gone: AbortSignal } {
  reply.hijack()
  const { raw } = reply
  const gone = new AbortController()
  raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
  raw.on('close', () => { gone.abort() })
  return {
    send: ({ event, data }) => {
      if (raw.writableLength > MAX_UNSENT) return false
      raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
      return true
    },
    end: () => { raw.end() },
    gone: gone.signal,
  }
}
