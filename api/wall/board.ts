import type { Team } from '../../domain/entities/team.ts'
import type { WallView } from '../../protocol/shift-views.ts'
import type { ApiContext } from '../context.ts'
import { readEntity } from '../store/entities.ts'
import type { TenantDb } from '../store/entities.ts'
import { dayPart, wallOf } from './snapshot.ts'
import type { DayPart } from './snapshot.ts'

const EVERY_MS = 1_000
/** The figures of the day move slowly and are the dearer half. */
const DAY_EVERY_MS = 5_000

type Watcher = (wall: WallView) => void
interface Watched {
  readonly watchers: Set<Watcher>
  readonly end: AbortController
  last: WallView | null
}

/**
 * The walls that somebody on this node looks at: one snapshot a second for each team, however many look, and none when nobody does. A look that
 * fails is logged, and the next second tries again.
 */
export class WallBoard {
  readonly #context: ApiContext
  readonly #teams = new Map<string, Watched>()

  constructor(context: ApiContext) { this.#context = context }

  /** Tells the wall of a team at once if it is known, then every second. @returns stops watching */
  watch(tenant: string, teamId: string, watcher: Watcher): () => void {
    const key = `${tenant}\n${teamId}`
    const watched = this.#teams.get(key) ?? this.#begin(key, tenant, teamId)
    watched.watchers.add(watcher)
    if (watched.last) watcher(watched.last)
    return () => {
      watched.watchers.delete(watcher)
      if (watched.watchers.size > 0) return
      watched.end.abort()
      if (this.#teams.get(key) === watched) this.#teams.delete(key)
    }
  }

  #begin(key: string, tenant: string, teamId: string): Watched {
    const watched: Watched = { watchers: new Set(), end: new AbortController(), last: null }
    this.#teams.set(key, watched)
    void this.#run(watched, tenant, teamId)
    return watched
  }

  async #run(watched: Watched, tenant: string, teamId: string): Promise<void> {
    const { clock, log } = this.#context
    const { signal } = watched.end
    let day: { readonly part: DayPart, readonly atMs: number } | null = null
    while (!signal.aborted) {
      try {
        const look = await this.#look(tenant, teamId, day)
        day = look.day
        if (look.wall && !signal.aborted) {
          watched.last = look.wall
          for (const watcher of [...watched.watchers]) watcher(look.wall)
        }
      } catch (error) {
        if (!signal.aborted) log.warn({ err: error }, 'looking at the wall failed; the next second tries again')
      }
      await clock.sleep(EVERY_MS, signal).catch(() => undefined)
    }
  }

  async #look(tenant: string, teamId: string, known: { part: DayPart, atMs: number } | null): Promise<{ day: typeof known, wall: WallView | null }> {
    const { sql, keys, clock } = this.#context
    const db: TenantDb = { tx: sql, tenant, keys: await keys.of(sql, tenant) }
    const team: Team | null = await readEntity(db, 'team', teamId)
    if (!team) return { day: known, wall: null }
    const nowMs = clock.now()
    const isFresh = known !== null && nowMs - known.atMs < DAY_EVERY_MS
    const day = isFresh ? known : { part: await dayPart(db, team, nowMs), atMs: nowMs }
    return { day, wall: await wallOf(db, team, day.part, nowMs) }
  }
}
