import type { ChannelKind } from '../entities/team.ts'
import type { PresenceState } from '../entities/people.ts'
import { dutyOf } from '../presence/presence.ts'
import { isFresh } from '../leaving/gate.ts'
import type { TimerState } from '../timers/state.ts'

export type TransferRule = 'M4' | 'M5' | 'M6' | 'M7' | 'M8'

/** A transfer by choice that somebody wants to make. */
export type TransferQuestion = {
  timers: Pick<TimerState, 'turn' | 'first'>
  channelKind: ChannelKind
  ownerId: string
  /** Who had it before by choice. Moves by the system never enter it. */
  transferredFrom: readonly string[]
  /** Why a running one is passed on. */
  reason: string | null
  /** A line to the customer goes out with it, or went out since the last answer. */
  line: boolean
  /** Null: to a team or a skill, whose queue takes it. */
  receiver: { personId: string; state: PresenceState; reachable: boolean } | null
  /** Owners of the customer's other open conversations. */
  otherOwnerIds: readonly string[]
  /** The team's figure transferAgents. */
  transferAgents: number
}

/** M8, H2: whose customers read at once what is written; on the phone the agent says it, on another IM they write it there, by mail nobody waits for it. */
export function isToldInChat({ channelKind }: { channelKind: ChannelKind }): boolean {
  return channelKind === 'web_chat' || channelKind === 'webhook'
}

/**
 * M4 to M8: the rules that forbid this transfer, in their order; empty = it may be made. A supervisor may set M4 to M7 aside with a reason;
 * the customer is told in any case (M8).
 */
export function transferRefusals(question: TransferQuestion): TransferRule[] {
  const { receiver, ownerId } = question
  const third = question.otherOwnerIds.some((id) => id !== ownerId && id !== receiver?.personId)
  const rules: [TransferRule, boolean][] = [
    ['M4', !isFresh(question.timers) && !question.reason?.trim()],
    ['M5', receiver !== null && (receiver.personId === ownerId || !dutyOf(receiver).mayReceiveTransfer)],
    ['M6', hadEnoughAgents(question)],
    ['M7', third],
    ['M8', isToldInChat(question) && !question.line],
  ]
  return rules.filter(([, broken]) => broken).map(([rule]) => rule)
}

/** M6: the customer has been with as many agents by choice, the present one included, as the team's figure allows: finish it yourself. */
export function hadEnoughAgents({ transferredFrom, ownerId, transferAgents }: Pick<TransferQuestion, 'transferredFrom' | 'ownerId' | 'transferAgents'>): boolean {
  return new Set([...transferredFrom, ownerId]).size >= transferAgents
}
