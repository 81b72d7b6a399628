import { mustNotBeBlocked } from '../../language/must-be-clean.ts'
import { openDesk, type CallParts, type Calls } from '../context.ts'
import { slices } from './slices.ts'

/** Conversations of one intent. */
const AT_ONCE = 20

/** What a supervisor does with many, or with somebody else's conversation. The server asks whether they lead the team. */
export function supervisorCalls(parts: CallParts): Calls<'conversation.reassign' | 'conversation.watch' | 'conversation.takeOver' | 'message.sendMany' | 'help.call'> {
  const { core: { ids } } = parts
  return {
    'conversation.reassign': ({ conversationIds, toPersonId, reason }) => {
      const desk = openDesk(parts)
      desk.file.write(() => {
        for (const part of slices(conversationIds, AT_ONCE)) desk.commit('conversation.reassign', { conversationIds: part, toPersonId, reason }, ids.next())
      })
      return {}
    },
    'conversation.watch': input => {
      openDesk(parts).commit('conversation.watch', input, ids.next())
      return {}
    },
    'conversation.takeOver': input => {
      openDesk(parts).commit('conversation.take_over', input, ids.next())
      return {}
    },
    'message.sendMany': ({ body, kind, scriptId, conversationIds }) => {
      const desk = openDesk(parts)
      mustNotBeBlocked(desk, { conversationId: null, body, lineKind: kind })
      const once = [...new Set(conversationIds)]
      desk.file.write(() => {
        for (const part of slices(once, AT_ONCE)) {
          const to = part.map(conversationId => ({ messageId: ids.next(), conversationId }))
          desk.commit('message.send_many', { body, lineKind: kind, scriptId, to }, ids.next())
        }
      })
      return { sent: once.length }
    },
    'help.call': ({ teamId, personIds }) => {
      const asks = personIds.map(personId => ({ noticeId: ids.next(), personId }))
      openDesk(parts).commit('help.call', { teamId, asks }, ids.next())
      return {}
    },
  }
}
