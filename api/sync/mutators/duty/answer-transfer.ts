import type { Conversation } from '../../../../domain/entities/conversation.ts'
import type { Transfer } from '../../../../domain/entities/transfer.ts'
import { dutyOf } from '../../../../domain/presence/presence.ts'
import { passedOn } from '../../../../domain/transfer/moves.ts'
import { returnOffer } from '../../../duty/return-offer.ts'
import { lockAgents } from '../../../routing/candidates.ts'
import { recordMove } from '../../../routing/record-move.ts'
import { readEntity } from '../../../store/entities.ts'
import { Refusal } from '../../refusal.ts'
import { mustHaveRoom, wakeRouting } from '../conversation.ts'
import { leads, lockConversation } from '../mutator.ts'
import type { Act, Mutator } from '../mutator.ts'
import { otherOwners } from './other-owners.ts'

/** An offer and its conversation, locked with the agents concerned. Throws Refusal `not_found` */
async function lockOffer(act: Act, transferId: string): Promise<{ transfer: Transfer, conversation: Conversation }> {
  const seen = await readEntity(act.changes, 'transfer', transferId)
  if (!seen) throw new Refusal('not_found')
  const conversation = await lockConversation(act, seen.conversationId)
  await lockAgents(act.changes, [seen.fromPersonId, act.person.id])
  const transfer = await readEntity(act.changes, 'transfer', transferId, { lock: true })
  if (!transfer) throw new Refusal('not_found')
  return { transfer, conversation }
}

/**
 * M5, M7: the colleague's answer. With a yes the customer is theirs, the wait goes on, and the sender is remembered (M6); with a no it returns.
 * Throws Refusal `closed` when it is over, M5 when the receiver has hung up meanwhile, M7 when the customer is with a third agent by now, `limit_reached`
 */
export const answerTransfer: Mutator<'transfer.answer'> = async (act, { transferId, accept }) => {
  const { context, changes, person, nowMs } = act
  const { transfer, conversation } = await lockOffer(act, transferId)
  if (transfer.target.kind !== 'agent' || transfer.target.personId !== person.id) throw new Refusal('not_allowed')
  if (transfer.state === (accept ? 'accepted' : 'declined')) return
  if (transfer.state !== 'offered' || conversation.ownerId !== transfer.fromPersonId) throw new Refusal('closed', transfer.state)
  if (!accept) return returnOffer(context, changes, conversation, transfer, 'declined', nowMs)
  if (!dutyOf(await readEntity(changes, 'presence', person.id)).mayReceiveTransfer) throw new Refusal('M5', person.id)
  const third = (await otherOwners(act, conversation)).find((id) => id !== transfer.fromPersonId && id !== person.id)
  if (third !== undefined && !transfer.overruled.includes('M7')) throw new Refusal('M7', third)
  await mustHaveRoom(act)
  await changes.put('transfer', { ...transfer, state: 'accepted', settledAtMs: nowMs })
  const moved = passedOn(conversation, transfer.fromPersonId, person.id, nowMs)
  await changes.put('conversation', await recordMove(
    context, changes, moved, { line: 'transferred', params: { transferId, fromId: transfer.fromPersonId, toId: person.id } }, nowMs))
  wakeRouting(act)
}

/** The sender, or a supervisor of the team, takes an offer back before it is answered. One that is over stays as it is. */
export const cancelTransfer: Mutator<'transfer.cancel'> = async (act, { transferId }) => {
  const { context, changes, person, nowMs } = act
  const { transfer, conversation } = await lockOffer(act, transferId)
  if (transfer.fromPersonId !== person.id && !leads(person, conversation)) throw new Refusal('not_allowed')
  if (transfer.state === 'offered') await returnOffer(context, changes, conversation, transfer, 'cancelled', nowMs)
}
