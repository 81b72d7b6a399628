import type { Socket } from 'node:net'
import type { Clock } from '../../domain/ports.ts'
import type { App } from '../routes/app-type.ts'

/** How often connections that have become idle are let go of. */
const LOOK_MS = 20

/**
 * To be called before it listens. @returns ends it: stops listening, ends the streams, lets open requests finish for at most `limitMs`,
 * then cuts what is left. A connection whose request ends after the server began to close is kept open for its next request, which
 * never comes: for 72 s. One that a client opened to have it ready, and on which nothing has come yet, is not among Node's idle ones.
 */
export function serverCloser(app: App, clock: Clock, limitMs: number): () => Promise<void> {
  const connections = new Set<Socket>()
  app.server.on('connection', (socket: Socket) => {
    connections.add(socket)
    socket.once('close', () => { connections.delete(socket) })
  })

  function letGoIdle(): void {
    app.server.closeIdleConnections()
    for (const socket of connections) if (socket.bytesRead === 0) socket.destroy()
  }

  return async () => {
    const begunAt = clock.monotonic()
    let closed = false
    const closing = app.close().finally(() => { closed = true })
    // Heard here as well: what it throws is thrown below.
    closing.catch(() => undefined)
    while (!closed) {
      await clock.sleep(LOOK_MS)
      if (clock.monotonic() - begunAt < limitMs) letGoIdle()
      else app.server.closeAllConnections()
    }
    await closing
  }
}
