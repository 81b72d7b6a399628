import { openOf } from '../../../db/conversations.ts'
import { isToldInChat } from '../../../domain/transfer/rules.ts'
import type { CallInput } from '../../../protocol/desk-api.ts'
import { mustNotBeBlocked } from '../../language/must-be-clean.ts'
import { myDay } from '../../queries/shift/day.ts'
import { noteFor } from '../../queries/shift/note.ts'
import { openDesk, openPalette, type CallParts, type Calls } from '../context.ts'
import { lineOf, type ShiftLine } from './lines.ts'
import { slices } from './slices.ts'

type Begin = CallInput<'handover.begin'>

/** Handover at the end of a shift or before a meeting (H1-H3). */
export function handoverCalls(parts: CallParts): Calls<`handover.${string}`> {
  const { core: { ids } } = parts
  return {
    'handover.begin': async ({ items, line, ...begin }) => {
      const said = await linesFor(parts, line)
      const desk = openDesk(parts)
      const open = openOf(desk.file.read, desk.me.personId)
      const handoverId = ids.next()
      // One transaction: a crash leaves the customers told and listed, or neither.
      desk.file.write(() => {
        for (const { id } of open) parts.held()?.releaseAll(id)
        for (const { id } of open) {
          const one = said.get(id)
          if (one) {
            desk.commit('message.send', {
              messageId: ids.next(), conversationId: id, body: one.body, lineKind: 'holding', scriptId: one.scriptId, attachmentIds: [], quoteId: null,
            }, ids.next())
          }
        }
        const listed = open.map(({ id }) => ({ itemId: ids.next(), conversationId: id, note: noteOf(parts, id, items) }))
        for (const part of listed.length === 0 ? [[]] : slices(listed, AT_ONCE)) desk.commit('handover.begin', { ...begin, handoverId, items: part }, ids.next())
      })
      return { handoverId }
    },
    'handover.confirm': input => {
      openDesk(parts).commit('handover.confirm', input, ids.next())
      return {}
    },
  }
}

/** Items of one intent: a longer list comes in parts under the same id. */
const AT_ONCE = 25

/** H2: as the agent wrote it; what they did not name gets the proposed one. */
function noteOf(parts: CallParts, conversationId: string, items: Begin['items']): string {
  const given = items.find(item => item.conversationId === conversationId)
  if (given) return given.note
  const context = parts.context()
  return noteFor(context, conversationId, myDay(context).timeZone)
}

/**
 * The handover line for each customer who reads it at once (H2); where a fault of wording stands in it, nothing is begun.
 * @param line the agent's own; null = the team's @throws DeskFailure unfilled, language_block
 */
async function linesFor(parts: CallParts, line: string | null): Promise<Map<string, ShiftLine>> {
  const desk = openDesk(parts)
  const told = openOf(desk.file.read, desk.me.personId).filter(isToldInChat)
  const said = new Map<string, ShiftLine>()
  for (const conversation of told) {
    const one = line === null ? await lineOf(openPalette(parts), conversation, 'handover_give') : { body: line, scriptId: null }
    if (one.body.trim() === '') continue
    mustNotBeBlocked(openDesk(parts), { conversationId: conversation.id, body: one.body, lineKind: 'holding' })
    said.set(conversation.id, one)
  }
  return said
}
