import type { DeskError, QueryName } from '../../protocol/desk-api.ts'
import { QUERY_ARGS } from '../../protocol/query-args.ts'
import type { Clock } from '../../domain/ports.ts'
import { DeskFailure, errorOf } from '../failure.ts'
import { roomAfter, sameValue } from './same-value.ts'

/**
 * Besides the tables of the file: `time` a due has changed its look · `typing` · `session` · `status` · `accounts`.
 */
export type Topic = string

export type Listener = { value: (value: unknown) => void; error: (error: DeskError) => void }
/** What was written since the last turn of a subscription (null: it has its first one), and what the query keeps from turn to turn. */
export type Since = { stale: ReadonlySet<Topic> | null; memory: { kept: unknown } }
/** How a query gets its value now, and what it reads. A feed tells changes alone: each is sent, and undefined is none. */
export type Source = { reads: ReadonlySet<Topic>; run: (args: unknown, since: Since) => unknown; feed?: boolean }

type Watch = { reads: ReadonlySet<Topic>; run: () => void }
/** `sent`: what was sent last; null when it was too much to be kept, or is a feed's. `memory`: a feed's own. */
type Live = { name: QueryName; args: unknown; listener: Listener; sent: { value: unknown } | { error: DeskError['code'] } | null; memory: Since['memory'] }

/** Characters of values small enough to be kept and compared: the same value is not sent twice. */
const COMPARED = 20_000

/** After a round the loop belongs to others for so long: a burst of writes makes one round, not one each. */
const REST_MS = 16

/** Subscriptions of all windows: a round comes right after a write, the next one no sooner than after a rest. */
export class LiveQueries {
  readonly #source: (name: QueryName) => Source
  readonly #clock: Clock
  readonly #watches = new Set<Watch>()
  readonly #live = new Set<Live>()
  #stale = new Set<Topic>()
  #planned = false
  #restsUntil = 0
  #end = new AbortController()

  constructor(source: (name: QueryName) => Source, clock: Clock) {
    this.#source = source
    this.#clock = clock
  }

  /** The value comes at once, in the same turn. @returns ends the subscription @throws DeskFailure for an unknown name or bad arguments */
  subscribe(name: string, args: unknown, listener: Listener): () => void {
    if (!Object.hasOwn(QUERY_ARGS, name)) throw new DeskFailure('invalid')
    const known = name as QueryName
    const parsed = QUERY_ARGS[known].safeParse(args ?? {})
    if (!parsed.success) throw new DeskFailure('invalid')
    const live: Live = { name: known, args: parsed.data, listener, sent: null, memory: { kept: null } }
    this.#live.add(live)
    this.#run(live, null)
    return () => {
      this.#live.delete(live)
      // The set may hold on to an ended one until it is next put in order; not to its value.
      live.sent = null
      live.memory.kept = null
    }
  }

  /** These were written: what reads them runs again in the next round. */
  touched(topics: Iterable<Topic>): void {
    for (const topic of topics) this.#stale.add(topic)
    if (this.#planned) return
    this.#planned = true
    // Not in the same turn: the answer of the call that wrote goes out before.
    this.#clock.sleep(Math.max(0, this.#restsUntil - this.#clock.monotonic()), this.#end.signal).then(() => this.#flush(), () => undefined)
  }

  /** Runs `run` in each round in which one of `reads` is stale. */
  watch(reads: ReadonlySet<Topic>, run: () => void): void {
    this.#watches.add({ reads, run })
  }

  clear(): void {
    this.#live.clear()
    this.#end.abort()
  }

  #flush(): void {
    this.#planned = false
    const stale = this.#stale
    this.#stale = new Set()
    for (const live of [...this.#live]) {
      if (meets(this.#source(live.name).reads, stale)) this.#run(live, stale)
    }
    for (const { reads, run } of this.#watches) if (meets(reads, stale)) run()
    this.#restsUntil = this.#clock.monotonic() + REST_MS
  }

  #run(live: Live, stale: ReadonlySet<Topic> | null): void {
    try {
      const { run, feed = false } = this.#source(live.name)
      const value = run(live.args, { stale, memory: live.memory })
      if (feed) {
        live.sent = null
        if (value !== undefined) live.listener.value(value)
        return
      }
      if (live.sent && 'value' in live.sent && sameValue(live.sent.value, value)) return
      live.sent = roomAfter(value, COMPARED) >= 0 ? { value } : null
      live.listener.value(value)
    } catch (error) {
      // A feed begins anew: nobody knows what was told.
      live.memory.kept = null
      const known = errorOf(error)
      if (live.sent && 'error' in live.sent && live.sent.error === known.code) return
      live.sent = { error: known.code }
      live.listener.error(known)
    }
  }
}

function meets(reads: ReadonlySet<Topic>, stale: ReadonlySet<Topic>): boolean {
  for (const topic of stale) if (reads.has(topic)) return true
  return false
}
