import type { Conversation } from '../entities/conversation.ts'
import type { Presence } from '../entities/people.ts'
import type { Transfer, TransferTo } from '../entities/transfer.ts'
import { dutyOf } from '../presence/presence.ts'

/**
 * Who has a conversation after a move, as changes of its row. The customer's wait never restarts: the timers keep their turn, and in the queue
 * the place is that of the wait. Lines and timer events (`assigned`, `unassigned`) are the caller's.
 */
type Owned = Pick<Conversation, 'state' | 'ownerId' | 'transferredFrom' | 'teamId' | 'skill' | 'startedAtMs' | 'queuedAtMs' | 'assignedAtMs' | 'timers'>

/** From the queue, a handover that is confirmed, or by a supervisor: moved by the system, which M6 does not count. */
export function givenTo<C extends Owned>(conversation: C, personId: string, nowMs: number): C {
  return { ...conversation, state: 'open', ownerId: personId, queuedAtMs: null, assignedAtMs: nowMs }
}

/** An offer that is accepted: by choice, so the sender is remembered (M6). */
export function passedOn<C extends Owned>(conversation: C, senderId: string, receiverId: string, nowMs: number): C {
  return givenTo({ ...conversation, transferredFrom: withSender(conversation, senderId) }, receiverId, nowMs)
}

/** H5, H6: nobody has it any more; it goes before all that came later. Without a waiting customer its place is that of its beginning. */
export function handedBack<C extends Owned>(conversation: C): C {
  return { ...conversation, state: 'queued', ownerId: null, queuedAtMs: conversation.timers.turn?.sinceMs ?? conversation.startedAtMs, assignedAtMs: null }
}

/** To a team or a skill: queued there at once, at the place of its wait; by choice (M6). */
export function passedToQueue<C extends Owned>(conversation: C, senderId: string, target: Exclude<TransferTo, { kind: 'agent' }>): C {
  const asked = target.kind === 'team' ? { teamId: target.teamId, skill: null } : { skill: target.skill }
  return { ...handedBack(conversation), ...asked, transferredFrom: withSender(conversation, senderId) }
}

const withSender = ({ transferredFrom }: Owned, senderId: string): string[] => [...transferredFrom.filter((id) => id !== senderId), senderId]

/**
 * Where an offer goes that was declined or not answered in time: back to the sender; to the front of the queue when the sender is no longer
 * there; nowhere when the sender no longer has the conversation (closed, or moved meanwhile).
 */
export function returnsTo(
  { state, ownerId }: Pick<Owned, 'state' | 'ownerId'>, { fromPersonId }: Pick<Transfer, 'fromPersonId'>, sender: Pick<Presence, 'state' | 'reachable'> | null,
): 'sender' | 'queue' | 'nowhere' {
  if (state !== 'open' || ownerId !== fromPersonId) return 'nowhere'
  return sender?.reachable && dutyOf(sender).countsInLoad ? 'sender' : 'queue'
}
