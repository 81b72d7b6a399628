import type { CoreToMain, HeldKey } from '../../protocol/shell.ts'
import type { SecretStore } from '../parts.ts'
import type { Clock } from '../../domain/ports.ts'

const WAIT_MS = 5_000

/** The system's key store, by way of main. A main that does not answer has none. */
export class MainSecrets implements SecretStore {
  readonly #send: (message: CoreToMain) => void
  readonly #clock: Clock
  readonly #waiting = new Map<string, (secret: string | null) => void>()

  #heldWaiting: (held: HeldKey | null) => void = () => undefined

  constructor(send: (message: CoreToMain) => void, clock: Clock) {
    this.#send = send
    this.#clock = clock
  }

  read(fileId: string): Promise<string | null> {
    const answer = new Promise<string | null>(resolve => this.#waiting.set(fileId, resolve))
    this.#send({ type: 'secret_read', fileId })
    return Promise.race([answer, this.#clock.sleep(WAIT_MS).then(() => null)])
  }

  write(fileId: string, secret: string | null): void {
    this.#send({ type: 'secret_write', fileId, secret })
  }

  hold(held: HeldKey | null): void {
    this.#send({ type: 'held_write', held })
  }

  held(): Promise<HeldKey | null> {
    const answer = new Promise<HeldKey | null>(resolve => { this.#heldWaiting = resolve })
    this.#send({ type: 'held_read' })
    return Promise.race([answer, this.#clock.sleep(WAIT_MS).then(() => null)])
  }

  heldAnswered(held: HeldKey | null): void {
    this.#heldWaiting(held)
  }

  answered(fileId: string, secret: string | null): void {
    this.#waiting.get(fileId)?.(secret)
    this.#waiting.delete(fileId)
  }
}
