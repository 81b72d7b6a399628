import type { DeskFile } from '../../db/handle.ts'
import { allRows, stampsOf } from '../../db/scripts.ts'
import { readRow } from '../../db/synced/rows.ts'
import type { EntityRow } from '../../domain/entities/entity.ts'
import type { PaletteEntry } from '../../domain/palette/entry.ts'
import { PaletteIndex } from '../../domain/palette/palette-index.ts'

/** More changes than this are read in one go. */
const ONE_BY_ONE = 200
const MOST_ROWS = 2_000

/** The index of all scripts, or of all knowledge, of this desk: follows what is written, a changed entry at a time. */
export class Shelf<N extends 'script' | 'knowledge'> {
  readonly index = new PaletteIndex()
  readonly #file: DeskFile
  readonly #entity: N
  readonly #entryOf: (row: EntityRow<N>) => PaletteEntry
  #stamps = new Map<string, string>()
  #stale = true
  /** Rows read lately. */
  readonly #rows = new Map<string, EntityRow<N>>()

  constructor(file: DeskFile, entity: N, entryOf: (row: EntityRow<N>) => PaletteEntry) {
    this.#file = file
    this.#entity = entity
    this.#entryOf = entryOf
  }

  get stale(): boolean {
    return this.#stale
  }

  /** The table was written. */
  written(): void {
    this.#stale = true
  }

  /** Takes in what changed since. */
  refresh(): void {
    if (!this.#stale) return
    const stamps = stampsOf(this.#file.read, this.#entity)
    const gone = [...this.#stamps.keys()].filter(id => !stamps.has(id))
    const changed = [...stamps].filter(([id, stamp]) => this.#stamps.get(id) !== stamp).map(([id]) => id)
    for (const id of [...gone, ...changed]) this.#rows.delete(id)
    this.index.remove(gone)
    if (changed.length > 0) this.index.put(this.#read(changed).map(this.#entryOf))
    this.#stamps = stamps
    this.#stale = false
  }

  /** @returns the row, null when it has just gone */
  row(id: string): EntityRow<N> | null {
    const known = this.#rows.get(id)
    if (known) return known
    const row = readRow(this.#file.read, this.#entity, id) ?? null
    if (row) {
      if (this.#rows.size >= MOST_ROWS) this.#rows.clear()
      this.#rows.set(id, row)
    }
    return row
  }

  #read(ids: readonly string[]): EntityRow<N>[] {
    if (ids.length <= ONE_BY_ONE) {
      return ids.flatMap(id => readRow(this.#file.read, this.#entity, id) ?? [])
    }
    const wanted = new Set(ids)
    return allRows(this.#file.read, this.#entity).filter(({ id }) => wanted.has(id))
  }
}
