import type { Conversation } from '../../domain/entities/conversation.ts'
import { conversationScope } from '../../domain/entities/scopes.ts'
import { apologyDue } from '../../domain/timers/dues.ts'
import { policyOf } from '../../domain/timers/policy.ts'
import { readHeld } from '../../db/local/held.ts'
import { readInbox } from '../../db/local/inbox.ts'
import { unsentMessageIds } from '../../db/local/outbox.ts'
import { readUploads } from '../../db/local/attachment-bytes.ts'
import { pendingMessages, thread as acceptedMessages, type DeskMessage } from '../../db/messages.ts'
import { peopleNames } from '../../db/roster.ts'
import { readRow } from '../../db/synced/rows.ts'
import { isInScope } from '../../db/synced/scopes.ts'
import { attachmentsOf, promisesOf, proposedOf } from '../../db/threads.ts'
import { MUTATIONS } from '../../protocol/mutations.ts'
import type { RefusalCode } from '../../protocol/mutations.ts'
import type { ThreadItem, ThreadView } from '../../protocol/views.ts'
import type { QueryContext } from './context.ts'
import { duesToShow } from './dues.ts'
import { holdersOf } from './holders.ts'
import { leadsTeams } from './shift/leads.ts'

/** @returns a conversation with its newest `limit` messages, pending ones last; null when it is not here */
export function threadView(context: QueryContext, conversationId: string, limit: number): ThreadView | null {
  const { db, nowMs } = context
  const conversation = readRow(db, 'conversation', conversationId)
  if (!conversation) return null
  const names = peopleNames(db)
  const policy = policyOf(readRow(db, 'team', conversation.teamId), conversation.channelKind)
  // With more pending than is asked for, what came before them is behind "earlier", too: no gap in between.
  const pending = pendingMessages(db, conversationId, limit + 1)
  const accepted = pending.length > limit ? [] : acceptedMessages(db, conversationId, limit + 1)
  const hasEarlier = pending.length > limit || accepted.length > limit
  const promises = promisesOf(db, conversationId)
  const nameOf = (message: DeskMessage): string | null =>
    message.authorId === null ? null : message.author === 'customer' ? conversation.customerName : names.get(message.authorId) ?? null
  const items = accepted.slice(accepted.length > limit ? 1 : 0)
    .map(message => itemOf(message, nameOf(message), message.deliveredAtMs === null ? 'sent' : 'delivered', null))
  const attachments = attachmentsOf(db, conversationId)
  const uploads = attachments.length > 0 ? readUploads(db) : null
  return {
    conversation, channel: readRow(db, 'channel', conversation.channelId),
    dues: conversation.state === 'open' ? duesToShow(conversation, policy, promises, nowMs) : [], promises,
    items: [...items, ...refusedItems(context, conversationId), ...pendingItems(context, pending.slice(pending.length > limit ? 1 : 0), nameOf)], hasEarlier,
    attachments: attachments.map(attachment => {
      const upload = uploads?.get(attachment.id)
      return { ...attachment, progress: upload?.state === 'waiting' ? upload.progress ?? 0 : null, failed: upload?.state === 'failed' }
    }),
    customerTyping: context.typing.has(conversationId),
    proposed: proposedOf(db, conversationId).map(({ id, authorId, body, writtenAtMs }) =>
      ({ id, authorName: names.get(authorId) ?? null, body, writtenAtMs })),
    apologyDue: context.settings.offerApology && conversation.state === 'open' && apologyDue(conversation.timers, policy, nowMs),
    others: context.colleagues(conversationId).map(one => ({ ...one, name: names.get(one.personId) ?? '' })),
    holders: holdersOf(db, conversation, names), watching: isWatching(context, conversation),
  }
}

/** A supervisor has the thread here and not the customer: what they write is whispered. */
function isWatching({ db, me }: QueryContext, { id, state, ownerId }: Conversation): boolean {
  return state === 'open' && ownerId !== me.personId && leadsTeams(me) && isInScope(db, conversationScope(id), 'conversation', id)
}

/** Field by field: spread and added to, each line would take seven times the memory, and the engine stands still while that is cleared away. */
function itemOf(message: DeskMessage, authorName: string | null, status: ThreadItem['status'], heldUntilMs: number | null): ThreadItem {
  const { id, conversationId, position, author, authorId, lineKind, scriptId, body, system, attachmentIds, quoteId, mentions, clientAtMs, acceptedAtMs, deliveredAtMs } = message
  return {
    id, conversationId, position, author, authorId, lineKind, scriptId, body, system, attachmentIds, quoteId, mentions, clientAtMs, acceptedAtMs, deliveredAtMs,
    authorName, status, heldUntilMs, refusal: null,
  }
}

function pendingItems({ db }: QueryContext, pending: DeskMessage[], nameOf: (message: DeskMessage) => string | null): ThreadItem[] {
  if (pending.length === 0) return []
  const held = new Map(readHeld(db).map(({ messageId, releaseAtMs }) => [messageId, releaseAtMs]))
  const waiting = unsentMessageIds(db)
  return pending.map(message => {
    const heldUntilMs = held.get(message.id) ?? null
    return itemOf(message, nameOf(message), heldUntilMs !== null ? 'held' : waiting.has(message.id) ? 'queued' : 'sent', heldUntilMs)
  })
}

/** A refused line stays in the thread with its text and the reason, until it is dismissed from the inbox. */
function refusedItems({ db, me }: QueryContext, conversationId: string): ThreadItem[] {
  const items: ThreadItem[] = []
  for (const { mutation, args, code, atMs } of readInbox(db)) {
    if (mutation !== 'message.send' && mutation !== 'note.add') continue
    const parsed = MUTATIONS[mutation].safeParse(args)
    if (!parsed.success || parsed.data.conversationId !== conversationId) continue
    const { messageId, body } = parsed.data
    items.push({
      id: messageId, conversationId, position: null, author: mutation === 'note.add' ? 'note' : 'agent', authorId: me.personId,
      lineKind: 'lineKind' in parsed.data ? parsed.data.lineKind : null, scriptId: null, body, system: null,
      attachmentIds: 'attachmentIds' in parsed.data ? parsed.data.attachmentIds : [], quoteId: null, mentions: [],
      clientAtMs: atMs, acceptedAtMs: atMs, deliveredAtMs: null, authorName: me.name, status: 'refused', heldUntilMs: null,
      refusal: code as RefusalCode,
    })
  }
  return items.reverse()
}
