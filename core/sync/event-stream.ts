import { createParser, type EventSourceMessage } from 'eventsource-parser'
import type { Clock } from '../../domain/ports.ts'
import type { TransportResponse } from './transport.ts'

/**
 * Reads server-sent events until the line is cut, or silent for longer than `silenceMs`: a dead line says nothing by itself.
 * @param heard called with each event; what it throws ends the reading
 * @throws NetworkError of the transport · what `heard` throws
 */
export async function readEvents(
  response: TransportResponse, { clock, silenceMs, signal }: { clock: Clock; silenceMs: number; signal: AbortSignal },
  heard: (message: EventSourceMessage) => void,
): Promise<void> {
  let heardAt = clock.monotonic()
  let over = false
  const parser = createParser({ onEvent: heard })
  const watch = async (): Promise<void> => {
    while (!over) {
      await clock.sleep(1_000, signal).catch(() => undefined)
      if (signal.aborted || clock.monotonic() - heardAt > silenceMs) return response.cancel()
    }
  }
  void watch()
  try {
    const decoder = new TextDecoder()
    for await (const chunk of response.chunks()) {
      heardAt = clock.monotonic()
      parser.feed(decoder.decode(chunk, { stream: true }))
    }
  } finally {
    over = true
    response.cancel()
  }
}
