import { hasHumanReply } from '../../db/messages.ts'
import { promisesOf } from '../../db/threads.ts'
import { readRow } from '../../db/synced/rows.ts'
import { DeskFailure } from '../failure.ts'
import { openDesk, type CallParts, type Calls } from './context.ts'

type Names = `conversation.${'take' | 'seen' | 'close' | 'reopen' | 'spam'}` | `companion.${string}` | `promise.${string}` | 'proposed.dismiss'

/** What an agent does with a conversation. */
export function conversationCalls(parts: CallParts): Calls<Names> {
  const { core: { ids } } = parts
  const conversation = (id: string) => {
    const row = readRow(openDesk(parts).file.read, 'conversation', id)
    if (!row) throw new DeskFailure('not_found')
    return row
  }
  return {
    'conversation.take': ({ conversationId }) => {
      conversation(conversationId)
      openDesk(parts).commit('conversation.take', { conversationId }, ids.next())
      return {}
    },
    'conversation.seen': ({ conversationId, position }) => {
      const { seenPosition, ownerId, lastPosition } = conversation(conversationId)
      const desk = openDesk(parts)
      // Nothing new is no intent, and neither is a look at a colleague's conversation.
      const upTo = Math.min(position, lastPosition)
      if (upTo > seenPosition && ownerId === desk.me.personId) desk.commit('conversation.seen', { conversationId, position: upTo }, ids.next())
      return {}
    },
    'conversation.close': input => {
      const desk = openDesk(parts)
      conversation(input.conversationId)
      // D9, D6: asked once.
      if (!input.withoutReply && !hasHumanReply(desk.file.read, input.conversationId)) throw new DeskFailure('unanswered')
      const isOpen = ({ state }: { state: string }): boolean => state === 'open'
      if (!input.withoutReply && promisesOf(desk.file.read, input.conversationId).some(isOpen)) throw new DeskFailure('promise_open')
      parts.held()?.releaseAll(input.conversationId)
      desk.commit('conversation.close', input, ids.next())
      return {}
    },
    'conversation.reopen': ({ conversationId }) => {
      conversation(conversationId)
      openDesk(parts).commit('conversation.reopen', { conversationId }, ids.next())
      return {}
    },
    'conversation.spam': input => {
      conversation(input.conversationId)
      openDesk(parts).commit('conversation.spam', input, ids.next())
      return {}
    },
    'companion.start': ({ nickname, channelId, language }) => {
      const desk = openDesk(parts)
      if (!readRow(desk.file.read, 'channel', channelId)) throw new DeskFailure('not_found')
      const conversationId = ids.next()
      desk.commit('companion.start', { conversationId, customerId: ids.next(), channelId, nickname, language }, ids.next())
      return { conversationId }
    },
    'companion.tick': ({ conversationId, who }) => {
      conversation(conversationId)
      openDesk(parts).commit('companion.tick', { messageId: ids.next(), conversationId, who }, ids.next())
      return {}
    },
    'promise.make': input => {
      conversation(input.conversationId)
      const promiseId = ids.next()
      openDesk(parts).commit('promise.make', { promiseId, ...input }, ids.next())
      return { promiseId }
    },
    'promise.settle': input => {
      const desk = openDesk(parts)
      if (!readRow(desk.file.read, 'promise', input.promiseId)) throw new DeskFailure('not_found')
      desk.commit('promise.settle', input, ids.next())
      return {}
    },
    'proposed.dismiss': ({ id }) => {
      const desk = openDesk(parts)
      const proposed = readRow(desk.file.read, 'proposed_reply', id)
      if (!proposed) throw new DeskFailure('not_found')
      desk.commit('proposed.dismiss', { proposedId: id, conversationId: proposed.conversationId }, ids.next())
      return {}
    },
  }
}
