import type { ReadDb } from '../../db/handle.ts'
import { allOfMine } from '../../db/studio-rows.ts'
import { readRow } from '../../db/synced/rows.ts'
import type { BulkChange, BulkKind } from '../../domain/entities/bulk-change.ts'
import type { ContentDraft } from '../../domain/entities/release.ts'
import type { Clock, Ids } from '../../domain/ports.ts'
import { changedBy, contentOf } from '../../domain/scripts/bulk-change.ts'
import type { CallInput } from '../../protocol/desk-api.ts'
import type { MutationArgs } from '../../protocol/mutations.ts'
import type { BulkView } from '../../protocol/script-views.ts'
import { errorOf } from '../failure.ts'
import { sameValue } from '../queries/same-value.ts'
import type { OpenDesk } from '../session/open-desk.ts'

type Put = MutationArgs<'studio.draft_put'>
type Target = CallInput<'studio.bulk'>['targets'][number]
/** What was written, and what stood there before; null = nothing of mine. */
type Done = { written: Put; before: Put | null }

/** Targets of one turn: about 5 ms of the core's thread, and a commit that fits one of the server's. */
const SLICE = 25
/** Between two turns everybody else has theirs. */
const REST_MS = 4

const putOf = ({ id, kind, targetId, baseVersion, action, content }: ContentDraft): Put => ({ draftId: id, kind, targetId, baseVersion, action, content })

/** A personal script is its agent's. */
function liveOf(db: ReadDb, kind: BulkKind, id: string): (Record<string, unknown> & { version: number }) | null {
  if (kind === 'knowledge') return readRow(db, kind, id)
  const script = readRow(db, kind, id)
  return script?.personId === null ? script : null
}

/**
 * One change for many things, as drafts, slice by slice; a slice is one transaction and one intent. One at a time. What was done can be put back
 * until the next one begins or the desk closes: a draft that somebody has written on since, that was released or discarded, stays as it is.
 */
export class BulkEdits {
  readonly #desk: OpenDesk
  readonly #parts: { clock: Clock; ids: Ids }
  readonly #changed: () => void
  readonly #closed = new AbortController()
  #done: Done[] = []
  #cancelled = false
  #view: BulkView | null = null

  /** @param changed the view is another one */
  constructor(desk: OpenDesk, parts: { clock: Clock; ids: Ids }, changed: () => void) {
    this.#desk = desk
    this.#parts = parts
    this.#changed = changed
  }

  get view(): BulkView | null {
    return this.#view
  }

  get isBusy(): boolean {
    return this.#view?.state === 'running' || this.#view?.state === 'returning'
  }

  /** In: nothing is on its way. Goes on by itself; the view says how far it is. */
  start(targets: readonly Target[], change: BulkChange): void {
    this.#done = []
    this.#cancelled = false
    this.#show({ state: 'running', done: 0, total: targets.length, drafts: 0, left: 0, problem: null })
    void this.#run(targets, change)
  }

  /** What is done so far is put back. */
  cancel(): void {
    if (this.#view?.state === 'running') this.#cancelled = true
  }

  /** Puts everything back that the last one did. */
  undo(): void {
    if (this.#view?.state === 'done') void this.#return()
  }

  /** The view goes, and with it the way back. */
  forget(): void {
    if (this.isBusy) return
    this.#done = []
    this.#view = null
    this.#changed()
  }

  stop(): void {
    this.#closed.abort()
  }

  async #run(targets: readonly Target[], change: BulkChange): Promise<void> {
    const ended = await this.#inSlices(targets, slice => {
      const drafts = this.#drafted(slice, change)
      this.#put(drafts.map(({ written }) => written))
      this.#done.push(...drafts)
      this.#show({ drafts: this.#done.length })
    })
    if (ended === 'cancelled') await this.#return()
    else if (ended === 'all') this.#show({ state: 'done' })
  }

  async #return(): Promise<void> {
    this.#cancelled = false
    const done = this.#done
    this.#show({ state: 'returning', done: 0, total: done.length, left: 0 })
    const ended = await this.#inSlices(done, slice => {
      const same = slice.filter(({ written }) => this.#isAsWritten(written))
      this.#desk.file.write(() => {
        this.#put(same.flatMap(({ before }) => before ?? []))
        const draftIds = same.filter(({ before }) => before === null).map(({ written }) => written.draftId)
        if (draftIds.length > 0) this.#desk.commit('studio.drafts_drop', { draftIds }, this.#parts.ids.next())
      })
      this.#show({ left: (this.#view?.left ?? 0) + slice.length - same.length })
    })
    if (ended === 'all') {
      this.#done = []
      this.#show({ state: 'returned' })
    }
  }

  /** @returns `stopped`: the file could not be written, what was done until then can be put back; `closed`: nobody is there any more */
  async #inSlices<T>(all: readonly T[], work: (slice: T[]) => void): Promise<'all' | 'cancelled' | 'stopped' | 'closed'> {
    for (let from = 0; from < all.length; from += SLICE) {
      if (this.#closed.signal.aborted) return 'closed'
      if (this.#cancelled) return 'cancelled'
      try {
        work(all.slice(from, from + SLICE))
      } catch (error) {
        this.#show({ state: 'done', problem: errorOf(error).code === 'disk_full' ? 'disk_full' : 'unknown' })
        return 'stopped'
      }
      this.#show({ done: Math.min(from + SLICE, all.length) })
      await this.#parts.clock.sleep(REST_MS, this.#closed.signal).catch(() => undefined)
    }
    return this.#cancelled ? 'cancelled' : 'all'
  }

  /** The drafts that the change makes of some targets: mine goes on, else a new one over what is live. */
  #drafted(targets: readonly Target[], change: BulkChange): Done[] {
    const { file: { read }, me } = this.#desk
    const mine = allOfMine(read, me.personId, targets.map(({ id }) => id))
    return targets.flatMap(({ kind, id }): Done[] => {
      const draft = mine.get(id)
      const live = liveOf(read, kind, id)
      // What only somebody else is writing is theirs, and what never was live cannot be retired.
      if (!live && (!draft || change.what === 'retire')) return []
      const before = draft ?? { action: 'put' as const, content: contentOf(kind, live ?? {}) }
      const after = changedBy(change, kind, before)
      if (!after) return []
      const written = { kind, targetId: id, draftId: draft?.id ?? this.#parts.ids.next(), baseVersion: draft?.baseVersion ?? live?.version ?? 0, ...after }
      return [{ written, before: draft ? putOf(draft) : null }]
    })
  }

  #isAsWritten({ draftId, action, content }: Put): boolean {
    const now = readRow(this.#desk.file.read, 'content_draft', draftId)
    return now?.action === action && sameValue(now.content, content)
  }

  #put(drafts: Put[]): void {
    if (drafts.length > 0) this.#desk.commit('studio.drafts_put', { drafts }, this.#parts.ids.next())
  }

  #show(change: Partial<BulkView>): void {
    if (this.#closed.signal.aborted) return
    this.#view = { state: 'running', done: 0, total: 0, drafts: 0, left: 0, problem: null, ...this.#view, ...change }
    this.#changed()
  }
}
