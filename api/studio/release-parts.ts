import type { ApiContext } from '../context.ts'
import type { ReadyRow, TenantDb } from '../store/entities.ts'
import { makeReady, weightOf } from './apply-content.ts'
import type { Reviewing } from './apply-content.ts'
import { heldReading } from './files/readings.ts'
import { itemsFrom } from './release-items.ts'
import type { StoredItem } from './release-items.ts'

/** Change rows of a commit for items; the release itself and its scopes need the rest up to MAX_CHANGE_ROWS. */
const COMMIT_WEIGHT = 90

/** An item with the version it took, and its row where that can be made before. */
export interface PartItem extends StoredItem { version: number, ready: ReadyRow | null }

/** Items that go out in one commit. */
export interface Part {
  readonly from: number
  readonly items: readonly PartItem[]
  /** Index of the first item behind it; null = none is. */
  readonly next: number | null
}

/** The part of a release that begins at an index, with its rows made ready. In: versions were taken. */
export async function readPart(
  db: Pick<TenantDb, 'tx' | 'tenant'>, releaseId: string, from: number, reviewing: Reviewing, nowMs: number,
): Promise<Part> {
  const found = await itemsFrom(db, releaseId, from, COMMIT_WEIGHT + 1)
  let weight = 0
  const fits = found.findIndex((item) => {
    weight += weightOf(item)
    return weight > COMMIT_WEIGHT
  })
  const items = (fits < 0 ? found : found.slice(0, fits)).map((item): PartItem => {
    const versioned = { ...item, version: item.version ?? 0 }
    return { ...versioned, ready: makeReady(versioned, reviewing, nowMs, heldReading(releaseId, item.idx)) }
  })
  return { from, items, next: found[items.length]?.idx ?? null }
}

/** The parts of a release one after the other; while one is committed, the next is read and made ready. */
export class PartsAhead {
  readonly #context: ApiContext
  readonly #tenant: string
  readonly #releaseId: string
  readonly #reviewing: Reviewing
  #ahead: { from: number, part: Promise<Part> } | null = null

  constructor(context: ApiContext, tenant: string, releaseId: string, reviewing: Reviewing) {
    this.#context = context
    this.#tenant = tenant
    this.#releaseId = releaseId
    this.#reviewing = reviewing
  }

  /** The part from an index on. Throws database errors, also those of having read ahead. */
  async at(from: number): Promise<Part> {
    const part = await (this.#ahead?.from === from ? this.#ahead.part : this.#read(from))
    this.#ahead = null
    return part
  }

  /** Reads the part from an index on and makes its rows: called when the database has a commit to work on, so that neither waits for the other. */
  prepare(from: number): void {
    if (this.#ahead?.from === from) return
    this.#ahead = { from, part: this.#read(from) }
    // It is heard of when its turn comes.
    this.#ahead.part.catch(() => undefined)
  }

  #read(from: number): Promise<Part> {
    const { sql, clock } = this.#context
    return readPart({ tx: sql, tenant: this.#tenant }, this.#releaseId, from, this.#reviewing, clock.now())
  }
}
