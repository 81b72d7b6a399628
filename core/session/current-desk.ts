import type { SessionView } from '../../protocol/views.ts'
import type { CoreParts } from '../parts.ts'
import type { OpenDesk } from './open-desk.ts'

/** Why a session was ended from outside; null = it was not. */
export type Ended = SessionView['ended']

export type CurrentDeskEvents = {
  /** The view may have changed. */
  changed: () => void
  opened: (desk: OpenDesk) => void
  closed: () => void
}

/** The desk that is open now, if any, and how it stands: locked, offline, to be signed in again, ended. */
export class CurrentDesk {
  readonly #secrets: CoreParts['secrets']
  readonly #events: CurrentDeskEvents
  #desk: OpenDesk | null = null
  #opening = false
  #locked = false
  #offline = false
  #needsSignIn = false
  #ended: Ended = null

  constructor(secrets: CoreParts['secrets'], events: CurrentDeskEvents) {
    this.#secrets = secrets
    this.#events = events
  }

  /** Also while locked: alerts and sync go on. */
  get evenLocked(): OpenDesk | null {
    return this.#desk
  }

  get unlessLocked(): OpenDesk | null {
    return this.#locked ? null : this.#desk
  }

  isOf(fileId: string): boolean {
    return this.#desk?.keyFile.fileId === fileId
  }

  view(): SessionView {
    const desk = this.#desk
    // Signing in again over an open desk: the desk stays in sight, also when the password was wrong.
    const state = desk === null ? (this.#opening ? 'opening' : 'signed_out') : this.#locked ? 'locked' : 'ready'
    return {
      state, me: desk?.me ?? null, shop: desk?.shop ?? null, api: desk?.keyFile.api ?? null, offline: this.#offline,
      needsSignIn: this.#needsSignIn, ended: this.#ended,
    }
  }

  /**
   * @param offline opened by the file's own key; the server has not confirmed the session yet
   * @param kept the store has this key already: nothing is written to the disk again
   */
  put(desk: OpenDesk, { offline, needsSignIn, kept }: { offline: boolean; needsSignIn: boolean; kept: boolean }): void {
    this.#desk = desk
    this.#locked = false
    this.#offline = offline
    this.#needsSignIn = needsSignIn
    this.#ended = null
    if (kept) this.#holdSecret(desk)
    else this.storeSecret(desk)
    this.#events.opened(desk)
  }

  lock(): void {
    if (!this.#desk || this.#locked) return
    this.#setLocked(this.#desk, true)
    this.#secrets.write(this.#desk.keyFile.fileId, null)
    this.#secrets.hold(null)
    this.#events.changed()
  }

  unlock(desk: OpenDesk): void {
    this.#setLocked(desk, false)
    this.storeSecret(desk)
    this.#events.changed()
    desk.engine.now()
  }

  /** The first agreement with the server after an offline start. */
  heard(): void {
    if (!this.#offline) return
    this.#offline = false
    this.#events.changed()
  }

  sessionEnded(): void {
    this.#needsSignIn = true
    this.#events.changed()
  }

  end(ended: Ended): void {
    this.#ended = ended
    this.#events.changed()
  }

  async close(ended: Ended): Promise<void> {
    const desk = this.#desk
    if (!desk) return
    if (ended !== null) this.#secrets.write(desk.keyFile.fileId, null)
    this.#secrets.hold(null)
    this.#desk = null
    this.#locked = false
    this.#offline = false
    this.#needsSignIn = false
    this.#ended = ended
    this.#events.closed()
    await desk.close()
    this.#events.changed()
  }

  async whileOpening<T>(step: () => Promise<T>): Promise<T> {
    this.#opening = true
    this.#events.changed()
    try {
      return await step()
    } finally {
      this.#opening = false
      this.#events.changed()
    }
  }

  storeSecret(desk: OpenDesk): void {
    const { fileId, staySignedIn } = desk.keyFile
    this.#secrets.write(fileId, staySignedIn ? secretOf(desk) : null)
    this.#holdSecret(desk)
  }

  #holdSecret(desk: OpenDesk): void {
    this.#secrets.hold({ fileId: desk.keyFile.fileId, secret: secretOf(desk) })
  }

  #setLocked(desk: OpenDesk, locked: boolean): void {
    this.#locked = locked
    desk.engine.locked = locked
  }
}

const secretOf = (desk: OpenDesk): string => Buffer.from(desk.key).toString('base64')
