import type { ChatEvent } from '../protocol/rest.ts'

/** Reads server-sent events of the chat from a body of bytes until it ends. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ChatEvent> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      rest += decoder.decode(value, { stream: true })
      const parts = rest.split('\n\n')
      rest = parts.pop() ?? ''
      for (const part of parts) {
        const event = /^event: (.*)$/m.exec(part)?.[1]
        const data = /^data: (.*)$/m.exec(part)?.[1]
        if (event && data) yield { event, data: JSON.parse(data) as unknown } as ChatEvent
      }
    }
  } finally {
    reader.releaseLock()
  }
}
