import { maskText } from '../../domain/personal-data/mask.ts'
import type { DeskMessage } from '../../db/messages.ts'
import type { ReplayContext } from './context.ts'

const SNIPPET = 80
type Line = Pick<DeskMessage, 'id' | 'conversationId' | 'author' | 'body'> & Partial<DeskMessage>

/** A line of the thread, until the server's own comes. Nothing is written into a conversation that is not here (any more). */
export function line(context: ReplayContext, message: Line): void {
  if (!context.read('conversation', message.conversationId)) return
  context.makeMessage({
    position: null, authorId: context.me.personId, lineKind: null, scriptId: null, system: null, attachmentIds: [], quoteId: null,
    mentions: [], clientAtMs: context.atMs, acceptedAtMs: context.atMs, deliveredAtMs: null, ...message,
  })
}

/** A line of this agent to the customer, and how its conversation looks in the lists by it. */
export function said(context: ReplayContext, message: Omit<Line, 'author'>): void {
  line(context, { ...message, author: 'agent' })
  context.change('conversation', message.conversationId, row => ({
    snippet: message.body === '' ? row.snippet : maskText(message.body).slice(0, SNIPPET), lastMessageAtMs: context.atMs,
    lastAuthor: 'agent' as const, seenPosition: row.lastPosition,
  }))
}
