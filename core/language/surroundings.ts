import { ordersOf } from '../../db/customers.ts'
import type { ReadDb } from '../../db/handle.ts'
import { pendingMessages, thread } from '../../db/messages.ts'
import { standsInContent } from '../../db/scripts.ts'
import { readRow } from '../../db/synced/rows.ts'
import { promisesOf } from '../../db/threads.ts'
import { limitsOf, NO_TALK, type Surroundings } from '../../domain/compliance/check.ts'
import { owed, type SaidLine } from '../../domain/compliance/lines.ts'
import type { LineKind } from '../../domain/entities/team.ts'

/** So much of a talk is looked at: quotes, numbers, what was asked before. */
const LINES = 300
const ORDERS = 200

/** The talk around a text, read from the desk's file when a rule asks for it. Without the conversation: as outside of any. */
export function surroundings(db: ReadDb, conversationId: string | null, lineKind: LineKind | null): Surroundings {
  const conversation = conversationId === null ? null : readRow(db, 'conversation', conversationId)
  if (!conversation) return NO_TALK
  let read: SaidLine[] | null = null
  const lines = (): SaidLine[] => read ??= [...thread(db, conversation.id, LINES), ...pendingMessages(db, conversation.id, LINES)]
  const texts = (author: SaidLine['author']): string[] => lines().filter(line => line.author === author).map(({ body }) => body)
  return {
    lineKind, limits: limitsOf(readRow(db, 'figures', conversation.teamId)),
    customerTexts: () => texts('customer'),
    agentTexts: () => texts('agent'),
    owed: () => owed(lines(), conversation.timers, promisesOf(db, conversation.id).some(({ state }) => state === 'open')),
    known: () => {
      const customer = readRow(db, 'customer', conversation.customerId)
      return {
        texts: lines().filter(({ author }) => author !== 'note').map(({ body }) => body),
        orderNumbers: ordersOf(db, conversation.customerId, ORDERS).map(({ number }) => number),
        phoneMasked: customer?.phoneMasked ?? null, emailMasked: customer?.emailMasked ?? null, addressMasked: customer?.addressMasked ?? null,
        ofTheShop: words => standsInContent(db, words),
      }
    },
  }
}
