import type { FromCore, ToCore } from '../../protocol/desk-api.ts'
import type { Desk } from '../desk.ts'
import { errorOf } from '../failure.ts'

/** One window (or the headless desk's line): its calls and subscriptions. */
export class Connection {
  readonly #desk: Desk
  readonly #send: (frame: FromCore) => void
  readonly #subscriptions = new Map<number, () => void>()
  #open = true

  constructor(desk: Desk, send: (frame: FromCore) => void) {
    this.#desk = desk
    this.#send = frame => {
      if (this.#open) send(frame)
    }
    this.#send({ t: 'hello', protocol: 1 })
  }

  /** A frame from the other side; anything that is none is passed over. */
  receive(frame: unknown): void {
    if (!isFrame(frame)) return
    const { id } = frame
    if (frame.t === 'call') {
      void this.#desk.call(frame.name, frame.input).then(answer => this.#send({ t: 'answer', id, answer }))
    } else if (frame.t === 'unsubscribe') {
      this.#subscriptions.get(id)?.()
      this.#subscriptions.delete(id)
    } else {
      this.#subscriptions.get(id)?.()
      try {
        this.#subscriptions.set(id, this.#desk.subscribe(frame.name, frame.args, {
          value: value => this.#send({ t: 'value', id, value }),
          error: error => this.#send({ t: 'query_error', id, error }),
        }))
      } catch (error) {
        this.#send({ t: 'query_error', id, error: errorOf(error) })
      }
    }
  }

  close(): void {
    this.#open = false
    for (const end of this.#subscriptions.values()) end()
    this.#subscriptions.clear()
  }
}

function isFrame(frame: unknown): frame is ToCore {
  if (typeof frame !== 'object' || frame === null || !('t' in frame) || !('id' in frame) || typeof frame.id !== 'number') return false
  if (frame.t === 'unsubscribe') return true
  return (frame.t === 'call' || frame.t === 'subscribe') && 'name' in frame && typeof frame.name === 'string'
}
