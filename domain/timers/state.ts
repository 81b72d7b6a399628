import { z } from 'zod'

const Ms = z.number().int().nonnegative()

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
  turn: z
    .object({
      sinceMs: Ms,
      /** The customer has merely greeted so far: an opening line answers that (T12). */
      greetingOnly: z.boolean(),
      holdingAtMs: Ms.nullable(),
      apologyAtMs: Ms.nullable(),
    })
    .nullable(),
  /** T1, kept twice: for the customer (from the message) and for the agent (from the assignment). */
  first: z.object({
    customerFromMs: Ms.nullable(),
    customerSettledAtMs: Ms.nullable(),
    agentFromMs: Ms.nullable(),
    agentSettledAtMs: Ms.nullable(),
  }),
  /** T7: silent since the opening line; `askedAtMs` once asked what they need. */
  silence: z.object({ sinceMs: Ms, askedAtMs: Ms.nullable() }).nullable(),
  /** T8: open promises. */
  promises: z.array(z.object({ id: z.string(), madeAtMs: Ms, dueAtMs: Ms })),
  /** Who owns the dues now; the receiver from acceptance on. */
  agentId: z.string().nullable(),
})
export type TimerState = z.infer<typeof TimerState>
