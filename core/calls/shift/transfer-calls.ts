import { readRow } from '../../../db/synced/rows.ts'
import { isToldInChat } from '../../../domain/transfer/rules.ts'
import type { Conversation } from '../../../domain/entities/conversation.ts'
import { DeskFailure } from '../../failure.ts'
import { mustNotBeBlocked } from '../../language/must-be-clean.ts'
import { candidatesFor, colleaguesOf, transferRuleOf } from '../../queries/shift/candidates.ts'
import { myDay } from '../../queries/shift/day.ts'
import { noteFor } from '../../queries/shift/note.ts'
import { openDesk, openPalette, type CallParts, type Calls } from '../context.ts'
import { lineOf } from './lines.ts'

/** Transfers by choice. The server enforces M4 to M8 and says which rule spoke; here only what is shown of them is known. */
export function transferCalls(parts: CallParts): Calls<`transfer.${string}`> {
  const { core: { ids } } = parts
  const conversation = (id: string): Conversation => {
    const row = readRow(openDesk(parts).file.read, 'conversation', id)
    if (row?.state !== 'open') throw new DeskFailure('not_found')
    return row
  }
  return {
    'transfer.offer': async ({ line, ...offer }) => {
      const { conversationId } = offer
      const body = line ?? await lineFor(parts, conversation(conversationId))
      const desk = openDesk(parts)
      if (body !== null) mustNotBeBlocked(desk, { conversationId, body, lineKind: 'holding' })
      const transferId = ids.next()
      // What was written before goes out before.
      parts.held()?.releaseAll(conversationId)
      desk.commit('transfer.offer', { ...offer, transferId, line: body === null ? null : { messageId: ids.next(), body } }, ids.next())
      return { transferId }
    },
    'transfer.answer': input => {
      openDesk(parts).commit('transfer.answer', input, ids.next())
      return {}
    },
    'transfer.cancel': input => {
      openDesk(parts).commit('transfer.cancel', input, ids.next())
      return {}
    },
    'transfer.candidates': async ({ conversationId }) => {
      const asked = conversation(conversationId)
      const line = await lineFor(parts, asked)
      const context = parts.context()
      return {
        candidates: candidatesFor(context, asked, colleaguesOf(context)), transferRule: transferRuleOf(context, asked), line: line ?? '',
        note: noteFor(context, conversationId, myDay(context).timeZone),
      }
    },
  }
}

/** M8: null where nothing is written to the customer. */
async function lineFor(parts: CallParts, conversation: Conversation): Promise<string | null> {
  return isToldInChat(conversation) ? (await lineOf(openPalette(parts), conversation, 'transfer')).body : null
}
