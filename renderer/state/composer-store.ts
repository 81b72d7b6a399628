import { create } from 'zustand'
import type { InsertedScript } from '../../domain/entities/inserted-script.ts'
import type { DraftPicture } from '../../protocol/views.ts'
import { moveInserted } from './inserted.ts'

/** Where a typed text is: `unread` the stored draft has not come yet. */
export type DraftState = 'unread' | 'saved' | 'changed' | 'failed'

/** Why Enter did not send this text: it is blocked, something is not filled in, or it sends when Enter is pressed again (C6). */
export type HeldBack = { text: string; why: 'block' | 'warn' | 'variable' }

/** What one composer holds. Only the agent's own hands and the calls below change it; nothing remote ever does. */
export type Composing = {
  text: string
  /** Kept apart from the reply: a note must never end up in front of a customer. */
  noteText: string
  note: boolean
  quoteId: string | null
  /** Go with the next reply; their bytes are in the core's file already. */
  pictures: DraftPicture[]
  /** The scripts in `text`, where they stand now. */
  inserted: InsertedScript[]
  heldBack: HeldBack | null
  draft: DraftState
  noteDraft: DraftState
  sending: boolean
}

export const emptyComposing: Composing = {
  text: '', noteText: '', note: false, quoteId: null, pictures: [], inserted: [], heldBack: null, draft: 'unread', noteDraft: 'unread', sending: false,
}

type ComposerState = { of: Record<string, Composing | undefined> }
export const useComposer = create<ComposerState>()(() => ({ of: {} }))

/** What the composer of this conversation holds now. */
export function composing(conversationId: string): Composing {
  return useComposer.getState().of[conversationId] ?? emptyComposing
}

/** Changes what a composer holds. The scripts in it keep their places in the new text. */
export function compose(conversationId: string, change: Partial<Composing>): void {
  useComposer.setState(({ of }) => {
    const before = of[conversationId] ?? emptyComposing
    const follows = change.text === undefined || change.text === before.text ? {}
      : { inserted: moveInserted(before.inserted, before.text, change.text), heldBack: null }
    return { of: { ...of, [conversationId]: { ...before, ...follows, ...change } } }
  })
}

/** A stored draft came: it fills a composer that is still untouched, and never one that was typed in. */
export function fillDraft(conversationId: string, body: string, pictures: DraftPicture[] = [], inserted: InsertedScript[] = []): void {
  const now = composing(conversationId)
  if (now.draft !== 'unread') return
  compose(conversationId, now.text === '' && now.pictures.length === 0 ? { text: body, pictures, inserted, draft: 'saved' } : { draft: 'changed' })
}

/** A stored note came: as for the reply. */
export function fillNote(conversationId: string, body: string): void {
  const now = composing(conversationId)
  if (now.noteDraft !== 'unread') return
  compose(conversationId, now.noteText === '' ? { noteText: body, noteDraft: 'saved' } : { noteDraft: 'changed' })
}

/** A text that comes back (taken back, refused, failed) stands before what was typed since, with the scripts in it. */
export function putBack(conversationId: string, body: string, inserted: readonly InsertedScript[] = []): void {
  const now = composing(conversationId)
  const text = joinReturned(body, now.text)
  compose(conversationId, { text, inserted: [...inserted, ...moveInserted(now.inserted, now.text, text)], note: false, draft: 'changed' })
}

/** The returned text first, then on a new line what was typed since; the same text is not doubled. */
export function joinReturned(returned: string, typed: string): string {
  if (typed.trim() === '' || typed.trim() === returned.trim()) return returned
  return `${returned}\n${typed}`
}

/** Everything typed leaves the window: another agent signs in. */
export function forgetComposers(): void {
  useComposer.setState({ of: {} })
}
