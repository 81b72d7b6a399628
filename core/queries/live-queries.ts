import { QUERIES, type DeskError, type QueryName } from '../../protocol/desk-api.ts'
import { DeskFailure, errorOf } from '../failure.ts'
import type { Topic } from './definitions.ts'

export type Listener = { value: (value: unknown) => void; error: (error: DeskError) => void }
/** How a query gets its value now, and what it reads. */
export type Source = { reads: ReadonlySet<Topic>; run: (args: unknown) => unknown }

type Live = { name: QueryName; args: unknown; listener: Listener; lastJson: string | null }

/** Values small enough to compare before sending: the same value is not sent twice. */
const COMPARED = 20_000

/** Subscriptions of all windows: each runs once per turn of the loop, however much was written in it. */
export class LiveQueries {
  readonly #source: (name: QueryName) => Source
  readonly #live = new Set<Live>()
  #stale = new Set<Topic>()
  #planned = false

  constructor(source: (name: QueryName) => Source) {
    this.#source = source
  }

  /** The value comes at once, in the same turn. @returns ends the subscription @throws DeskFailure for an unknown name or bad arguments */
  subscribe(name: string, args: unknown, listener: Listener): () => void {
    if (!Object.hasOwn(QUERIES, name)) throw new DeskFailure('invalid')
    const known = name as QueryName
    const parsed = QUERIES[known].args.safeParse(args ?? {})
    if (!parsed.success) throw new DeskFailure('invalid')
    const live: Live = { name: known, args: parsed.data, listener, lastJson: null }
    this.#live.add(live)
    this.#run(live)
    return () => void this.#live.delete(live)
  }

  /** These were written: what reads them runs again at the end of this turn. */
  touched(topics: Iterable<Topic>): void {
    for (const topic of topics) this.#stale.add(topic)
    if (this.#planned) return
    this.#planned = true
    queueMicrotask(() => this.#flush())
  }

  clear(): void {
    this.#live.clear()
  }

  #flush(): void {
    this.#planned = false
    const stale = this.#stale
    this.#stale = new Set()
    for (const live of [...this.#live]) {
      const { reads } = this.#source(live.name)
      for (const topic of stale) {
        if (!reads.has(topic)) continue
        this.#run(live)
        break
      }
    }
  }

  #run(live: Live): void {
    try {
      const value = this.#source(live.name).run(live.args)
      const json = JSON.stringify(value)
      if (json === live.lastJson) return
      live.lastJson = json.length <= COMPARED ? json : null
      live.listener.value(value)
    } catch (error) {
      const known = errorOf(error)
      const json = `error ${known.code}`
      if (json === live.lastJson) return
      live.lastJson = json
      live.listener.error(known)
    }
  }
}
