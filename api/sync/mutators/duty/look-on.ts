import { givenTo } from '../../../../domain/transfer/moves.ts'
import { audit } from '../../../auth/audit.ts'
import { appendLine, systemLine } from '../../../channels/thread.ts'
import { notify } from '../../../duty/notices.ts'
import { startWatch, stopWatch } from '../../../duty/watch.ts'
import { lockAgents } from '../../../routing/candidates.ts'
import { fromOwner, recordMove } from '../../../routing/record-move.ts'
import { Refusal } from '../../refusal.ts'
import { wakeRouting } from '../conversation.ts'
import { leads, lockConversation } from '../mutator.ts'
import type { Mutator } from '../mutator.ts'

/**
 * A supervisor looks on: the thread and its customer come to their desk, and what they write there are notes, which no customer sees. It ends when
 * they stop, with the conversation, or after 8 h. The agent sees that somebody does.
 */
export const watchConversation: Mutator<'conversation.watch'> = async (act, { conversationId, on }) => {
  const { context, changes, person, nowMs } = act
  if (!on) return stopWatch(changes, person.id, conversationId)
  const conversation = await lockConversation(act, conversationId)
  if (!leads(person, conversation)) throw new Refusal('not_allowed')
  if (conversation.state === 'closed') throw new Refusal('closed')
  await startWatch(changes, person.id, conversation, nowMs)
  const { conversation: said } = await appendLine(changes, conversation, systemLine(context.ids.next(), 'watched', { personId: person.id }), nowMs)
  await changes.put('conversation', said)
}

/** A supervisor takes a conversation over, with a reason: it goes on in the same thread. No transfer by choice (M6). */
export const takeOver: Mutator<'conversation.take_over'> = async (act, { conversationId, reason }) => {
  const { context, changes, person, nowMs } = act
  const conversation = await lockConversation(act, conversationId)
  if (!leads(person, conversation)) throw new Refusal('not_allowed')
  if (conversation.state === 'closed') throw new Refusal('closed')
  const { ownerId } = conversation
  if (ownerId === person.id) return
  await lockAgents(changes, [person.id, ...ownerId === null ? [] : [ownerId]])
  await changes.put('conversation', await recordMove(
    context, changes, givenTo(conversation, person.id, nowMs), { line: 'taken_over', params: { ...fromOwner(conversation), personId: person.id } }, nowMs))
  await stopWatch(changes, person.id, conversation.id)
  if (ownerId !== null) await notify(changes, context.ids, [ownerId], 'moved', { count: 1, byId: person.id, toId: person.id }, nowMs)
  await audit(changes, context.ids.next(), nowMs, { action: 'conversation.taken_over', personId: person.id, subject: conversation.id, detail: { reason } })
  wakeRouting(act)
}
