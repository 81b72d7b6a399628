import { compose, composing } from '../../state/composer-store.ts'
import type { DraftSaver } from '../../state/draft-saver.ts'
import { askFocus } from '../../state/window-store.ts'

/** Where the caret of each composer stands, kept so that an inserted line lands there. */
const carets = new Map<string, number>()

export function keepCaret(conversationId: string, at: number): void {
  carets.set(conversationId, at)
}

/** Puts a line into the reply at the caret; nothing typed is replaced. */
export function insertAtCaret(conversationId: string, line: string, drafts: DraftSaver): void {
  const { text } = composing(conversationId)
  const { text: next, caret } = inserted(text, line, carets.get(conversationId) ?? text.length)
  compose(conversationId, { note: false })
  drafts.changed(conversationId, next)
  carets.set(conversationId, caret)
  askFocus()
}

/** @returns the text with the line in it, and where the caret stands after it */
export function inserted(text: string, line: string, at: number): { text: string; caret: number } {
  const place = Math.min(Math.max(0, at), text.length)
  return { text: text.slice(0, place) + line + text.slice(place), caret: place + line.length }
}
