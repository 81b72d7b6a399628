import { isWaiting } from '../../../../domain/leaving/gate.ts'
import { readEntity } from '../../../store/entities.ts'
import { Refusal } from '../../refusal.ts'
import { noAnswer, sayAsAgent, sentBefore } from '../message.ts'
import { hasRole, leads } from '../mutator.ts'
import type { Mutator } from '../mutator.ts'

/**
 * A supervisor's one line to customers of their teams who wait, in an incident. Each is checked like any other line: one that may not go out
 * to somebody goes to nobody. It answers no question, so everybody waits on. Who waits no more, or is blocked, gets none.
 */
export const sendMany: Mutator<'message.send_many'> = async (act, { to, body, lineKind, scriptId }) => {
  const { changes, person } = act
  if (!hasRole(person, 'supervisor')) throw new Refusal('not_allowed')
  if (body.trim() === '') throw new Refusal('invalid', 'empty')
  for (const { messageId, conversationId } of [...to].sort((a, b) => (a.conversationId < b.conversationId ? -1 : 1))) {
    const conversation = await readEntity(changes, 'conversation', conversationId, { lock: true })
    if (!conversation || !leads(person, conversation)) throw new Refusal('not_found', conversationId)
    if (await sentBefore(act, messageId, conversation.id) || !isWaiting(conversation.timers)) continue
    if ((await readEntity(changes, 'customer', conversation.customerId))?.blocked) continue
    await changes.put('conversation', await sayAsAgent(
      act, conversation, { messageId, conversationId, body, lineKind, scriptId, attachmentIds: [], quoteId: null }, noAnswer))
  }
}
