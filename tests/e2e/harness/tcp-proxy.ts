import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

/** A wire between desk and API that a test can break. */
export type TcpProxy = {
  /** What the desk is given instead of the API's own address. */
  url: string
  /** Every connection breaks at once; new ones are refused. */
  cut: () => void
  /** Connections stay open and new ones open, but nothing passes any more, not even their end: the worst kind of network. */
  halfOpen: () => void
  /** New connections work again; those that were half-open stay dead. */
  heal: () => void
  /** Each piece arrives this much later, in order. */
  delay: (ms: number) => void
  /** Connections accepted so far. */
  accepted: () => number
  close: () => Promise<void>
}

/** @param target address of the API, http only */
export async function openTcpProxy(target: string): Promise<TcpProxy> {
  const { hostname, port } = new URL(target)
  let mode: 'open' | 'cut' | 'half-open' = 'open'
  let delayMs = 0
  let count = 0
  const pairs = new Set<{ sockets: Socket[]; dead: boolean }>()

  const server = createServer({ allowHalfOpen: true }, client => {
    count += 1
    if (mode === 'cut') return void client.on('error', () => undefined).resetAndDestroy()
    const far = connect({ host: hostname, port: Number(port), allowHalfOpen: true })
    const pair = { sockets: [client, far], dead: mode === 'half-open' }
    pairs.add(pair)
    for (const [from, to] of [[client, far], [far, client]] as const) {
      const pass = (act: () => void) => {
        const now = () => { if (!pair.dead && !to.destroyed) act() }
        if (delayMs > 0) setTimeout(now, delayMs)
        else now()
      }
      from.on('data', chunk => { pass(() => { to.write(chunk) }) })
      from.on('end', () => { pass(() => { to.end() }) })
      from.on('error', () => { pass(() => { to.destroy() }) })
      from.on('close', () => {
        pass(() => { to.destroySoon() })
        if (pair.sockets.every(socket => socket.destroyed)) pairs.delete(pair)
      })
    }
  })
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve) })

  const breakAll = () => {
    for (const { sockets } of pairs) for (const socket of sockets) socket.resetAndDestroy()
    pairs.clear()
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      mode = 'cut'
      breakAll()
    },
    halfOpen() {
      mode = 'half-open'
      for (const pair of pairs) pair.dead = true
    },
    heal() { mode = 'open' },
    delay(ms) { delayMs = ms },
    accepted: () => count,
    close() {
      breakAll()
      return new Promise(resolve => { server.close(() => { resolve() }) })
    },
  }
}
