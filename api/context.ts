import type { Logger } from 'pino'
import type { Conversation, Message } from '../domain/entities/conversation.ts'
import type { Role } from '../domain/entities/people.ts'
import type { Clock, Ids, Random } from '../domain/ports.ts'
import type { Wakes } from './jobs/wakes.ts'
import type { ChangeSet } from './store/change-set.ts'
import type { KeyRing } from './store/crypto.ts'
import type { Sql } from './store/sql.ts'

/** Who asks: a signed-in person on an active device. Routes take it from actorIn (auth/authenticate.ts). */
export interface RequestAuth {
  tenant: string
  personId: string
  deviceId: string
  roles: readonly Role[]
}

/** A notice that is never stored: no personal data, 5 s to live. `personId` of an agent; null for the customer. */
export interface LiveNotice {
  tenant: string
  topic: 'typing' | 'viewing'
  conversationId: string
  who: 'customer' | 'agent'
  personId: string | null
}

/** Wake-ups between commits and listeners, over all nodes (sync/hub.ts). */
export interface Hub {
  /** After every commit of a synced change; called by inTransaction. */
  committed(tenant: string, seq: number): void
  /**
   * Calls back with the seq of commits that touched one of the scopes (`conversation:ID`, `org`, …), on whatever node they
   * were made, and of how many watchers of this node it touched; within about 50 ms, at most a second if a notice is lost. @returns stops watching
   */
  watch(tenant: string, scopes: Iterable<string>, onTouched: (seq: number, watchers: number) => void): () => void
  /** To every node. */
  publish(notice: LiveNotice): void
  /** Notices about one conversation, from every node. @returns stops listening */
  onLive(tenant: string, conversationId: string, listener: (notice: LiveNotice) => void): () => void
  /**
   * A device was revoked or its session ended: its streams look it up and end, on every node (`revoked` is said before only to
   * a revoked one).
   */
  standingChanged(tenant: string, deviceId: string): void
  close(): Promise<void>
}

/** Who gets a conversation (routing/). */
export interface Routing {
  /** Somebody may have room or a conversation waits: look at the queue of this tenant soon. Never throws, returns at once. */
  wake(tenant: string): void
}

/** Ways out to the customer (channels/). */
export interface Channels {
  /**
   * Inside the transaction that stored `message` for the customer's eyes: writes `delivery` rows where the channel pushes
   * (web chat reads the thread and needs none).
   */
  deliver(changes: ChangeSet, conversation: Conversation, message: Message): Promise<void>
}

export interface ApiConfig {
  /** HMAC key of cookies and access tokens (SHIFTDESK_JWT_KEY). */
  signingKey: Uint8Array
  /** Address desks and customers reach this API by, without a slash at the end. */
  publicUrl: string
  production: boolean
  demo: boolean
}

/** What every part of the API gets handed. Made once in main.ts (and by testContext in tests). */
export interface ApiContext {
  readonly sql: Sql
  /** A pool of one for LISTEN (DATABASE_DIRECT_URL). */
  readonly listenSql: Sql
  readonly clock: Clock
  readonly ids: Ids
  readonly random: Random
  readonly keys: KeyRing
  readonly log: Logger
  readonly config: ApiConfig
  readonly hub: Hub
  readonly routing: Routing
  readonly channels: Channels
  readonly jobs: Wakes
}
