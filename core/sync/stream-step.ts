import type { EventSourceMessage } from 'eventsource-parser'
import { StreamEvent } from '../../protocol/sync.ts'
import { readMeta } from '../../db/local/meta.ts'
import { NetworkError, RevokedError } from './errors.ts'
import { readEvents } from './event-stream.ts'
import type { SyncParts } from './parts.ts'

/** Ping comes every 5 s: two missing mean a dead line. */
const SILENCE_MS = 11_000

export type StreamHandlers = {
  opened: () => void
  /** Something that concerns this desk is at `seq`; to be fetched at any moment of so many ms. */
  head: (seq: bigint, spreadMs: number) => void
  live: (notice: Extract<StreamEvent, { event: 'live' }>['data']) => void
}

/** Listens until the line is cut or silent. @throws NetworkError always in the end · RevokedError */
export async function streamStep(parts: SyncParts, handlers: StreamHandlers, signal: AbortSignal): Promise<never> {
  const response = await parts.api.stream(readMeta(parts.file.read, 'device_id') ?? '', signal)
  handlers.opened()
  await readEvents(response, { clock: parts.clock, silenceMs: SILENCE_MS, signal }, message => {
    const event = parseEvent(message)
    if (!event) return
    if (event.event === 'poke' || event.event === 'ping') handlers.head(BigInt(event.data.seq), event.event === 'poke' ? event.data.spreadMs ?? 0 : 0)
    else if (event.event === 'live') handlers.live(event.data)
    else throw new RevokedError()
  })
  throw new NetworkError('the stream ended')
}

function parseEvent(message: EventSourceMessage): StreamEvent | null {
  let data: unknown
  try {
    data = JSON.parse(message.data === '' ? '{}' : message.data)
  } catch {
    // A newer server may say things in another form; what matters comes by pull.
    return null
  }
  const parsed = StreamEvent.safeParse({ event: message.event, data })
  return parsed.success ? parsed.data : null
}
