import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'

/** A mutation that was acknowledged: by the desk (durable there) or by the API to a customer. */
export interface Acknowledged {
  readonly kind: 'message' | 'note' | 'customer_note' | 'promise' | 'tag' | 'companion' | 'presence' | 'other' | 'customer'
  /** Account of the desk, or name of the customer. */
  readonly who: string
  readonly call: string
  /** Id the acknowledgement named; empty for calls that name none. */
  readonly id: string
  readonly conversationId: string
  readonly customerId: string
  readonly text: string
}

/** Sees from outside what was promised: each acknowledgement is on disk before the run goes on. */
export class Witness {
  readonly #file: number
  #closed = false
  readonly acknowledged: Acknowledged[] = []
  /** Calls whose answer never came: done or not, nobody knows. Texts may stand once or not at all. */
  readonly unknown: Acknowledged[] = []
  /** Answers that said no. */
  readonly declined: Acknowledged[] = []

  constructor(path: string) {
    this.#file = openSync(path, 'a')
  }

  note(record: Acknowledged): void {
    if (this.#closed) return
    this.acknowledged.push(record)
    this.#write({ ok: true, ...record })
    fsyncSync(this.#file)
  }

  noteUnknown(record: Acknowledged): void {
    this.unknown.push(record)
    this.#write({ ok: null, ...record })
  }

  noteDeclined(record: Acknowledged, code: string): void {
    this.declined.push(record)
    this.#write({ ok: false, code, ...record })
  }

  close(): void {
    this.#closed = true
    closeSync(this.#file)
  }

  #write(record: unknown): void {
    // A run that broke off: its agents may still be at it.
    if (this.#closed) return
    writeSync(this.#file, `${JSON.stringify(record)}\n`)
  }
}
