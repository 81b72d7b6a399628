import type { Clock } from '../../domain/ports.ts'
import type { App } from '../routes/app-type.ts'

/** How often connections that have become idle are let go of. */
const LOOK_MS = 20

/**
 * Stops listening, ends the streams, lets open requests finish for at most `limitMs`, then cuts what is left. A connection
 * whose request ends after the server began to close is kept open for its next request, which never comes: for 72 s.
 */
export async function closeServer(app: App, clock: Clock, limitMs: number): Promise<void> {
  const begunAt = clock.monotonic()
  let closed = false
  const closing = app.close().finally(() => { closed = true })
  // Heard here as well: what it throws is thrown below.
  closing.catch(() => undefined)
  while (!closed) {
    await clock.sleep(LOOK_MS)
    if (clock.monotonic() - begunAt < limitMs) app.server.closeIdleConnections()
    else app.server.closeAllConnections()
  }
  await closing
}
