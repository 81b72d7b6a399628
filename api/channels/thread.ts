import type { Conversation, Message, SystemLine } from '../../domain/entities/conversation.ts'
import { maskText } from '../../domain/personal-data/mask.ts'
import type { ChangeSet } from '../store/change-set.ts'

/** Characters of the last message that a list row shows. */
const SNIPPET_LENGTH = 80

/** What is said; the rest of the row follows from the thread. */
export type Line = Pick<Message, 'id' | 'author' | 'body'> &
  Partial<Pick<Message, 'authorId' | 'lineKind' | 'scriptId' | 'system' | 'attachmentIds' | 'quoteId' | 'mentions' | 'clientAtMs'>>

/** The first characters of a message, personal numbers masked. */
export function snippetOf(body: string, attachmentCount: number): string {
  const text = maskText(body).replace(/\s+/g, ' ').trim()
  return [...(text === '' && attachmentCount > 0 ? '[图片]' : text)].slice(0, SNIPPET_LENGTH).join('')
}

/**
 * Puts a line at the end of a thread. The conversation is locked by the caller, who also puts the returned row: lines of
 * people become its snippet; an automatic line does only where nothing was said before, so that the list shows the question
 * that waits and not our greeting. @param atMs the server's time of acceptance
 */
export async function appendLine(
  changes: ChangeSet, conversation: Conversation, line: Line, atMs: number,
): Promise<{ conversation: Conversation, message: Message }> {
  const position = conversation.lastPosition + 1
  const message: Message = {
    conversationId: conversation.id, position, authorId: null, lineKind: null, scriptId: null, system: null, attachmentIds: [],
    quoteId: null, mentions: [], clientAtMs: atMs, ...line, acceptedAtMs: atMs, deliveredAtMs: null,
  }
  await changes.put('message', message)
  const { author } = line
  const shown = author === 'customer' || author === 'agent' || (author === 'automatic' && conversation.snippet === '')
  return {
    message,
    conversation: {
      ...conversation,
      lastPosition: position,
      ...(shown ? {
        snippet: snippetOf(line.body, message.attachmentIds.length), lastMessageAtMs: atMs, lastAuthor: author,
      } : {}),
    },
  }
}

/** A line that the program writes about the conversation, in the reader's language. */
export function systemLine(id: string, kind: SystemLine['kind'], params: SystemLine['params'] = {}): Line {
  return { id, author: 'system', body: '', system: { kind, params } }
}
