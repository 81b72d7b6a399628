import { ordersOf } from '../../db/customers.ts'
import { hasHumanReply, pendingMessages, thread, type DeskMessage } from '../../db/messages.ts'
import { allRows } from '../../db/scripts.ts'
import { readRow } from '../../db/synced/rows.ts'
import type { ReadDb } from '../../db/handle.ts'
import type { Conversation } from '../../domain/entities/conversation.ts'
import type { Customer, Order } from '../../domain/entities/customer.ts'
import type { Channel } from '../../domain/entities/team.ts'
import { isAngry, type Situation } from '../../domain/scripts/suggest.ts'
import { apologyDue, duesOf } from '../../domain/timers/dues.ts'
import { policyOf } from '../../domain/timers/policy.ts'
import type { Me } from '../../protocol/rest.ts'
import { dayPrompt } from './day-prompt.ts'

const LOOKED_AT = 20
const ANYTHING_ELSE = /还有(?:什么|其他|别的).{0,8}(?:帮|需要|可以)|anything else/iu
const COMPLAINER = new Set(['frequent_complainer', 'frequent complainer', '经常投诉', '高频投诉', '常投诉', '爱投诉', '投诉多'])
const HIGH_VALUE = new Set(['high_value', 'high value', '高价值会员', 'vip', 'VIP'])

/** What the palette knows of the conversation it was opened in. */
export type Moment = {
  conversation: Conversation | null
  channel: Channel | null
  customer: Customer | null
  order: Order | null
  /** What the customer wrote since the last answer. */
  customerWords: string
  situation: Situation
}

/** Reads the moment; without a conversation only what holds for the agent. @param nowMs server time */
export function momentOf(db: ReadDb, me: Me, conversationId: string | null, nowMs: number): Moment {
  const conversation = conversationId === null ? null : readRow(db, 'conversation', conversationId) ?? null
  const customer = conversation && (readRow(db, 'customer', conversation.customerId) ?? null)
  const order = conversation ? ordersOf(db, conversation.customerId, 1)[0] ?? null : null
  const tags = customer?.tags ?? []
  const mine = new Set(me.teamIds)
  const prompt = dayPrompt(db, me, nowMs)?.kind
  const situation: Situation = {
    talk: null, order: order?.state ?? null, mealSoon: prompt === 'meal', handoverSoon: prompt === 'shift_end' || prompt === 'meeting',
    vip: (conversation?.tier ?? 'normal') !== 'normal' || tags.some(tag => HIGH_VALUE.has(tag)), complainer: tags.some(tag => COMPLAINER.has(tag)),
    presence: readRow(db, 'presence', me.personId)?.state ?? 'online',
    incidentScriptIds: allRows(db, 'incident_plan')
      .filter(({ activeSinceMs, teamIds }) => activeSinceMs !== null && (teamIds.length === 0 || teamIds.some(id => mine.has(id))))
      .flatMap(({ scriptIds }) => scriptIds),
  }
  if (!conversation) return { conversation, channel: null, customer: null, order: null, customerWords: '', situation }
  const messages = [...thread(db, conversation.id, LOOKED_AT), ...pendingMessages(db, conversation.id, LOOKED_AT)]
  const customerWords = wordsSinceAnswer(messages)
  situation.talk = talkOf(db, me, conversation, messages, customerWords, nowMs)
  return { conversation, channel: readRow(db, 'channel', conversation.channelId) ?? null, customer, order, customerWords, situation }
}

function talkOf(
  db: ReadDb, me: Me, conversation: Conversation, messages: readonly DeskMessage[], customerWords: string, nowMs: number,
): NonNullable<Situation['talk']> {
  const { timers } = conversation
  const policy = policyOf(readRow(db, 'team', conversation.teamId), conversation.channelKind)
  const dues = duesOf(timers, policy, nowMs)
  const answered = hasHumanReply(db, conversation.id)
  const ours = messages.filter(({ author }) => author === 'agent')
  const open = conversation.state === 'open'
  const unanswered = timers.turn !== null && ours.at(-1)?.position !== null
  return {
    leftMessage: conversation.state === 'left' || (!answered && messages.some(({ system }) => system?.kind === 'closed_notice')),
    waiting: unanswered,
    greetingOnly: timers.turn?.greetingOnly ?? false,
    answered,
    late: open && unanswered && apologyDue(timers, policy, nowMs),
    holdingDue: open && unanswered && dues.some(({ rule }) => rule === 'T3'),
    silent: open && timers.turn === null && timers.silence?.askedAtMs === null && dues.some(({ rule, dueAtMs }) => rule === 'T7' && dueAtMs <= nowMs),
    angry: isAngry(customerWords),
    promiseOpen: timers.promises.length > 0,
    closingAsked: ours.some(({ body }) => ANYTHING_ELSE.test(body)),
    takenOver: isTakenOver(me, conversation, ours),
    afterSale: conversation.skill === 'after_sale',
  }
}

/** H3: from another shift and not contacted yet (T6), or from a colleague who wrote last. What waits to be sent counts as said. */
function isTakenOver(me: Me, { timers, transferredFrom }: Conversation, ours: readonly DeskMessage[]): boolean {
  const last = ours.at(-1)
  return timers.contact ? last?.position !== null : transferredFrom.length > 0 && last?.authorId !== me.personId
}

/** What the customer wrote after the agent's last line; else the customer's last one. */
function wordsSinceAnswer(messages: readonly DeskMessage[]): string {
  const last = messages.map(({ author }) => author).lastIndexOf('agent')
  const since = messages.slice(last + 1).filter(({ author }) => author === 'customer')
  const shown = since.length > 0 ? since : messages.filter(({ author }) => author === 'customer').slice(-1)
  return shown.map(({ body }) => body).join('\n').slice(-1_000)
}
