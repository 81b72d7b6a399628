import { ofCustomer } from '../../db/conversations.ts'
import { notesOf, ordersOf } from '../../db/customers.ts'
import { readInbox } from '../../db/local/inbox.ts'
import { allChannels, allPeople, allPresence, allTeams, peopleNames } from '../../db/roster.ts'
import { readRow } from '../../db/synced/rows.ts'
import { outcomesOf } from '../../db/threads.ts'
import { RefusalCode } from '../../protocol/mutations.ts'
import type { InboxItem, ProfileView, TeamView, TodayView } from '../../protocol/views.ts'
import type { QueryContext } from './context.ts'

const ORDERS = 20
const PAST = 20

/** @returns a customer with orders, past conversations and notes; null when the customer is not here */
export function profileView({ db }: QueryContext, customerId: string): ProfileView | null {
  const customer = readRow(db, 'customer', customerId)
  if (!customer) return null
  const names = peopleNames(db)
  return {
    customer, orders: ordersOf(db, customerId, ORDERS), past: ofCustomer(db, customerId, PAST),
    notes: notesOf(db, customerId).map(note => ({ ...note, authorName: names.get(note.authorId) ?? null })),
  }
}

const mean = (values: number[]): number | null =>
  values.length === 0 ? null : Math.round(values.reduce((sum, value) => sum + value, 0) / values.length)

/** @returns figures of the agent's day (T1, T2), from midnight of this machine's zone */
export function todayView({ db, me, nowMs }: QueryContext): TodayView {
  const fromMs = new Date(nowMs).setHours(0, 0, 0, 0)
  const outcomes = outcomesOf(db, me.personId, fromMs)
  const took = (rules: string[]): number[] => outcomes
    .filter(({ rule, settledAtMs }) => rules.includes(rule) && settledAtMs !== null)
    .map(({ startedAtMs, settledAtMs }) => (settledAtMs ?? startedAtMs) - startedAtMs)
  const replies = took(['T2'])
  return {
    firstReplyMs: mean(took(['T1'])), averageReplyMs: mean(replies), replies: replies.length,
    missed: outcomes.filter(({ hit, rule }) => !hit && rule !== 'T1C').length,
  }
}

/** @returns what the server refused, newest first, with what was typed */
export function inboxView({ db }: QueryContext): InboxItem[] {
  return readInbox(db).map(({ id, mutation, args, code, text, atMs }) => {
    const fields = args as { conversationId?: string; messageId?: string; body?: string; text?: string }
    const conversationId = fields.conversationId ?? null
    const conversation = conversationId === null ? null : readRow(db, 'conversation', conversationId)
    return {
      id, mutation, messageId: fields.messageId ?? null, conversationId, customerName: conversation?.customerName ?? null, body: fields.body ?? fields.text ?? null,
      code: RefusalCode.catch('failed').parse(code), text, atMs,
    }
  })
}

export function teamView({ db, me }: QueryContext): TeamView {
  const presence = new Map(allPresence(db).map(row => [row.id, row]))
  return {
    people: allPeople(db).map(person => ({ ...person, presence: presence.get(person.id) ?? null })), teams: allTeams(db),
    channels: allChannels(db), mine: presence.get(me.personId) ?? null,
  }
}
