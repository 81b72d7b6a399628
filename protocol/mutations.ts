import { z } from 'zod'
import { Attachment, ServicePromise } from '../domain/entities/conversation.ts'
import { Handover, HandoverItem } from '../domain/entities/handover.ts'
import { PresenceState } from '../domain/entities/people.ts'
import { MOST_INSERTED } from '../domain/entities/plain-lists.ts'
import { Body, Id, Language, Millis } from '../domain/entities/scalars.ts'
import { ContentDraft } from '../domain/entities/release.ts'
import { ScriptContent } from '../domain/entities/script.ts'
import { MealPlan, Notice, Shift, ShiftSwap } from '../domain/entities/roster.ts'
import { Talk } from '../domain/entities/talk.ts'
import { LineKind } from '../domain/entities/team.ts'
import { Transfer, TransferTo } from '../domain/entities/transfer.ts'

/** A script that went into a message, and how much of it was changed afterwards: 0 as it stood, 1 nothing of it left (N3). */
export const ScriptUse = z.object({ scriptId: Id, edited: z.number().min(0).max(1) })
export type ScriptUse = z.infer<typeof ScriptUse>

const DraftPut = ContentDraft.pick({ kind: true, targetId: true, baseVersion: true, action: true, content: true }).extend({ draftId: Id })
/** Drafts of one mutation: their rows fit one commit of the server. */
export const DRAFTS_AT_ONCE = 80
/** Shifts of one mutation: moved to others, with a notice to each of both, they fit one commit of the server. */
export const SHIFTS_AT_ONCE = 20

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
  /** `untilMs`: back by then (M9). `cause`: the agent, or idle (an idle or locked screen). */
  'presence.set': z.object({
    state: PresenceState, reason: z.string().max(200).nullable(), untilMs: Millis.nullable().optional(), cause: z.enum(['agent', 'idle']).optional(),
  }),
  /** A supervisor, for somebody of a team they lead: lets go past the gate (M4), calls back. */
  'presence.put_for': z.object({ personId: Id, state: PresenceState, reason: z.string().trim().min(1).max(200), untilMs: Millis.nullable() }),

  /**
   * `line`: goes to the customer before (M8). `reason`: asked of a running one (M4). `overrule`: a supervisor sets the rules aside, with a reason.
   * Refused with the rule that spoke: M4, M5, M6, M7, M8.
   */
  'transfer.offer': z.object({
    transferId: Id, conversationId: Id, target: TransferTo, note: Transfer.shape.note, line: z.object({ messageId: Id, body: Body }).nullable(),
    reason: Transfer.shape.reason, overrule: z.boolean(),
  }),
  'transfer.answer': z.object({ transferId: Id, accept: z.boolean() }),
  'transfer.cancel': z.object({ transferId: Id }),
  /** A supervisor moves conversations (illness, incident): to somebody, or to the front of their queues. */
  'conversation.reassign': z.object({ conversationIds: z.array(Id).min(1).max(20), toPersonId: Id.nullable(), reason: z.string().trim().min(1).max(200) }),
  /** A supervisor looks on and whispers (note.add) until they stop; `take` takes the conversation over. */
  'conversation.watch': z.object({ conversationId: Id, on: z.boolean() }),
  'conversation.take_over': z.object({ conversationId: Id, reason: z.string().trim().min(1).max(200) }),
  /** A supervisor's one line to many waiting customers; checked like any other. */
  'message.send_many': z.object({
    body: Body, lineKind: LineKind, scriptId: Id.nullable(), to: z.array(z.object({ messageId: Id, conversationId: Id })).min(1).max(20),
  }),

  /**
   * H2: the list goes to the counterpart; nobody (null) when there is none (H8). Conversations that are not named get an item of their own. Of many
   * it comes in parts under the same id.
   */
  'handover.begin': z.object({
    handoverId: Id, teamId: Id, cause: Handover.shape.cause.extract(['shift_end', 'meeting']), toPersonId: Id.nullable(),
    items: z.array(z.object({ itemId: Id, conversationId: Id, note: HandoverItem.shape.note })).max(200),
  }),
  /** H3: from here on the conversation is theirs, and T6 runs. */
  'handover.confirm': z.object({ itemId: Id }),

  'roster.put': z.object({ shifts: z.array(Shift).min(1).max(SHIFTS_AT_ONCE) }),
  'roster.remove': z.object({ shiftIds: z.array(Id).min(1).max(SHIFTS_AT_ONCE) }),
  'meal.decide': MealPlan.pick({ teamId: true, date: true, meal: true, batches: true }),
  'swap.ask': ShiftSwap.pick({ teamId: true, toPersonId: true, shiftId: true, otherShiftId: true, note: true }).extend({ swapId: Id }),
  'swap.answer': z.object({ swapId: Id, agree: z.boolean() }),
  'swap.cancel': z.object({ swapId: Id }),
  'notice.seen': z.object({ noticeId: Id, answer: Notice.shape.answer }),
  /** L1: asks colleagues to help out; their yes brings them online. */
  'help.call': z.object({ teamId: Id, asks: z.array(z.object({ noticeId: Id, personId: Id })).min(1).max(40) }),

  'talk.open': Talk.pick({ kind: true, conversationId: true, title: true, memberIds: true, dueAtMs: true }).extend({ talkId: Id, messageId: Id, body: Body.min(1) }),
  'talk.say': z.object({ talkId: Id, messageId: Id, body: Body.min(1) }),
  'talk.close': z.object({ talkId: Id }),

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
  /** The rule of SOP.md that spoke; `text` says of whom or what. M2: a batch would leave a skill or language without an agent. D11: a left message of the day, by night. H5: the list is not empty. */
  'M2', 'M4', 'M5', 'M6', 'M7', 'M8', 'H5', 'D11',
])
export type RefusalCode = z.infer<typeof RefusalCode>
