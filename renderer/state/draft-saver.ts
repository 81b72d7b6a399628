import type { DeskClient } from '../bridge/client.ts'
import { compose, composing, fillDraft } from './composer-store.ts'

/** A pause in typing after which the draft is stored. */
const PAUSE_MS = 300

/** Keeps each composer's text in the core's file: after every pause, at a switch, and again when the core came back. */
export type DraftSaver = {
  /** Fetches the stored draft into an untouched composer. */
  open(conversationId: string): void
  /** The text has changed. */
  changed(conversationId: string, text: string): void
  /** Stores at once what is not stored yet. */
  flush(conversationId: string): void
  flushAll(): void
  /** Another window of this desk stored a draft: shown here too, unless hands here have typed since. */
  elsewhere(conversationId: string, body: string): void
  /** Another agent: nothing that still waits may be stored. */
  forget(): void
}

/**
 * @param after runs an act once after some ms, and gives back how to cancel it
 * @param stored hears of every draft that was stored: for the other windows
 */
export function createDraftSaver(
  client: Pick<DeskClient, 'call'>, after: (ms: number, act: () => void) => () => void,
  stored: (conversationId: string, body: string) => void = () => undefined,
): DraftSaver {
  const waiting = new Map<string, () => void>()

  async function save(conversationId: string): Promise<void> {
    waiting.get(conversationId)?.()
    waiting.delete(conversationId)
    const { text } = composing(conversationId)
    const answer = await client.call('draft.save', { conversationId, body: text })
    if (answer.ok) stored(conversationId, text)
    const now = composing(conversationId)
    if (!answer.ok) compose(conversationId, { draft: 'failed' })
    else if (now.text === text && now.draft !== 'unread') compose(conversationId, { draft: 'saved' })
  }

  return {
    open(conversationId) {
      if (composing(conversationId).draft !== 'unread') return
      void client.call('draft.read', { conversationId }).then(answer => {
        if (answer.ok) fillDraft(conversationId, answer.value.body)
      })
    },
    changed(conversationId, text) {
      compose(conversationId, { text, draft: 'changed' })
      waiting.get(conversationId)?.()
      waiting.set(conversationId, after(PAUSE_MS, () => { void save(conversationId) }))
    },
    flush(conversationId) {
      if (waiting.has(conversationId) || ['failed', 'changed'].includes(composing(conversationId).draft)) void save(conversationId)
    },
    flushAll() {
      for (const conversationId of [...waiting.keys()]) void save(conversationId)
    },
    elsewhere(conversationId, body) {
      const { draft, text } = composing(conversationId)
      if (draft === 'saved' && text !== body) compose(conversationId, { text: body })
    },
    forget() {
      for (const cancel of waiting.values()) cancel()
      waiting.clear()
    },
  }
}
