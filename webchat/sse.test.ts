import { expect, test } from 'vitest'
import { readEvents } from './sse.ts'

test('events come whole however the bytes are cut, also inside a character', async () => {
  const bytes = new TextEncoder().encode('event: ping\ndata: {}\n\nevent: message\ndata: {"body":"您好\\n亲"}\n\nevent: state\ndata: {"st')
  for (const size of [1, 2, 7, 1000]) {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size))
        controller.close()
      },
    })
    const seen: unknown[] = []
    for await (const event of readEvents(body)) seen.push(event)
    expect(seen).toEqual([{ event: 'ping', data: {} }, { event: 'message', data: { body: '您好\n亲' } }])
  }
})
