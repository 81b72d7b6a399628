import { z } from 'zod'
import { Tier } from './customer.ts'
import { PICTURE_TYPES } from './plain-lists.ts'
import { Body, Id, Language, Millis } from './scalars.ts'
import { ChannelKind, LineKind } from './team.ts'
import { TimerState } from '../timers/state.ts'

/** queued: waits for an agent. open: an agent has it. left: written outside opening hours (D11). closed: over. */
export const ConversationState = z.enum(['queued', 'open', 'left', 'closed'])
export type ConversationState = z.infer<typeof ConversationState>

export const Conversation = z.object({
  id: Id,
  customerId: Id,
  /** The nickname, so that a queue head can be read without the customer's scope. */
  customerName: z.string(),
  channelId: Id,
  channelKind: ChannelKind,
  teamId: Id,
  state: ConversationState,
  ownerId: Id.nullable(),
  /** Agents who had it before, oldest first, by choice only (M6). */
  transferredFrom: z.array(Id),
  language: Language,
  /** L2: asked of the agent. */
  skill: z.string().nullable(),
  tier: Tier,
  /** K19: after-sale lane. */
  priority: z.number().int(),
  startedAtMs: Millis,
  queuedAtMs: Millis.nullable(),
  assignedAtMs: Millis.nullable(),
  closedAtMs: Millis.nullable(),
  /** Highest position in the thread; order of a thread is the server's. */
  lastPosition: z.number().int().nonnegative(),
  /** The owner has read up to here. */
  seenPosition: z.number().int().nonnegative(),
  /** First 80 characters of the last visible message, personal numbers masked. */
  snippet: z.string(),
  lastMessageAtMs: Millis,
  lastAuthor: z.enum(['customer', 'agent', 'automatic', 'system']).nullable(),
  spam: z.boolean(),
  /** D18. */
  enquiryClass: z.string().nullable(),
  outcome: z.string().nullable(),
  /** domain/timers folded over the events of this conversation. */
  timers: TimerState,
})
export type Conversation = z.infer<typeof Conversation>

/** note: internal, never visible to the customer. system: a line in the thread (transfer, promise, …). */
export const AuthorKind = z.enum(['customer', 'agent', 'automatic', 'system', 'note'])
export type AuthorKind = z.infer<typeof AuthorKind>

export const SystemLine = z.object({
  kind: z.enum([
    'queued', 'assigned', 'reassigned', 'closed', 'reopened', 'closed_notice', 'promise_made', 'promise_kept',
    'promise_cancelled', 'blocked', 'spam', 'silence_closed', 'customer_tick', 'agent_tick',
    'transfer_offered', 'transfer_returned', 'transferred', 'handed_over', 'taken_over', 'watched',
  ]),
  /** Ids and numbers the line is written from, in the reader's language. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type SystemLine = z.infer<typeof SystemLine>

export const Message = z.object({
  id: Id,
  conversationId: Id,
  /** The server's order in the thread, from 1. */
  position: z.number().int().positive(),
  author: AuthorKind,
  /** Person or customer; null for automatic and system. */
  authorId: Id.nullable(),
  lineKind: LineKind.nullable(),
  scriptId: Id.nullable(),
  /** Encrypted at rest on the server, in the encrypted file on the desk; personal numbers are masked on screen. */
  body: Body,
  system: SystemLine.nullable(),
  attachmentIds: z.array(Id).max(10),
  quoteId: Id.nullable(),
  /** Person ids named in a note. */
  mentions: z.array(Id),
  /** When it was written where it was written. */
  clientAtMs: Millis,
  /** When the server accepted it: the time that counts. */
  acceptedAtMs: Millis,
  /** Agent lines: when the customer's side had it. */
  deliveredAtMs: Millis.nullable(),
})
export type Message = z.infer<typeof Message>

export const ServicePromise = z.object({
  id: Id,
  conversationId: Id,
  agentId: Id,
  text: z.string().max(500),
  dueAtMs: Millis,
  state: z.enum(['open', 'kept', 'cancelled']),
  createdAtMs: Millis,
  settledAtMs: Millis.nullable(),
})
export type ServicePromise = z.infer<typeof ServicePromise>

export const Attachment = z.object({
  id: Id,
  conversationId: Id,
  name: z.string().max(200),
  mime: z.enum(PICTURE_TYPES),
  /** Bytes; at most 10 MB. */
  size: z.number().int().positive().max(10 * 1024 * 1024),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  width: z.number().int().nonnegative(),
  height: z.number().int().nonnegative(),
  state: z.enum(['uploading', 'ready']),
  createdAtMs: Millis,
})
export type Attachment = z.infer<typeof Attachment>

/** A hit or miss, recorded once by the server; id = conversation:rule:turn. T1C is the customer's first-reply clock. */
export const TimerOutcome = z.object({
  id: z.string(),
  conversationId: Id,
  agentId: Id.nullable(),
  rule: z.enum(['T1', 'T1C', 'T2', 'T3', 'T4', 'T6', 'T8']),
  startedAtMs: Millis,
  dueAtMs: Millis,
  /** Null while missed and still unanswered; the row is completed once when it settles. */
  settledAtMs: Millis.nullable(),
  hit: z.boolean(),
})
export type TimerOutcome = z.infer<typeof TimerOutcome>

/**
 * A reply that was refused `reassigned`: written by the agent before, shown to the new owner, never sent by itself.
 * `id` is the refused message's id. Dismissed ones keep their row.
 */
export const ProposedReply = z.object({
  id: Id,
  conversationId: Id,
  authorId: Id,
  /** Encrypted at rest on the server. */
  body: Body,
  writtenAtMs: Millis,
  dismissed: z.boolean(),
})
export type ProposedReply = z.infer<typeof ProposedReply>
