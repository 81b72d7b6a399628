import { isOpen, nextOpening } from '../../domain/calendar/opening-hours.ts'
import { findPersonal } from '../../domain/compliance/personal.ts'
import type { Conversation, Message, SystemLine } from '../../domain/entities/conversation.ts'
import type { Customer } from '../../domain/entities/customer.ts'
import type { Language } from '../../domain/entities/scalars.ts'
import type { Channel } from '../../domain/entities/team.ts'
import { isMereGreeting, isThanks } from '../../domain/lines/greeting.ts'
import type { TimerEvent } from '../../domain/timers/events.ts'
import { NO_TIMERS } from '../../domain/timers/state.ts'
import type { ApiContext } from '../context.ts'
import { AFTER_SALE_PRIORITY, AFTER_SALE_SKILL } from '../routing/priority.ts'
import { handBack } from '../routing/hand-back.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { storeCustomerNumbers } from '../store/customer-secrets.ts'
import { readEntity } from '../store/entities.ts'
import { storeAttachment } from './attachment-bytes.ts'
import type { NewAttachment } from './attachment-bytes.ts'
import { repliesFor } from './chat-settings.ts'
import { isOffDuty, replyForAbsent } from './absent-reply.ts'
import { answerFrequentQuestion } from './faq.ts'
import { replyForIncident } from './incident-reply.ts'
import { advanceTimers } from './conversation-timers.ts'
import type { Rules } from './conversation-timers.ts'
import { beginShift, scheduleShift } from './left-messages.ts'
import { peakNow } from './peak.ts'
import { sayByItself } from './say-by-itself.ts'
import { appendLine, systemLine } from './thread.ts'

/** A customer's message, from whatever channel. */
export interface Incoming {
  channelId: string
  customerId: string
  messageId: string
  body: string
  /** Pictures that come with the message. */
  attachments: NewAttachment[]
  quoteId: string | null
  language: Language
  /** When it was written where it was written, epoch milliseconds. */
  clientAtMs: number
  /** Called with the conversation before anything is answered by itself. */
  beforeReply?: (conversationId: string) => Promise<void>
}

export type TakenIn =
  | { kind: 'accepted'; conversation: Conversation; message: Message }
  /** The message id was taken in before: nothing happened now. */
  | { kind: 'repeated'; message: Message }
  /** A blocked customer writes into nothing. */
  | { kind: 'blocked' }

/** The channel is closed for good, or there is no such customer. */
export class NoSuchDoor extends Error {
  constructor() {
    super('no such channel or customer')
    this.name = 'NoSuchDoor'
  }
}

/** The message id belongs to somebody else's message: the sender makes a new one. */
export class MessageIdTaken extends Error {
  constructor() {
    super('this message id is taken')
    this.name = 'MessageIdTaken'
  }
}

/** One customer's messages are taken in one after the other, so that two of them never open two conversations. */
async function lockCustomer({ tx, tenant }: ChangeSet, customerId: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`intake\n${tenant}\n${customerId}`}, 0))`
}

/** The customer's running conversation in this channel, else the last one that ended within the returning hours; locked. */
async function currentConversation(
  changes: ChangeSet, customerId: string, { team, channel }: Rules, nowMs: number,
): Promise<Conversation | null> {
  const { tx, tenant } = changes
  const endedAfterMs = nowMs - team.returningHours * 3_600_000
  const [found] = await tx<{ id: string }[]>`
    select id from conversation where tenant = ${tenant} and customer_id = ${customerId} and channel_id = ${channel.id}
      and (state <> 'closed' or closed_at_ms > ${endedAfterMs})
    order by (state <> 'closed') desc, started_at_ms desc, id limit 1 for update`
  return found ? readEntity(changes, 'conversation', found.id) : null
}

function newConversation(
  id: string, customer: Customer, { team, channel }: Rules, language: Language, nowMs: number,
): Conversation {
  return {
    id, customerId: customer.id, customerName: customer.nickname, channelId: channel.id, channelKind: channel.kind, teamId: team.id,
    state: 'queued', ownerId: null, transferredFrom: [], language, skill: channel.skill, tier: customer.tier,
    priority: channel.skill === AFTER_SALE_SKILL ? AFTER_SALE_PRIORITY : 0, startedAtMs: nowMs, queuedAtMs: nowMs,
    assignedAtMs: null, closedAtMs: null, lastPosition: 0, seenPosition: 0, snippet: '', lastMessageAtMs: nowMs, lastAuthor: null,
    spam: false, enquiryClass: null, outcome: null, timers: NO_TIMERS,
  }
}

/** A new service in an old thread: back to the queue, or a left message outside opening hours. */
function reopened(before: Conversation, left: boolean, nowMs: number): Conversation {
  return {
    ...before, state: left ? 'left' : 'queued', ownerId: null, queuedAtMs: left ? null : nowMs, assignedAtMs: null, closedAtMs: null,
    enquiryClass: null, outcome: null,
    ...(left ? { timers: { ...NO_TIMERS, turnNo: before.timers.turnNo } } : {}),
  }
}

/** The automatic reply of the channel (T1), or the notice that it is closed (D11). */
async function answerByItself(
  context: ApiContext, changes: ChangeSet, conversation: Conversation, rules: Rules, left: boolean, nowMs: number,
): Promise<Conversation> {
  const texts = await repliesFor(changes, rules.channel, conversation.language)
  const body = left ? texts.closedNotice : texts.automaticReply
  if (body === null || body === '') return conversation
  const opensAtMs = left ? nextOpening(rules.channel.openingHours, nowMs) : null
  const params: SystemLine['params'] = opensAtMs === null ? {} : { opensAtMs }
  const system: SystemLine | null = left ? { kind: 'closed_notice', params } : null
  return sayByItself(context, changes, conversation, { body, system }, nowMs)
}

/** Everything that is said by itself to a message, in this order: an incident (L5), the greeting or the closed notice, a frequent question (S7). */
async function sayAllByItself(
  context: ApiContext, changes: ChangeSet, conversation: Conversation, rules: Rules,
  { begins, open, customer, text }: { begins: boolean, open: boolean, customer: Customer, text: string }, nowMs: number,
): Promise<Conversation> {
  const before = conversation.lastPosition
  let now = await replyForIncident(context, changes, conversation, nowMs)
  // The words for the incident stand in the greeting's place; that we are closed is said all the same.
  if (begins && (!open || now.lastPosition === before)) now = await answerByItself(context, changes, now, rules, !open, nowMs)
  return answerFrequentQuestion(context, changes, now, rules, { customer, text, open }, nowMs)
}

/**
 * Takes in a customer's message inside a transaction: finds or makes the conversation, stores the line at the next position,
 * moves the timers, answers by itself where the channel says so, and wakes the router after the commit. A message id seen
 * before changes nothing. Throws NoSuchDoor, MessageIdTaken.
 */
export async function takeIn(context: ApiContext, changes: ChangeSet, incoming: Incoming): Promise<TakenIn> {
  await lockCustomer(changes, incoming.customerId)
  const known = await repeated(changes, incoming)
  if (known) return { kind: 'repeated', message: known }
  const customer = await readEntity(changes, 'customer', incoming.customerId)
  const channel: Channel | null = await readEntity(changes, 'channel', incoming.channelId)
  const team = channel && await readEntity(changes, 'team', channel.teamId)
  if (!customer || !channel?.active || !team) throw new NoSuchDoor()
  if (customer.blocked) return { kind: 'blocked' }

  const nowMs = context.clock.now()
  const rules: Rules = { team, channel }
  const open = isOpen(channel.openingHours, nowMs)
  const thanksOnly = isThanks(incoming.body)
  const before = await currentConversation(changes, customer.id, rules, nowMs)
  let now = before ?? newConversation(context.ids.next(), customer, rules, incoming.language, nowMs)
  // A thank-you after close starts nothing: the line stands in the closed thread.
  const begins = before === null || (before.state === 'closed' && !thanksOnly)
  if (begins && before) now = reopened(before, !open, nowMs)
  else if (begins && !open) now = { ...now, state: 'left', queuedAtMs: null }
  if (before?.state === 'left' && open) now = await beginShift(changes, now, rules, nowMs)
  if (begins) await changes.put('conversation', now)
  if (begins && before) now = (await appendLine(changes, now, systemLine(context.ids.next(), 'reopened'), nowMs)).conversation

  for (const picture of incoming.attachments) await storeAttachment(changes, now.id, picture, nowMs)
  const said = await appendLine(changes, now, {
    id: incoming.messageId, author: 'customer', authorId: customer.id, body: incoming.body,
    attachmentIds: incoming.attachments.map(({ id }) => id),
    quoteId: incoming.quoteId, clientAtMs: incoming.clientAtMs,
  }, nowMs)
  now = said.conversation
  // C4: from now on it goes to nobody else.
  await storeCustomerNumbers(changes, customer.id, findPersonal(incoming.body).filter(({ rule }) => rule === 'identity' || rule === 'card').map(({ value }) => value))
  const events: TimerEvent[] = [...await peakNow(changes, now, nowMs), {
    kind: 'customer_message', atMs: nowMs, mereGreeting: isMereGreeting(incoming.body), thanksOnly, left: now.state === 'left',
  }]
  await incoming.beforeReply?.(now.id)
  if (now.state !== 'closed') {
    const { lastPosition } = now
    now = await sayAllByItself(context, changes, now, rules, { begins, open, customer, text: incoming.body }, nowMs)
    now = await replyForAbsent(context, changes, now, nowMs)
    // T12: automatic lines settle the customer's first clock and nothing else.
    if (open && now.lastPosition > lastPosition) events.push({ kind: 'automatic_line', atMs: nowMs })
    if (begins && !open) await scheduleShift(changes, now, rules, nowMs)
  }
  now = await advanceTimers(changes, now, rules, events)
  // H6: who is off duty keeps nobody; the next one gets the same thread.
  if (now.state === 'open' && await isOffDuty(changes, now.ownerId)) now = await handBack(context, changes, now, nowMs)
  await changes.put('conversation', now)
  if (now.state === 'queued') changes.afterCommit(() => { context.routing.wake(changes.tenant) })
  return { kind: 'accepted', conversation: now, message: said.message }
}

async function repeated(changes: ChangeSet, incoming: Incoming): Promise<Message | null> {
  const message = await readEntity(changes, 'message', incoming.messageId)
  if (message && message.authorId !== incoming.customerId) throw new MessageIdTaken()
  return message
}
