import type { LineKind } from '../../../domain/entities/team.ts'
import type { Span } from '../../../protocol/script-views.ts'
import { compose, composing } from '../../state/composer-store.ts'
import type { DraftSaver } from '../../state/draft-saver.ts'
import { insertedScript } from '../../state/inserted.ts'
import { askFocus } from '../../state/window-store.ts'
import { openVariables } from './variables.ts'

/** Where the caret of each reply stands, kept so that an inserted line lands there; and the field it is written in. */
const carets = new Map<string, number>()
const fields = new Map<string, HTMLTextAreaElement>()

export function keepCaret(conversationId: string, at: number): void {
  carets.set(conversationId, at)
}

/** The field in which this reply is written now; null when it is not on screen. */
export function keepField(conversationId: string, field: HTMLTextAreaElement | null): void {
  if (field) fields.set(conversationId, field)
  else fields.delete(conversationId)
}

export type Insertion = {
  line: string
  /** The script it comes from, and what kind of line that is when it is known. */
  script: { id: string; kind: LineKind | null } | null
  /** Taken away for it: the search typed behind a slash. */
  instead?: Span | null
}

/**
 * Puts a line into the reply at the caret; nothing else that was typed is replaced, and the field's own undo takes it back. The first
 * place to be filled in is selected.
 */
export function insertAtCaret(conversationId: string, { line, script, instead = null }: Insertion, drafts: DraftSaver): void {
  compose(conversationId, { note: false })
  const { text } = composing(conversationId)
  const [from, to] = instead ?? [carets.get(conversationId) ?? text.length, carets.get(conversationId) ?? text.length]
  const next = inserted(text, line, from, to)
  write(conversationId, next.put, next.from, next.to, drafts, next.text)
  const begins = next.caret - line.length
  const open = openVariables(line)
  if (script) {
    const all = [...composing(conversationId).inserted, insertedScript(script, line, open, begins)]
    compose(conversationId, { inserted: all.sort((a, b) => a.from - b.from) })
  }
  const first = open[0]
  selectInReply(conversationId, first ? [begins + first[0], begins + first[1]] : [next.caret, next.caret])
}

/** Puts other words in the place of some: the field's own undo takes it back. */
export function replaceInReply(conversationId: string, [from, to]: Span, words: string, drafts: DraftSaver): void {
  const { text } = composing(conversationId)
  write(conversationId, words, from, to, drafts, text.slice(0, from) + words + text.slice(to))
  selectInReply(conversationId, [from + words.length, from + words.length])
}

/** Puts the cursor into the reply and selects there. */
export function selectInReply(conversationId: string, [from, to]: Span): void {
  carets.set(conversationId, to)
  const field = fields.get(conversationId)
  if (!field?.isConnected) {
    askFocus()
    return
  }
  field.focus({ preventScroll: true })
  field.setSelectionRange(from, to)
}

/** Back into the reply, where the cursor was. */
export function focusReply(conversationId: string): void {
  const at = carets.get(conversationId) ?? composing(conversationId).text.length
  selectInReply(conversationId, [at, at])
}

function write(conversationId: string, put: string, from: number, to: number, drafts: DraftSaver, next: string): void {
  const field = fields.get(conversationId)
  if (field?.isConnected && field.value === composing(conversationId).text) {
    field.focus({ preventScroll: true })
    field.setSelectionRange(from, to)
    // As if it were typed: Ctrl Z takes it back.
    document.execCommand('insertText', false, put)
  }
  if (composing(conversationId).text !== next) drafts.changed(conversationId, next)
}

/** @returns the text with the line in the place of `[from, to)`, what was put there, and where the caret stands after it */
export function inserted(text: string, line: string, at: number, end = at): { text: string; put: string; from: number; to: number; caret: number } {
  const from = Math.min(Math.max(0, at), text.length)
  const to = Math.min(Math.max(from, end), text.length)
  // Two sentences of letters need a blank between them; Chinese does not.
  const put = /[\w.,!?;:)'"]$/.test(text.slice(0, from)) && /^\w/.test(line) ? ` ${line}` : line
  return { text: text.slice(0, from) + put + text.slice(to), put, from, to, caret: from + put.length }
}
