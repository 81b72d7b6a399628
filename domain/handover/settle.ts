import type { Conversation } from '../entities/conversation.ts'
import type { HandoverItem } from '../entities/handover.ts'
import type { Presence } from '../entities/people.ts'

/**
 * H3: whether an item still stands for what it says: it waits for its confirmation, and the conversation is open with the leaver. Confirmed or
 * escalated it moves then; else it is void, since it was closed or moved meanwhile, and nothing is done twice.
 * @param conversation null: it is gone
 */
export function itemStands(
  { state, fromPersonId }: Pick<HandoverItem, 'state' | 'fromPersonId'>, conversation: Pick<Conversation, 'state' | 'ownerId'> | null,
): boolean {
  return state === 'listed' && conversation?.state === 'open' && conversation.ownerId === fromPersonId
}

/** H5: whether the server signs the leaver off: the list is settled, nothing is open, the shift is over. A meeting ends when the agent says so. */
export function endsDuty(presence: Pick<Presence, 'state'>, around: { open: number; listed: number; onShift: boolean }): boolean {
  return presence.state === 'handover' && around.open === 0 && around.listed === 0 && !around.onShift
}
