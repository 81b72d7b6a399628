import type { Conversation, Message } from '../../domain/entities/conversation.ts'
import type { ChatMessage, ChatState } from '../../protocol/rest.ts'
import { readQueue } from '../routing/queue.ts'
import { listEntities, readEntity, readStored } from '../store/entities.ts'
import type { Visitor } from './visitor.ts'

/** Lines a page gets at once; what is older stays with the shop. */
const MAX_LINES = 200

/** System lines that concern the customer; all others, and notes, never leave the house. */
const SHOWN: ReadonlySet<string> = new Set(['assigned', 'closed', 'silence_closed'])

/** The visitor's running conversation, else their last one. */
export async function currentConversation({ db, customerId, channel }: Visitor): Promise<Conversation | null> {
  const { tx, tenant } = db
  const [found] = await tx<{ id: string }[]>`
    select id from conversation where tenant = ${tenant} and customer_id = ${customerId} and channel_id = ${channel.id}
    order by (state <> 'closed') desc, started_at_ms desc, id limit 1`
  return found ? readEntity(db, 'conversation', found.id) : null
}

async function queuePlace({ db }: Visitor, conversation: Conversation): Promise<number | null> {
  if (conversation.state !== 'queued') return null
  const { tx, tenant } = db
  return (await readQueue(tx, tenant, conversation.teamId)).findIndex(({ id }) => id === conversation.id) + 1 || null
}

async function namesOf(visitor: Visitor, personIds: readonly string[]): Promise<Map<string, string>> {
  const people = await readStored(visitor.db, 'person', [...new Set(personIds)])
  return new Map(people.map(({ row }) => [row.id, row.name]))
}

function personOf(message: Message): string | null {
  if (message.author === 'agent') return message.authorId
  const named = message.system?.params['personId']
  return typeof named === 'string' ? named : null
}

/** Which of the lines are frequent questions answered by themselves (S7). */
async function answersAmong({ db: { tx, tenant } }: Visitor, messages: readonly Message[]): Promise<ReadonlySet<string>> {
  const ids = messages.filter(({ author }) => author === 'automatic').map(({ id }) => id)
  if (ids.length === 0) return new Set()
  const rows = await tx<{ message_id: string }[]>`select message_id from faq_answer where tenant = ${tenant} and message_id in ${tx(ids)}`
  return new Set(rows.map((row) => row.message_id))
}

/** The lines after a position as the customer reads them, in order; the last ones when there are too many. */
export async function linesAfter(visitor: Visitor, conversationId: string, position: number): Promise<ChatMessage[]> {
  const { tx, tenant } = visitor.db
  const ids = await tx<{ id: string }[]>`
    select id from message where tenant = ${tenant} and conversation_id = ${conversationId} and position > ${position}
      and author <> 'note' order by position desc limit ${MAX_LINES}`
  const messages = (await readStored(visitor.db, 'message', ids.map(({ id }) => id))).map(({ row }) => row)
    .filter((message) => message.author !== 'system' || SHOWN.has(message.system?.kind ?? ''))
    .sort((a, b) => a.position - b.position)
  const names = await namesOf(visitor, messages.flatMap((message) => personOf(message) ?? []))
  const answers = await answersAmong(visitor, messages)
  return messages.map((message) => ({
    id: message.id,
    position: message.position,
    from: message.author === 'customer' ? 'me' as const : message.author === 'agent' ? 'agent' as const
      : message.author === 'automatic' ? 'automatic' as const : 'system' as const,
    agentName: names.get(personOf(message) ?? '') ?? null,
    body: message.body,
    system: message.system?.kind ?? null,
    attachmentIds: message.attachmentIds,
    quoteId: message.quoteId,
    atMs: message.acceptedAtMs,
    answer: answers.has(message.id),
  }))
}

/** Where the visitor stands, without the lines. */
export async function headOf(visitor: Visitor, conversation: Conversation | null): Promise<Omit<ChatState, 'messages'>> {
  if (!conversation) {
    return { conversationId: null, state: 'none', agentName: null, queuePlace: null, lastPosition: 0, agentTyping: false }
  }
  const { ownerId, state } = conversation
  const names = ownerId && state === 'open' ? await namesOf(visitor, [ownerId]) : null
  return {
    conversationId: conversation.id, state, agentName: names?.get(ownerId ?? '') ?? null,
    queuePlace: await queuePlace(visitor, conversation), lastPosition: conversation.lastPosition, agentTyping: false,
  }
}

/** Everything a page needs after a reload. */
export async function chatState(visitor: Visitor): Promise<ChatState> {
  const conversation = await currentConversation(visitor)
  const messages = conversation ? await linesAfter(visitor, conversation.id, 0) : []
  return { ...await headOf(visitor, conversation), messages }
}

/** A picture of one of the visitor's own conversations, also one whose bytes are still on their way, or null. */
export async function ownPicture(visitor: Visitor, attachmentId: string) {
  const attachment = await readEntity(visitor.db, 'attachment', attachmentId)
  if (!attachment) return null
  const [conversation] = await listEntities(visitor.db, 'conversation', { id: attachment.conversationId, customerId: visitor.customerId })
  return conversation?.channelId === visitor.channel.id ? attachment : null
}
