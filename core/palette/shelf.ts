import type { DeskFile } from '../../db/handle.ts'
import { rowsAfter } from '../../db/scripts.ts'
import { readRow } from '../../db/synced/rows.ts'
import type { EntityRow } from '../../domain/entities/entity.ts'
import type { PaletteEntry } from '../../domain/palette/entry.ts'
import { BLOCK, PaletteIndex } from '../../domain/palette/palette-index.ts'
import type { Clock } from '../../domain/ports.ts'

/** Once it has held the core's thread for so long, others have their turn; a step takes some 3 ms. */
const SLICE_MS = 5
/** The first step is a small one: what was never run takes several times as long. */
const FIRST = 32
/** Changed rows are read one by one. */
const MOST_CHANGED = 128
const MOST_ROWS = 2_000

/** An index in the making: rows up to an id were read; those read last are not in it yet. */
type Anew<N extends 'script' | 'knowledge'> = { index: PaletteIndex; afterId: string; rows: EntityRow<N>[] }

/**
 * The index of all scripts, or of all knowledge, of this desk. It follows what is written, a block of changed entries at a time, and is
 * made anew when the table was exchanged; in slices, so that the core goes on meanwhile.
 */
export class Shelf<N extends 'script' | 'knowledge'> {
  readonly #file: DeskFile
  readonly entity: N
  readonly #entryOf: (row: EntityRow<N>) => PaletteEntry
  readonly #clock: Clock
  readonly #stopped: AbortSignal
  #index = new PaletteIndex()
  #anew: Anew<N> | null = { index: new PaletteIndex(), afterId: '', rows: [] }
  /** Rows to be looked at again. */
  readonly #changed = new Set<string>()
  #taking: Promise<void> | null = null
  /** Rows read lately. */
  readonly #rows = new Map<string, EntityRow<N>>()

  constructor(file: DeskFile, entity: N, entryOf: (row: EntityRow<N>) => PaletteEntry, clock: Clock, stopped: AbortSignal) {
    this.#file = file
    this.entity = entity
    this.#entryOf = entryOf
    this.#clock = clock
    this.#stopped = stopped
  }

  /** As far as what was written is taken in: wait for `takeIn` before. */
  get index(): PaletteIndex {
    return this.#index
  }

  /** The table was written. @param ids the rows; null = any of them may be another one */
  written(ids: ReadonlySet<string> | null): void {
    if (ids === null) {
      this.#anew = { index: new PaletteIndex(), afterId: '', rows: [] }
      this.#changed.clear()
      this.#rows.clear()
      return
    }
    // What nothing was read of yet is read as it is by then.
    const unread = this.#anew?.afterId === '' && this.#anew.rows.length === 0
    for (const id of ids) {
      if (!unread) this.#changed.add(id)
      this.#rows.delete(id)
    }
  }

  /**
   * Takes in all that was written: little at once, much in slices.
   * @returns null when it is done already @throws the signal's reason when the desk is closed meanwhile
   */
  takeIn(): Promise<void> | null {
    if (!this.#taking && this.#slice()) return null
    this.#taking ??= this.#inSlices().finally(() => { this.#taking = null })
    return this.#taking
  }

  /** @returns the row, null when it has just gone */
  row(id: string): EntityRow<N> | null {
    const known = this.#rows.get(id)
    if (known) return known
    const row = readRow(this.#file.read, this.entity, id) ?? null
    if (row) {
      if (this.#rows.size >= MOST_ROWS) this.#rows.clear()
      this.#rows.set(id, row)
    }
    return row
  }

  /** @returns whether all is taken in */
  #slice(): boolean {
    const fromMs = this.#clock.monotonic()
    while (this.#anew !== null || this.#changed.size > 0) {
      if (this.#clock.monotonic() - fromMs > SLICE_MS) return false
      if (this.#anew) this.#makeAnew(this.#anew)
      else this.#takeChanged()
    }
    return true
  }

  async #inSlices(): Promise<void> {
    do {
      await this.#clock.sleep(0, this.#stopped)
      this.#stopped.throwIfAborted()
    } while (!this.#slice())
  }

  /** Reads the rows that fill a block, or puts those that were read in. */
  #makeAnew(anew: Anew<N>): void {
    if (anew.rows.length > 0) {
      anew.index.put(anew.rows.map(this.#entryOf))
      anew.rows = []
      return
    }
    const { size } = anew.index
    anew.rows = rowsAfter(this.#file.read, this.entity, anew.afterId, size === 0 ? FIRST : BLOCK - size % BLOCK)
    const last = anew.rows.at(-1)
    if (last) {
      anew.afterId = last.id
      return
    }
    this.#index = anew.index
    this.#anew = null
  }

  /** Those of the changed rows that stand in one block, or that stand in none yet: a block is made again once for all of them. */
  #takeChanged(): void {
    const [first] = this.#changed
    if (first === undefined) return
    const block = this.#index.entry(first)?.block
    const ids = [...this.#changed].filter(id => this.#index.entry(id)?.block === block).slice(0, MOST_CHANGED)
    const rows: EntityRow<N>[] = []
    const gone: string[] = []
    for (const id of ids) {
      this.#changed.delete(id)
      const row = readRow(this.#file.read, this.entity, id)
      if (row) rows.push(row)
      else gone.push(id)
    }
    this.#index.remove(gone)
    this.#index.put(rows.map(this.#entryOf))
  }
}
