import type { InsertedScript } from '../../domain/entities/inserted-script.ts'
import { MOST_INSERTED } from '../../domain/entities/plain-lists.ts'
import type { DraftKind, DraftPicture } from '../../protocol/views.ts'
import type { DeskClient } from '../bridge/client.ts'
import { compose, composing, fillDraft, fillNote } from './composer-store.ts'

/** A pause in typing after which the draft is stored. */
const PAUSE_MS = 300

/** A draft as stored, for the other windows of this desk. */
export type StoredDraft = { conversationId: string; draft: DraftKind; body: string; pictures: DraftPicture[]; inserted: InsertedScript[] }

/** Keeps each composer's texts, pictures and what was inserted in the core's file: after every pause, at a switch, and again when the core came back. */
export type DraftSaver = {
  /** Fetches the stored drafts into an untouched composer. */
  open(conversationId: string): void
  /** The reply has changed. */
  changed(conversationId: string, text: string): void
  /** The internal note has changed. It is a draft of its own: it never becomes a reply. */
  noteChanged(conversationId: string, text: string): void
  /** Pictures were chosen or taken out. */
  picturesChanged(conversationId: string, pictures: DraftPicture[]): void
  /** Stores at once what is not stored yet. */
  flush(conversationId: string): void
  flushAll(): void
  /** Another window of this desk stored a draft: shown here too, unless hands here have typed since. */
  elsewhere(stored: StoredDraft): void
  /** Another agent: nothing that still waits may be stored. */
  forget(): void
}

/**
 * @param after runs an act once after some ms, and gives back how to cancel it
 * @param stored hears of every draft that was stored: for the other windows
 */
export function createDraftSaver(
  client: Pick<DeskClient, 'call'>, after: (ms: number, act: () => void) => () => void,
  stored: (draft: StoredDraft) => void = () => undefined,
): DraftSaver {
  const waiting = { reply: new Map<string, () => void>(), note: new Map<string, () => void>() }

  async function save(conversationId: string, draft: DraftKind): Promise<void> {
    waiting[draft].get(conversationId)?.()
    waiting[draft].delete(conversationId)
    const { text, noteText, pictures, inserted: scripts } = composing(conversationId)
    const [body, chosen, inserted] = draft === 'note' ? [noteText, [], []] : [text, pictures, scripts.slice(0, MOST_INSERTED)]
    const answer = await client.call('draft.save', {
      conversationId, kind: draft, body, attachmentIds: chosen.map(({ id }) => id), ...(inserted.length > 0 ? { inserted } : {}),
    })
    if (answer.ok) stored({ conversationId, draft, body, pictures: chosen, inserted })
    const now = composing(conversationId)
    const same = draft === 'note' ? now.noteText === body : now.text === body && now.pictures === pictures
    const slot = draft === 'note' ? 'noteDraft' : 'draft'
    if (!answer.ok) compose(conversationId, { [slot]: 'failed' })
    else if (same && now[slot] !== 'unread') compose(conversationId, { [slot]: 'saved' })
  }

  const soon = (conversationId: string, draft: DraftKind) => {
    waiting[draft].get(conversationId)?.()
    waiting[draft].set(conversationId, after(PAUSE_MS, () => { void save(conversationId, draft) }))
  }

  return {
    open(conversationId) {
      const now = composing(conversationId)
      if (now.draft === 'unread') {
        void client.call('draft.read', { conversationId, kind: 'reply' }).then(answer => {
          if (answer.ok) fillDraft(conversationId, answer.value.body, answer.value.pictures, answer.value.inserted)
        })
      }
      if (now.noteDraft === 'unread') {
        void client.call('draft.read', { conversationId, kind: 'note' }).then(answer => {
          if (answer.ok) fillNote(conversationId, answer.value.body)
        })
      }
    },
    changed(conversationId, text) {
      compose(conversationId, { text, draft: 'changed' })
      soon(conversationId, 'reply')
    },
    noteChanged(conversationId, noteText) {
      compose(conversationId, { noteText, noteDraft: 'changed' })
      soon(conversationId, 'note')
    },
    picturesChanged(conversationId, pictures) {
      compose(conversationId, { pictures, draft: 'changed' })
      soon(conversationId, 'reply')
    },
    flush(conversationId) {
      const now = composing(conversationId)
      if (waiting.reply.has(conversationId) || ['failed', 'changed'].includes(now.draft)) void save(conversationId, 'reply')
      if (waiting.note.has(conversationId) || ['failed', 'changed'].includes(now.noteDraft)) void save(conversationId, 'note')
    },
    flushAll() {
      for (const draft of ['reply', 'note'] as const) {
        for (const conversationId of [...waiting[draft].keys()]) void save(conversationId, draft)
      }
    },
    elsewhere({ conversationId, draft, body, pictures, inserted }) {
      const now = composing(conversationId)
      if (draft === 'note') {
        if (now.noteDraft === 'saved' && now.noteText !== body) compose(conversationId, { noteText: body })
      } else if (now.draft === 'saved') compose(conversationId, { text: body, pictures, inserted })
    },
    forget() {
      for (const waits of Object.values(waiting)) {
        for (const cancel of waits.values()) cancel()
        waits.clear()
      }
    },
  }
}
