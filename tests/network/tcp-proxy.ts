import { createServer, connect } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'

/**
 * open: bytes pass. cut: connections are reset and new ones refused. half_open: connections are accepted and swallow
 * everything, as behind a router that forgot them.
 */
export type LineState = 'open' | 'cut' | 'half_open'

interface Pair {
  client: Socket
  target: Socket | null
  /** Forgotten by the line: swallows for ever, also after the line is open again. */
  dead: boolean
}

/** Where connections go: the ports to try, in order. Asked anew for each connection. */
export type Targets = () => readonly number[]

/**
 * A TCP line on loopback that can be cut, half opened, delayed and healed while connections run through it. With several
 * targets it is a balancer: the next one is tried when one refuses.
 */
export class TcpProxy {
  readonly #server: Server
  readonly #targets: Targets
  readonly #pairs = new Set<Pair>()
  #state: LineState = 'open'
  #delayMs = 0
  #accepted = 0

  private constructor(targets: Targets) {
    this.#targets = targets
    this.#server = createServer({ allowHalfOpen: false }, client => { this.#accept(client) })
  }

  /** Listens on a free port of loopback. @param targets ports on loopback, asked per connection */
  static async open(targets: Targets): Promise<TcpProxy> {
    const proxy = new TcpProxy(targets)
    await new Promise<void>((resolve, reject) => {
      proxy.#server.once('error', reject)
      proxy.#server.listen(0, '127.0.0.1', resolve)
    })
    return proxy
  }

  /** A line to one server on loopback. @param url of the server, http */
  static to(url: string): Promise<TcpProxy> {
    const port = Number(new URL(url).port)
    return TcpProxy.open(() => [port])
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  get state(): LineState {
    return this.#state
  }

  /** Connections that came in since the start. */
  accepted(): number {
    return this.#accepted
  }

  /** Resets what runs and refuses what comes, until healed. */
  cut(): void {
    this.#state = 'cut'
    for (const pair of this.#pairs) this.#reset(pair)
  }

  /** Swallows what runs and what comes, until healed. */
  halfOpen(): void {
    this.#state = 'half_open'
    for (const pair of this.#pairs) pair.dead = true
  }

  /** Each piece of bytes is held up so long, in both directions and in order. */
  delay(ms: number): void {
    this.#delayMs = ms
  }

  /** New connections pass again. @param reset true: those that were swallowed are reset; false: they hang for ever */
  heal(reset = false): void {
    this.#state = 'open'
    this.#delayMs = 0
    if (reset) for (const pair of this.#pairs) if (pair.dead) this.#reset(pair)
  }

  async close(): Promise<void> {
    for (const pair of this.#pairs) this.#reset(pair)
    await new Promise<void>(resolve => { this.#server.close(() => { resolve() }) })
  }

  #accept(client: Socket): void {
    this.#accepted += 1
    const pair: Pair = { client, target: null, dead: this.#state === 'half_open' }
    this.#pairs.add(pair)
    client.setNoDelay(true)
    client.on('error', () => { client.destroy() })
    client.once('close', () => { this.#end(pair) })
    if (this.#state === 'cut') {
      this.#reset(pair)
      return
    }
    if (pair.dead) {
      client.resume()
      return
    }
    client.pause()
    this.#reach(pair, [...this.#targets()])
  }

  /** Connects to the first target that answers; nobody there resets the client. */
  #reach(pair: Pair, ports: number[]): void {
    const port = ports.shift()
    if (port === undefined || !this.#pairs.has(pair)) {
      this.#reset(pair)
      return
    }
    const target = connect({ port, host: '127.0.0.1', noDelay: true })
    pair.target = target
    let reached = false
    target.once('connect', () => {
      reached = true
      this.#pass(pair, pair.client, target)
      this.#pass(pair, target, pair.client)
    })
    target.on('error', () => {
      target.destroy()
      if (reached) this.#reset(pair)
      else this.#reach(pair, ports)
    })
    target.once('close', () => { if (reached) this.#end(pair) })
  }

  #pass(pair: Pair, from: Socket, to: Socket): void {
    // Pieces go one after another, so that a delay that ends does not let later bytes overtake.
    let before = Promise.resolve()
    from.on('data', (bytes: Buffer) => {
      const delayMs = this.#delayMs
      before = before.then(async () => {
        if (delayMs > 0) await new Promise(resolve => setTimeout(resolve, delayMs))
        if (pair.dead || to.destroyed || to.write(bytes)) return
        from.pause()
        to.once('drain', () => { from.resume() })
      })
    })
    from.once('end', () => { void before.then(() => { if (!pair.dead) to.end() }) })
    from.resume()
  }

  #reset(pair: Pair): void {
    this.#pairs.delete(pair)
    pair.client.resetAndDestroy()
    pair.target?.resetAndDestroy()
  }

  /** One side closed. A dead line tells the other side nothing of it, but the server's side is let go. */
  #end(pair: Pair): void {
    if (pair.dead && !pair.client.destroyed) return
    this.#pairs.delete(pair)
    pair.client.destroy()
    pair.target?.destroy()
  }
}
