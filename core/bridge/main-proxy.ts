import type { Clock } from '../../domain/ports.ts'
import type { CoreToMain } from '../../protocol/shell.ts'

const WAIT_MS = 2_000
/** A laptop goes from the office to home: asked anew this often. */
const KEPT_MS = 60_000

/** The system's proxy for an address, by way of main. A main that does not answer means direct. */
export class MainProxy {
  readonly #send: (message: CoreToMain) => void
  readonly #clock: Clock
  readonly #known = new Map<string, { proxy: string | null; at: number }>()
  readonly #waiting = new Map<string, ((proxy: string | null) => void)[]>()

  constructor(send: (message: CoreToMain) => void, clock: Clock) {
    this.#send = send
    this.#clock = clock
  }

  of(url: string): Promise<string | null> {
    const known = this.#known.get(url)
    if (known && this.#clock.monotonic() - known.at < KEPT_MS) return Promise.resolve(known.proxy)
    const answer = new Promise<string | null>(resolve => {
      this.#waiting.set(url, [...this.#waiting.get(url) ?? [], resolve])
    })
    this.#send({ type: 'proxy_read', url })
    return Promise.race([answer, this.#clock.sleep(WAIT_MS).then(() => known?.proxy ?? null)])
  }

  answered(url: string, proxy: string | null): void {
    this.#known.set(url, { proxy, at: this.#clock.monotonic() })
    for (const resolve of this.#waiting.get(url) ?? []) resolve(proxy)
    this.#waiting.delete(url)
  }

  /** The network changed. */
  forget(): void {
    this.#known.clear()
  }
}
