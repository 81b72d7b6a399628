import type { Conversation } from '../../../domain/entities/conversation.ts'
import type { Presence, PresenceState } from '../../../domain/entities/people.ts'

/** What the day needs of a conversation's row. */
export type Talk = Pick<Conversation,
  'id' | 'customerId' | 'customerName' | 'channelKind' | 'teamId' | 'state' | 'ownerId' | 'transferredFrom' | 'language' | 'skill' | 'tier' | 'priority' |
  'startedAtMs' | 'queuedAtMs' | 'assignedAtMs' | 'timers'>

export interface LogEntry {
  personId: string
  from: PresenceState
  to: PresenceState
  cause: Presence['cause']
  atMs: number
  acceptedAtMs: number
  /** Came after a newer change: told, and nothing changed. */
  overtaken: boolean
}

export interface Promised { id: string; conversationId: string; dueAtMs: number; state: 'open' | 'kept' | 'cancelled' }

/** What an agent is about to leave the desk for. */
export interface Leaving {
  kind: 'meal' | 'meeting' | 'training' | 'shift_end'
  fromMs: number
  toMs: number
}

/** One agent's seat. dead: no power, nobody works there. offline: the agent works on, what they do waits for the network. */
export interface Desk {
  readonly personId: string
  link: 'up' | 'offline' | 'dead'
  /** Since when the server has heard nothing; null = it hears. */
  silentSinceMs: number | null
  leaving: Leaving | null
  /** Lists and offers the agent does not look at. */
  readonly ignored: Set<string>
  /** What was done offline, in its order. */
  outbox: (() => void)[]
  woken: boolean
  /** Does the next thing; false when there is nothing to do. */
  readonly act: () => boolean
}
