import type { Clock } from '../domain/ports.ts'

/** A desk without a window (headless, or all are closed) does not wait longer. */
const MOST_MS = 1_500
/** The window draws what it got: on few cores the engine's own beginnings would stand in its way. */
const DRAW_MS = 150

/** At the start of the program a window's first list goes before everything else that an open desk has to do. */
export class FirstLook {
  readonly #over: Promise<void>
  #given: () => void = () => undefined

  constructor(clock: Clock) {
    const tooLong = new AbortController()
    const drawn = new Promise<void>(resolve => { this.#given = resolve }).then(() => {
      tooLong.abort()
      return clock.sleep(DRAW_MS)
    })
    this.#over = Promise.race([drawn, clock.sleep(MOST_MS, tooLong.signal).catch(() => drawn)])
  }

  /** The list went out to a window. */
  given(): void {
    this.#given()
  }

  /** @returns when the rest may begin */
  over(): Promise<void> {
    return this.#over
  }
}
