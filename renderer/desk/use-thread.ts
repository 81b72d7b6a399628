import { useCallback, useEffect, useState } from 'react'
import type { DeskError } from '../../protocol/desk-api.ts'
import type { ThreadView } from '../../protocol/views.ts'
import type { DeskClient } from '../bridge/client.ts'
import { followThread, useLive } from '../state/live-store.ts'

const PAGE = 60
/** Up to this many pages stay when one is back at the end. */
const KEPT_PAGES = 3
/** As many lines of a talk as the core gives at once. */
export const MOST_LINES = 2_000

export type OpenThread = {
  /** undefined = on its way, null = not on this desk. */
  view: ThreadView | null | undefined
  error: DeskError | null
  /** Asks for one page more of the past. */
  earlier: () => void
  /** Back at the end: what was fetched of the past for reading is let go, so that a new line costs no more than in a short talk. */
  latest: () => void
}

/** Follows the thread of the open conversation; scrolling up asks for more of it. */
export function useThreadOf(client: DeskClient, conversationId: string | null): OpenThread {
  const [pages, setPages] = useState({ of: conversationId, count: 1 })
  if (pages.of !== conversationId) setPages({ of: conversationId, count: 1 })
  const limit = Math.min(MOST_LINES, pages.count * PAGE)
  useEffect(() => conversationId === null ? undefined : followThread(client, conversationId, limit), [client, conversationId, limit])
  const view = useLive(state => conversationId === null ? undefined : state.threads[conversationId])
  const error = useLive(state => conversationId === null ? null : state.threadErrors[conversationId] ?? null)
  const earlier = useCallback(() => { setPages(now => ({ ...now, count: now.count + 1 })) }, [])
  const latest = useCallback(() => { setPages(now => now.count > KEPT_PAGES ? { ...now, count: 1 } : now) }, [])
  return { view, error, earlier, latest }
}
