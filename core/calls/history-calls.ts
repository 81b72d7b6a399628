import { allPeople } from '../../db/roster.ts'
import type { ThreadItem } from '../../protocol/views.ts'
import { openDesk, type CallParts, type Calls } from './context.ts'

/** What was said in conversations that are not on this desk: asked of the server, shown, never stored. */
export function historyCalls(parts: CallParts): Calls<'conversation.history'> {
  return {
    'conversation.history': async ({ conversationId, before }) => {
      const desk = openDesk(parts)
      const { conversation, messages, attachments, hasEarlier } = await desk.client.history(conversationId, before)
      for (const attachment of attachments) parts.looked.set(attachment.id, attachment)
      const names = new Map(desk.file.open ? allPeople(desk.file.read).map(person => [person.id, person.name]) : [])
      const items = messages.map((message): ThreadItem => ({
        ...message, status: message.deliveredAtMs === null ? 'sent' : 'delivered', heldUntilMs: null, refusal: null,
        authorName: message.author === 'customer' ? conversation.customerName : names.get(message.authorId ?? '') ?? null,
      }))
      return { conversation, items, attachments: attachments.map(one => ({ ...one, progress: null, failed: false })), hasEarlier }
    },
  }
}
