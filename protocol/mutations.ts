import { z } from 'zod'
import { Attachment, ServicePromise } from '../domain/entities/conversation.ts'
import { PresenceState } from '../domain/entities/people.ts'
import { MOST_INSERTED } from '../domain/entities/plain-lists.ts'
import { Body, Id, Language, Millis } from '../domain/entities/scalars.ts'
import { ContentDraft } from '../domain/entities/release.ts'
import { ScriptContent } from '../domain/entities/script.ts'
import { LineKind } from '../domain/entities/team.ts'

/** A script that went into a message, and how much of it was changed afterwards: 0 as it stood, 1 nothing of it left (N3). */
export const ScriptUse = z.object({ scriptId: Id, edited: z.number().min(0).max(1) })
export type ScriptUse = z.infer<typeof ScriptUse>

const DraftPut = ContentDraft.pick({ kind: true, targetId: true, baseVersion: true, action: true, content: true }).extend({ draftId: Id })
/** Drafts of one mutation: their rows fit one commit of the server. */
export const DRAFTS_AT_ONCE = 80

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
    /** Every script in it; `scriptId` is the one that says what kind of line it is. */
    uses: z.array(ScriptUse).max(MOST_INSERTED).optional(),
    /** C6: the agent was warned of these and insists: ids of language rules, names of built-in ones (`length`, `phone`, `D6`). Never of a block. */
    insisted: z.array(Id).max(20).optional(),
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
  /** The agent's own script, on their desks alone. */
  'script.personal_put': ScriptContent.pick({
    code: true, stage: true, scene: true, title: true, body: true, language: true, tags: true, pictureIds: true,
  }).extend({ scriptId: Id }),
  'script.personal_remove': z.object({ scriptId: Id }),
  /** Supervisors: what they write, as they write it. Only its author changes a draft; changed, it has to be reviewed again. */
  'studio.draft_put': DraftPut,
  'studio.draft_drop': z.object({ draftId: Id }),
  /** As many that are written or given up together (bulk edits): all of them or, refused, none. */
  'studio.drafts_put': z.object({ drafts: z.array(DraftPut).min(1).max(DRAFTS_AT_ONCE) }),
  'studio.drafts_drop': z.object({ draftIds: z.array(Id).min(1).max(DRAFTS_AT_ONCE) }),
  /** "I have read it." */
  'release.read': z.object({ readId: Id, releaseId: Id }),
} as const

export type MutationName = keyof typeof MUTATIONS
export type MutationArgs<N extends MutationName> = z.infer<(typeof MUTATIONS)[N]>
export const MUTATION_NAMES = Object.keys(MUTATIONS) as MutationName[]

/** Why a mutation can be refused for good. `text` for people comes from i18n keys `refusal.<code>`. */
export const RefusalCode = z.enum([
  'reassigned', 'not_allowed', 'not_found', 'closed', 'already_taken', 'limit_reached', 'unanswered',
  'blocked', 'invalid', 'failed',
  /** C6: a wording that is blocked; `text` names the rule and the words. */
  'language',
  /** C4: another customer's data. */
  'personal_data',
])
export type RefusalCode = z.infer<typeof RefusalCode>
