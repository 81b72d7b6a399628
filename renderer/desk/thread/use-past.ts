import { useEffect, useState } from 'react'
import type { DeskError } from '../../../protocol/desk-api.ts'
import type { HistoryView } from '../../../protocol/views.ts'
import type { DeskClient } from '../../bridge/client.ts'

export type Past = {
  /** null = nothing has come yet. */
  view: HistoryView | null
  error: DeskError | null
  busy: boolean
  /** One page more, or once more after an error. */
  more: () => void
}

type Held = {
  of: string
  view: HistoryView | null
  error: DeskError | null
  /** Counts what the agent asked for: a page that came is no wish for the next one. */
  asked: number
  /** Position before which the next page ends; null = the newest. */
  before: number | null
}
const nothing = (of: string): Held => ({ of, view: null, error: null, asked: 0, before: null })
const askedForMore = (now: Held): Held => ({ ...now, asked: now.asked + 1, before: now.view?.items[0]?.position ?? null })

/** A conversation that is not on this desk, page by page from the server. Nothing of it is kept. */
export function usePast(client: DeskClient, conversationId: string): Past {
  const [held, setHeld] = useState(nothing(conversationId))
  const [answered, setAnswered] = useState(-1)
  if (held.of !== conversationId) {
    setHeld(nothing(conversationId))
    setAnswered(-1)
  }
  const { asked, before } = held
  useEffect(() => {
    let here = true
    void client.call('conversation.history', { conversationId, before }).then(answer => {
      if (!here) return
      setAnswered(asked)
      setHeld(now => ({
        ...now, error: answer.ok ? null : answer.error,
        view: !answer.ok ? now.view : now.view && before !== null ? joined(answer.value, now.view) : answer.value,
      }))
    })
    return () => { here = false }
  }, [client, conversationId, asked, before])
  const busy = answered !== asked
  return { view: held.view, error: busy ? null : held.error, busy, more: () => { setHeld(askedForMore) } }
}

function joined(earlier: HistoryView, later: HistoryView): HistoryView {
  const known = new Set(later.attachments.map(one => one.id))
  return {
    conversation: earlier.conversation, items: [...earlier.items, ...later.items], hasEarlier: earlier.hasEarlier,
    attachments: [...earlier.attachments.filter(one => !known.has(one.id)), ...later.attachments],
  }
}
