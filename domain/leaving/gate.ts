import type { Conversation } from '../entities/conversation.ts'
import type { TimerState } from '../timers/state.ts'

/**
 * Where a conversation stands when its agent wants to leave (M3, M4, M10, H1).
 * fresh: newly connected, its first question not answered yet: may be passed on freely. waiting: asked again and waits for an answer.
 * running: nobody waits, but something is promised or looked up. quiet: the customer's turn. companion: on a closed IM, the agent acts there.
 */
export type LeavingKind = 'waiting' | 'running' | 'fresh' | 'quiet' | 'companion'

/** wait: stays with the auto-reply. done: ticked (companion). transfer: offered to somebody. */
export type LeavingDecision = 'wait' | 'done' | 'transfer'

/** M4: newly connected, that is the first question of this service has no answer yet; holding lines and the line before a transfer answer none. */
export function isFresh({ turn, first }: Pick<TimerState, 'turn' | 'first'>): boolean {
  return turn !== null && turn.sinceMs === first.customerFromMs
}

/** M4: the customer waits unanswered. */
export function isWaiting({ running, turn }: Pick<TimerState, 'running' | 'turn'>): boolean {
  return running && turn !== null
}

/** M3, M4: what an open conversation is to somebody who wants to leave. */
export function kindOf({ channelKind, timers }: Pick<Conversation, 'channelKind' | 'timers'>): LeavingKind {
  if (channelKind === 'companion') return 'companion'
  if (isFresh(timers)) return 'fresh'
  if (isWaiting(timers)) return 'waiting'
  return timers.promises.length > 0 ? 'running' : 'quiet'
}

/** What shuts the gate: a customer who waits, or a conversation nobody decided on. */
export type GateBlock = { conversationId: string; code: 'waiting' | 'undecided' }

type Item = { conversation: Pick<Conversation, 'id' | 'channelKind' | 'timers'>; decision: LeavingDecision | null }

/**
 * M4: what still shuts the gate, in the order given; empty = open. No decision makes up for a customer who waits, an offered transfer neither:
 * until it is accepted the customer is the sender's. A supervisor may let somebody go all the same (stepPresence).
 */
export function gateBlocks(items: readonly Item[]): GateBlock[] {
  return items.flatMap(({ conversation: { id, timers }, decision }): GateBlock[] => {
    if (isWaiting(timers)) return [{ conversationId: id, code: 'waiting' }]
    return decision === null ? [{ conversationId: id, code: 'undecided' }] : []
  })
}
