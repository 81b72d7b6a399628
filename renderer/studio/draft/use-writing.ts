import { useEffect, useMemo, useRef } from 'react'
import type { ContentKind } from '../../../domain/entities/release.ts'
import type { StudioItem } from '../../../protocol/script-views.ts'
import type { DeskClient } from '../../bridge/client.ts'
import { later } from '../../edge/clock.ts'
import { useDesk } from '../../state/desk-context.ts'
import type { Desk } from '../../state/desk-context.ts'
import { createDraftWriter, useWritings, writingKey } from '../../state/writings.ts'
import type { DraftWriter } from '../../state/writings.ts'

export type StudioDraft = StudioItem['drafts'][number]
type Row = Record<string, unknown>

const writers = new WeakMap<DeskClient, DraftWriter>()

/** The one writer of this window. */
export function writerOf(client: DeskClient): DraftWriter {
  const found = writers.get(client) ?? createDraftWriter(client, later)
  writers.set(client, found)
  return found
}

/** My own draft of a thing: the newest, should two desks of mine have begun one each. */
export function mineOf(item: StudioItem | null): StudioDraft | null {
  const mine = item?.drafts.filter(draft => draft.mine) ?? []
  return mine.sort((a, b) => b.updatedAtMs - a.updatedAtMs)[0] ?? null
}

/** Begins something new of a kind. @returns its id */
export function startNew({ client, ids }: Pick<Desk, 'client' | 'ids'>, kind: ContentKind, content: object): string {
  const targetId = ids.next()
  const writer = writerOf(client)
  writer.write({ draftId: ids.next(), kind, targetId, baseVersion: 0, action: 'put', content: { ...content } })
  void writer.flush(writingKey(kind, targetId))
  return targetId
}

export type WritingNow<C> = {
  /** What the editor shows: what I write, else my draft, else what is live, else somebody's draft. */
  content: C
  mine: StudioDraft | null
  others: StudioDraft[]
  /** changed, saving, failed: not in the file yet. pending: here, not at the server. saved: at the server. none: nothing written. */
  state: 'none' | 'changed' | 'saving' | 'failed' | 'pending' | 'saved'
  /** What is live is newer than what I began from. */
  stale: boolean
  /** @param over another version to go on from, after a merge or to bring an old one back */
  write: (content: C, over?: number) => void
  retire: () => void
  drop: () => void
  flush: () => void
}

/** Writes on one thing of the studio: kept as one types, offline too. @param read a row or draft as content (content.ts) */
export function useWriting<C extends object>(kind: ContentKind, item: StudioItem, read: (row: Row) => C): WritingNow<C> {
  const { client, ids } = useDesk()
  const writer = writerOf(client)
  const key = writingKey(kind, item.id)
  const writing = useWritings(all => all[key])
  const mine = mineOf(item)
  const others = item.drafts.filter(draft => !draft.mine)
  const row = writing?.content ?? mine?.content ?? item.live ?? others[0]?.content
  const content = useMemo(() => read(row ?? {}), [read, row])

  // Stored, and the query has told of it: from here on the query is the truth.
  const over = useRef<{ draft: StudioDraft | null; saved: boolean }>({ draft: mine, saved: false })
  useEffect(() => {
    const saved = writing?.state === 'saved'
    if (saved && over.current.saved && over.current.draft !== mine) writer.settle(key)
    over.current = { draft: mine, saved }
  }, [writing, mine, key, writer])
  // Going elsewhere stores at once.
  useEffect(() => () => { void writer.flush(key) }, [writer, key])

  const put = (action: 'put' | 'retire', next: object, baseVersion?: number) => {
    writer.write({
      kind, targetId: item.id, draftId: writing?.draftId ?? mine?.id ?? ids.next(), action, content: { ...next },
      baseVersion: baseVersion ?? writing?.baseVersion ?? mine?.baseVersion ?? item.liveVersion,
    })
  }
  const base = writing?.baseVersion ?? mine?.baseVersion
  return {
    content, mine, others,
    state: writing && writing.state !== 'saved' ? writing.state : mine ? (mine.pending ? 'pending' : 'saved') : writing ? 'pending' : 'none',
    stale: base !== undefined && item.live !== null && base !== item.liveVersion,
    write: (next, version) => { put('put', next, version) },
    retire: () => {
      put('retire', content)
      void writer.flush(key)
    },
    drop: () => {
      const draftId = mine?.id ?? writing?.draftId
      writer.drop(key)
      if (draftId) void client.call('studio.draftDrop', { draftId })
    },
    flush: () => { void writer.flush(key) },
  }
}
