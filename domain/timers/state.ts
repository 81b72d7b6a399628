import { z } from 'zod'

const Ms = z.number().int().nonnegative()

const Turn = z
  .object({
    sinceMs: Ms,
    /** The customer has merely greeted so far: an opening line answers that (T12). */
    greetingOnly: z.boolean(),
    holdingAtMs: Ms.nullable(),
    apologyAtMs: Ms.nullable(),
    /** The reply target it began with, kept to its end: in the handover window (T5), at peak (T11); none = T2. */
    target: z.enum(['T5', 'T11']).optional(),
  })
  .nullable()
const Silence = z.object({ sinceMs: Ms, askedAtMs: Ms.nullable() }).nullable()
/** `lookUp`: made by a look-up line and ended by the next answer; others are ended by the agent. */
const OpenPromise = z.object({ id: z.string(), madeAtMs: Ms, dueAtMs: Ms, lookUp: z.boolean() })

/**
 * What the timers of one conversation know (SOP.md, T). Plain data: stored in the conversation row by the server,
 * folded further by the desk over what is still queued. Never a counter: every due time is computed from these.
 */
export const TimerState = z.object({
  /** Nothing runs while false: not yet open, closed, or a left message before the shift (D11). */
  running: z.boolean(),
  /** Number of the current or last waiting turn, from 1. */
  turnNo: z.number().int().nonnegative(),
  /** The waiting turn: from the customer's first unanswered message to the first human answer. */
  turn: Turn,
  /** T1, kept twice: for the customer (from the message) and for the agent (from the assignment). */
  first: z.object({
    customerFromMs: Ms.nullable(),
    customerSettledAtMs: Ms.nullable(),
    agentFromMs: Ms.nullable(),
    agentSettledAtMs: Ms.nullable(),
  }),
  /** T7: silent since the opening line; `askedAtMs` once asked what they need. */
  silence: Silence,
  /** T8: open promises. */
  promises: z.array(OpenPromise),
  /** Who owns the dues now; the receiver from acceptance on. */
  agentId: z.string().nullable(),
  /** T5: its agent hands over: turns that begin now have that target. Rows of before there were shifts have none of these. */
  handingOver: z.boolean().optional(),
  /** T11: so at peak. */
  peak: z.boolean().optional(),
  /** T6: since when somebody has it from another shift and has said nothing yet. */
  contact: z.object({ sinceMs: Ms }).nullable().optional(),
  /** What a close stopped, for its undo. */
  beforeClose: z.object({ turn: Turn, silence: Silence, promises: z.array(OpenPromise) }).nullable(),
})
export type TimerState = z.infer<typeof TimerState>

/** Nothing has happened yet. */
export const NO_TIMERS: TimerState = {
  running: false,
  turnNo: 0,
  turn: null,
  first: { customerFromMs: null, customerSettledAtMs: null, agentFromMs: null, agentSettledAtMs: null },
  silence: null,
  promises: [],
  agentId: null,
  beforeClose: null,
}
