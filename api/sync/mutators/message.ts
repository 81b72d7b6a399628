import type { Conversation, Message } from '../../../domain/entities/conversation.ts'
import { kindOfStage, kindOfText } from '../../../domain/lines/line-kind.ts'
import type { LineKind, Team } from '../../../domain/entities/team.ts'
import type { MutationArgs } from '../../../protocol/mutations.ts'
import { advanceTimers, rulesOf } from '../../channels/conversation-timers.ts'
import { appendLine } from '../../channels/thread.ts'
import { noteContact } from '../../duty/handover-list.ts'
import { checkMessage, recordLanguage } from '../../language/message-language.ts'
import { readEntity, readStored } from '../../store/entities.ts'
import { Refusal } from '../refusal.ts'
import { leads, lockConversation, mustBeOpen, serves } from './mutator.ts'
import type { Act, Mutator } from './mutator.ts'

/** T12: by the stage of the script it came from, else by the text and the team's patterns. */
async function decideKind({ changes }: Act, { body, scriptId }: MutationArgs<'message.send'>, team: Team): Promise<LineKind> {
  const script = scriptId === null ? null : await readEntity(changes, 'script', scriptId)
  return (script && kindOfStage(script.stage)) ?? kindOfText(body, team.linePatterns)
}

/** The message of this id, if it is this person's in this conversation: sent again. Throws Refusal on somebody else's id. */
export async function sentBefore({ changes, person }: Act, messageId: string, conversationId: string): Promise<Message | null> {
  const before = await readEntity(changes, 'message', messageId)
  if (before && (before.conversationId !== conversationId || before.authorId !== person.id)) throw new Refusal('invalid', 'message id')
  return before
}

async function mustBelong({ changes }: Act, conversation: Conversation, args: MutationArgs<'message.send'>): Promise<void> {
  const attachments = await readStored(changes, 'attachment', args.attachmentIds)
  const own = attachments.filter(({ row }) => row.conversationId === conversation.id)
  if (own.length !== new Set(args.attachmentIds).size) throw new Refusal('invalid', 'attachment')
  if (args.quoteId === null) return
  const quoted = await readEntity(changes, 'message', args.quoteId)
  if (quoted?.conversationId !== conversation.id) throw new Refusal('invalid', 'quote')
}

/** The reply of an agent who lost the conversation never goes out by itself: the new owner is shown it. */
function reassigned({ person, atMs }: Act, { messageId, conversationId, body }: MutationArgs<'message.send'>): Refusal {
  return new Refusal('reassigned', null, async (changes) => {
    if (body === '' || await readEntity(changes, 'proposed_reply', messageId)) return
    await changes.put('proposed_reply', {
      id: messageId, conversationId, authorId: person.id, body, writtenAtMs: atMs, dismissed: false,
    })
  })
}

/**
 * The one way an agent's line goes to the customer: checked (C1 to C6), its kind decided here (T12), at the end of the thread, its timers moved on,
 * on its way out. The caller holds the conversation's lock and puts the returned row.
 * @param kindOf what a line counts as that is no reply to this customer (M8, a line to many); by itself it is as decided
 * Throws Refusal `blocked`, `language`, `personal_data`
 */
export async function sayAsAgent(
  act: Act, conversation: Conversation, args: MutationArgs<'message.send'>, kindOf: (decided: LineKind) => LineKind = (decided) => decided,
): Promise<Conversation> {
  const { changes, context, person, nowMs, atMs } = act
  const customer = await readEntity(changes, 'customer', conversation.customerId)
  if (!customer) throw new Refusal('not_found')
  if (customer.blocked) throw new Refusal('blocked')
  const rules = await rulesOf(changes, conversation)
  const lineKind = kindOf(await decideKind(act, args, rules.team))
  const found = await checkMessage(changes, conversation, customer, args, lineKind)
  const said = await appendLine(changes, conversation, {
    id: args.messageId, author: 'agent', authorId: person.id, body: args.body, lineKind, scriptId: args.scriptId,
    attachmentIds: args.attachmentIds, quoteId: args.quoteId, clientAtMs: atMs,
  }, nowMs)
  const readAll = conversation.seenPosition === conversation.lastPosition
  const after = await advanceTimers(changes, {
    ...said.conversation, seenPosition: readAll ? said.conversation.lastPosition : conversation.seenPosition,
  }, rules, [{ kind: 'agent_line', atMs: nowMs, messageId: args.messageId, lineKind }])
  if (conversation.timers.contact && !after.timers.contact) await noteContact(changes, conversation.id, nowMs)
  await recordLanguage(changes, args, found, person.id, nowMs)
  await context.channels.deliver(changes, after, said.message)
  return after
}

/** A line of text alone, as message.send takes it. */
export function plainLine(conversationId: string, { messageId, body }: { messageId: string, body: string }): MutationArgs<'message.send'> {
  return { messageId, conversationId, body, lineKind: 'holding', scriptId: null, attachmentIds: [], quoteId: null }
}

/** A line that goes to somebody without being the answer they wait for: their wait goes on. */
export const noAnswer = (decided: LineKind): LineKind => (decided === 'answer' || decided === 'closing' ? 'holding' : decided)

export const sendMessage: Mutator<'message.send'> = async (act, args) => {
  const { person } = act
  const conversation = await lockConversation(act, args.conversationId)
  if (await sentBefore(act, args.messageId, conversation.id)) return
  if (!serves(person)) throw new Refusal('not_allowed')
  if (conversation.ownerId !== person.id) throw reassigned(act, args)
  mustBeOpen(conversation)
  if (args.body.trim() === '' && args.attachmentIds.length === 0) throw new Refusal('invalid', 'empty')
  await mustBelong(act, conversation, args)
  await act.changes.put('conversation', await sayAsAgent(act, conversation, args))
}

export const addNote: Mutator<'note.add'> = async (act, { messageId, conversationId, body, mentions }) => {
  const { changes, person, nowMs, atMs } = act
  const conversation = await lockConversation(act, conversationId)
  if (await sentBefore(act, messageId, conversation.id)) return
  if (conversation.ownerId !== person.id && !leads(person, conversation)) throw new Refusal('reassigned')
  if (body.trim() === '') throw new Refusal('invalid', 'empty')
  const named = await readStored(changes, 'person', [...new Set(mentions)])
  const said = await appendLine(changes, conversation, {
    id: messageId, author: 'note', authorId: person.id, body, mentions: named.map(({ row }) => row.id), clientAtMs: atMs,
  }, nowMs)
  await changes.put('conversation', said.conversation)
}

export const dismissProposed: Mutator<'proposed.dismiss'> = async (act, { proposedId, conversationId }) => {
  const conversation = await lockConversation(act, conversationId)
  if (conversation.ownerId !== act.person.id) throw new Refusal('reassigned')
  const proposed = await readEntity(act.changes, 'proposed_reply', proposedId, { lock: true })
  if (proposed?.conversationId !== conversationId) throw new Refusal('not_found')
  if (!proposed.dismissed) await act.changes.put('proposed_reply', { ...proposed, dismissed: true })
}
