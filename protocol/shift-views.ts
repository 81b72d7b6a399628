import { z } from 'zod'
import { Handover, HandoverItem } from '../domain/entities/handover.ts'
import { Presence } from '../domain/entities/people.ts'
import { Meal, MealPlan, Notice, RosterConflict, Shift, ShiftSwap } from '../domain/entities/roster.ts'
import { Id, Millis } from '../domain/entities/scalars.ts'
import { Talk, TalkMessage } from '../domain/entities/talk.ts'
import { Transfer } from '../domain/entities/transfer.ts'
import { ConversationRow } from './views.ts'

/** Values of the live queries of the shift: presence, roster, meal break, handover, transfers, talks, wall. */

/** The agent's day as the top bar shows it. */
export const ShiftView = z.object({
  mine: Presence.nullable(),
  /** Of today and tomorrow, without days off, by time. */
  shifts: z.array(Shift),
  /** The one that runs, else the next; null = none. */
  current: Shift.nullable(),
  /** My batch (from 0) of the meal that is now or next; `clearAtMs`: when hanging up and clearing begins (M3). */
  meal: z.object({ meal: Meal, clearAtMs: Millis, fromMs: Millis, toMs: Millis, batch: z.number().int(), batches: z.number().int() }).nullable(),
  /** What is due now (M3, H1, M9): hang up and clear before the meal, the end of the shift or a meeting; back late. */
  prompt: z.object({ kind: z.enum(['meal', 'shift_end', 'meeting', 'late_back']), atMs: Millis }).nullable(),
  /** My meal or seat break may be left out of the gate: a supervisor let me go. */
  isDuty: z.boolean(),
  /** Nobody follows this shift today (H8). */
  lastOfDay: z.boolean(),
})
export type ShiftView = z.infer<typeof ShiftView>

/** A colleague a conversation could go to, best first, or why not. */
export const TransferCandidate = z.object({
  personId: Id, name: z.string(), state: Presence.shape.state, reachable: z.boolean(), load: z.number().int(), limit: z.number().int(),
  /** M5, M7, skill or language missing; null = may have it. */
  refused: z.enum(['M5', 'M7', 'full', 'skill', 'language']).nullable(),
  /** Why it is proposed: next batch, knows the case, fewest customers … */
  why: z.enum(['next_batch', 'known', 'free', 'none']),
})
export type TransferCandidate = z.infer<typeof TransferCandidate>

/** One conversation in the panel before leaving (M3, M10, H1). */
export const LeavingItem = z.object({
  row: ConversationRow,
  /** waiting: the customer waits unanswered. running: mid-case. fresh: newly connected (M4). quiet: waits for the customer. companion: on a closed IM. */
  kind: z.enum(['waiting', 'running', 'fresh', 'quiet', 'companion']),
  /** What the agent decided here: wait = stays with auto-reply, done = ticked (companion). */
  decision: z.enum(['wait', 'done', 'transfer']).nullable(),
  /** The rule that forbids a transfer by choice (M6), or asks a reason (M4); null = free. */
  transferRule: z.enum(['M4', 'M6']).nullable(),
  candidates: z.array(TransferCandidate).max(5),
  /** Proposed for a handover or transfer note, from the thread: last question, what was promised. */
  proposedNote: z.string(),
  promises: z.array(z.object({ id: Id, text: z.string(), dueAtMs: Millis })),
})
export type LeavingItem = z.infer<typeof LeavingItem>

export const LeavingView = z.object({
  items: z.array(LeavingItem),
  /** The gate: open only when empty of these. */
  blocks: z.array(z.object({ conversationId: Id, code: z.enum(['waiting', 'undecided']) })),
  /** Counterparts at the end of the shift (H2), best first. */
  counterparts: z.array(z.object({ personId: Id, name: z.string(), state: Presence.shape.state, shiftFromMs: Millis.nullable() })),
})
export type LeavingView = z.infer<typeof LeavingView>

export const HandoverListItem = HandoverItem.extend({
  toName: z.string().nullable(),
  promises: z.array(z.object({ id: Id, text: z.string().nullable(), dueAtMs: Millis })),
  /** T6, from confirmation: target and limit; null = not confirmed, or contacted. */
  contact: z.object({ targetAtMs: Millis, limitAtMs: Millis }).nullable(),
})
export const HandoverListView = Handover.extend({ fromName: z.string(), toName: z.string().nullable(), items: z.array(HandoverListItem) })
export type HandoverListView = z.infer<typeof HandoverListView>
/** given: mine that are not settled. received: for me. team: of the teams I lead (supervisors). */
export const HandoversView = z.object({ given: z.array(HandoverListView), received: z.array(HandoverListView), team: z.array(HandoverListView) })
export type HandoversView = z.infer<typeof HandoversView>

export const TransferRow = Transfer.extend({ fromName: z.string(), toName: z.string() })
/** Open offers: to me, from me. */
export const TransfersView = z.object({ incoming: z.array(TransferRow), outgoing: z.array(TransferRow) })
export type TransfersView = z.infer<typeof TransfersView>

export const RosterView = z.object({
  timeZone: z.string(), dates: z.array(z.iso.date()), shifts: z.array(Shift), conflicts: z.array(RosterConflict), mealPlans: z.array(MealPlan),
  swaps: z.array(ShiftSwap), people: z.array(z.object({ personId: Id, name: z.string(), skills: z.array(z.string()), languages: z.array(z.string()) })),
  mayEdit: z.boolean(),
})
export type RosterView = z.infer<typeof RosterView>

/** Newest first; those not seen, and of the last day. Names for every id in params. */
export const NoticesView = z.array(Notice.extend({ names: z.record(z.string(), z.string()) }))
export type NoticesView = z.infer<typeof NoticesView>

export const TalkView = Talk.extend({
  members: z.array(z.object({ personId: Id, name: z.string() })), customerName: z.string().nullable(),
  messages: z.array(TalkMessage.extend({ authorName: z.string() })),
})
export type TalkView = z.infer<typeof TalkView>

/** One second of the wall of a team. Live, never stored on a desk. */
export const WallPerson = z.object({
  personId: Id, name: z.string(), state: Presence.shape.state, reachable: z.boolean(), cause: Presence.shape.cause, reason: z.string().nullable(),
  sinceMs: Millis, untilMs: Millis.nullable(), open: z.number().int(), waiting: z.number().int(), limit: z.number().int(),
  nearestDueAtMs: Millis.nullable(), firstReplyMs: z.number().nullable(), averageReplyMs: z.number().nullable(), missed: z.number().int(),
})
export type WallPerson = z.infer<typeof WallPerson>
export const WallView = z.object({
  atMs: Millis, teamId: Id, teamName: z.string(),
  queue: z.object({ count: z.number().int(), longestWaitMs: z.number(), alertAt: z.number().int(), alert: z.boolean() }),
  today: z.object({
    firstReplyMs: z.number().nullable(), averageReplyMs: z.number().nullable(), firstInTime: z.number().nullable(), started: z.number().int(),
    open: z.number().int(), closed: z.number().int(), missed: z.number().int(), left: z.number().int(), transfers: z.number().int(),
  }),
  people: z.array(WallPerson),
  meal: z.object({ meal: Meal, batches: z.array(z.object({ fromMs: Millis, toMs: Millis, total: z.number().int(), away: z.number().int(), back: z.number().int(), late: z.number().int() })) }).nullable(),
  handovers: z.array(z.object({ handoverId: Id, fromName: z.string(), toName: z.string().nullable(), total: z.number().int(), open: z.number().int(), escalated: z.number().int(), limitAtMs: Millis })),
  help: z.object({ asked: z.number().int(), yes: z.number().int(), no: z.number().int() }),
  /** Longest-waiting customers and angry marks worth a look, nearest due first. */
  urgent: z.array(z.object({ conversationId: Id, customerName: z.string(), ownerName: z.string().nullable(), waitingSinceMs: Millis, state: z.enum(['queued', 'open']) })).max(20),
})
export type WallView = z.infer<typeof WallView>
