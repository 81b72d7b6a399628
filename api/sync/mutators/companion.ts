import type { TimerEvent } from '../../../domain/timers/events.ts'
import { NO_TIMERS } from '../../../domain/timers/state.ts'
import { advanceTimers, rulesOf } from '../../channels/conversation-timers.ts'
import { appendLine, systemLine } from '../../channels/thread.ts'
import { noteContact } from '../../duty/handover-list.ts'
import { readEntity } from '../../store/entities.ts'
import { Refusal } from '../refusal.ts'
import { lockOwn, mustBeOpen, serves } from './mutator.ts'
import type { Mutator } from './mutator.ts'

/** Channels without a connection to us: their conversations are kept by hand. */
const BY_HAND: readonly string[] = ['companion', 'phone', 'mail', 'social']

export const startCompanion: Mutator<'companion.start'> = async ({ changes, person, nowMs }, args) => {
  const before = await readEntity(changes, 'conversation', args.conversationId, { lock: true })
  if (before?.ownerId === person.id) return
  const channel = await readEntity(changes, 'channel', args.channelId)
  if (before || await readEntity(changes, 'customer', args.customerId)) throw new Refusal('invalid', 'id')
  if (!channel?.active || !BY_HAND.includes(channel.kind)) throw new Refusal('not_found', 'channel')
  if (!serves(person) || !person.teamIds.includes(channel.teamId)) throw new Refusal('not_allowed')
  await changes.put('customer', {
    id: args.customerId, nickname: args.nickname, name: null, gender: null, tier: 'normal', tags: [], sinceMs: nowMs, phoneMasked: null,
    emailMasked: null, addressMasked: null, birthday: null, orderCount: 0, blocked: false,
  })
  const conversation = {
    id: args.conversationId, customerId: args.customerId, customerName: args.nickname, channelId: channel.id, channelKind: channel.kind,
    teamId: channel.teamId, state: 'open' as const, ownerId: person.id, transferredFrom: [], language: args.language, skill: null,
    tier: 'normal' as const, priority: 0, startedAtMs: nowMs, queuedAtMs: null, assignedAtMs: nowMs, closedAtMs: null, lastPosition: 0,
    seenPosition: 0, snippet: '', lastMessageAtMs: nowMs, lastAuthor: null, spam: false, enquiryClass: null, outcome: null, timers: NO_TIMERS,
  }
  await changes.put('conversation', conversation)
  const rules = await rulesOf(changes, conversation)
  await changes.put('conversation', await advanceTimers(changes, conversation, rules, [{ kind: 'assigned', atMs: nowMs, agentId: person.id }]))
}

export const tickCompanion: Mutator<'companion.tick'> = async (act, { messageId, conversationId, who }) => {
  const { changes, nowMs, person, atMs } = act
  const conversation = await lockOwn(act, conversationId)
  if (!BY_HAND.includes(conversation.channelKind)) throw new Refusal('not_allowed')
  if (await readEntity(changes, 'message', messageId)) return
  mustBeOpen(conversation)
  const said = await appendLine(changes, conversation, {
    ...systemLine(messageId, who === 'customer' ? 'customer_tick' : 'agent_tick', { personId: person.id }), clientAtMs: atMs,
  }, nowMs)
  const event: TimerEvent = who === 'customer'
    ? { kind: 'customer_message', atMs: nowMs, mereGreeting: false, thanksOnly: false, left: false }
    : { kind: 'agent_line', atMs: nowMs, messageId, lineKind: 'answer' }
  // A new service after a close starts without an agent; here the owner is the one who ticks.
  const owned: TimerEvent[] = conversation.timers.agentId === null || !conversation.timers.running
    ? [event, { kind: 'assigned', atMs: nowMs, agentId: person.id }] : [event]
  if (who === 'agent' && conversation.timers.contact) await noteContact(changes, conversation.id, nowMs)
  const rules = await rulesOf(changes, conversation)
  await changes.put('conversation', await advanceTimers(changes, {
    ...said.conversation, lastAuthor: who, lastMessageAtMs: nowMs, seenPosition: said.conversation.lastPosition,
  }, rules, owned))
}
