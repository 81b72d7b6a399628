import { z } from 'zod'
import { Attachment, ServicePromise } from '../domain/entities/conversation.ts'
import { PresenceState } from '../domain/entities/people.ts'
import { Body, Id, Language, Millis } from '../domain/entities/scalars.ts'
import { LineKind } from '../domain/entities/team.ts'

/**
 * The intents a desk may send: named mutations with their arguments, own ids and times. The one list: desk (local
 * replay), wire and server mutators are mapped over it. `atMs` of the envelope is the desk's estimate of server time.
 */
export const MUTATIONS = {
  /** An agent's line to the customer. The server decides the kind again; a queued one keeps the timer running. */
  'message.send': z.object({
    messageId: Id,
    conversationId: Id,
    body: Body,
    lineKind: LineKind,
    scriptId: Id.nullable(),
    attachmentIds: z.array(Id).max(10),
    quoteId: Id.nullable(),
  }),
  /** Internal note with @mentions; never visible to the customer. */
  'note.add': z.object({ messageId: Id, conversationId: Id, body: Body, mentions: z.array(Id) }),
  'conversation.take': z.object({ conversationId: Id }),
  'conversation.seen': z.object({ conversationId: Id, position: z.number().int().nonnegative() }),
  /** D9: `withoutReply` says that the agent was asked and insists. */
  'conversation.close': z.object({
    conversationId: Id,
    withoutReply: z.boolean(),
    enquiryClass: z.string().max(60).nullable(),
    outcome: z.string().max(60).nullable(),
  }),
  'conversation.reopen': z.object({ conversationId: Id }),
  'conversation.spam': z.object({ conversationId: Id, on: z.boolean() }),
  /** Clipboard companion: a conversation of a closed IM, kept by hand. The customer is made with it. */
  'companion.start': z.object({
    conversationId: Id,
    customerId: Id,
    channelId: Id,
    nickname: z.string().min(1).max(60),
    language: Language,
  }),
  /** "Customer wrote" / "I answered". */
  'companion.tick': z.object({ messageId: Id, conversationId: Id, who: z.enum(['customer', 'agent']) }),
  /** T8. */
  'promise.make': z.object({ promiseId: Id, conversationId: Id, text: ServicePromise.shape.text, dueAtMs: Millis }),
  'promise.settle': z.object({ promiseId: Id, conversationId: Id, state: z.enum(['kept', 'cancelled']) }),
  'presence.set': z.object({ state: PresenceState, reason: z.string().max(200).nullable() }),
  'customer.note': z.object({ noteId: Id, customerId: Id, body: z.string().min(1).max(2_000) }),
  'customer.note_remove': z.object({ noteId: Id, customerId: Id, removed: z.boolean() }),
  'customer.tag': z.object({ customerId: Id, tag: z.string().min(1).max(30), on: z.boolean() }),
  'customer.block': z.object({ customerId: Id, conversationId: Id, on: z.boolean() }),
  /** Announces the attachment; the bytes follow in chunks over REST, resumable. */
  'attachment.add': Attachment.pick({
    id: true, conversationId: true, name: true, mime: true, size: true, sha256: true, width: true, height: true,
  }),
  /** The owner drops a proposed reply (sending it is a message.send of their own, then this). */
  'proposed.dismiss': z.object({ proposedId: Id, conversationId: Id }),
} as const

export type MutationName = keyof typeof MUTATIONS
export type MutationArgs<N extends MutationName> = z.infer<(typeof MUTATIONS)[N]>
export const MUTATION_NAMES = Object.keys(MUTATIONS) as MutationName[]

/** Why a mutation can be refused for good. `text` for people comes from i18n keys `refusal.<code>`. */
export const RefusalCode = z.enum([
  'reassigned', 'not_allowed', 'not_found', 'closed', 'already_taken', 'limit_reached', 'unanswered',
  'blocked', 'invalid', 'failed',
])
export type RefusalCode = z.infer<typeof RefusalCode>
