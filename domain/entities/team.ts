import { z } from 'zod'
import { Id, Language, Millis } from './scalars.ts'

/** The kind of an agent's line (T12). Text that matches nothing counts as an answer. */
export const LineKind = z.enum(['answer', 'opening', 'holding', 'look_up', 'apology', 'closing'])
export type LineKind = z.infer<typeof LineKind>

/** Figures of SOP.md, section T; a supervisor changes them per team, none is a constant in code. */
export const TimerPolicy = z.object({
  firstReplySec: z.number().int().positive().default(15), // T1
  averageReplySec: z.number().int().positive().default(30), // T2
  holdingSec: z.number().int().positive().default(120), // T3
  apologySec: z.number().int().positive().default(180), // T4
  silenceAskSec: z.number().int().positive().default(180), // T7
  silenceCloseSec: z.number().int().positive().default(600), // T7
  promiseSec: z.number().int().positive().default(120), // T8
  promiseNudgeSec: z.number().int().positive().default(30), // T8: how long before the due time
  /** Silent so long, a desk gets no new customers. Desks are noted every 20 s: less would take present ones for lost. */
  unreachableSec: z.number().int().min(30).default(60),
  /** Silent so long after that, its customers go to others (H5); replies written offline that come later are only proposed. */
  handoverSec: z.number().int().positive().default(180),
  /** P2, K19: so long a wait counts as much in the queue as one tier, so that nobody waits for ever behind gold or after-sale. */
  queueAgingSec: z.number().int().positive().default(180),
  /** T9: a call is answered within so many rings of so many seconds. */
  phoneRings: z.number().int().positive().default(3),
  phoneRingSec: z.number().int().positive().default(5),
  mailReplyHours: z.number().int().positive().default(24),
  socialReplyHours: z.number().int().positive().default(4),
  handoverReplySec: z.number().int().positive().default(60), // T5
  peakReplySec: z.number().int().positive().default(60), // T11
  handoverTargetMin: z.number().int().positive().default(5), // T6
  handoverLimitMin: z.number().int().positive().default(10), // T6, H3
})
export type TimerPolicy = z.infer<typeof TimerPolicy>

export const LinePattern = z.object({ kind: LineKind, pattern: z.string().max(500) })
export type LinePattern = z.infer<typeof LinePattern>

export const Team = z.object({
  id: Id,
  name: z.string(),
  timers: TimerPolicy,
  /** Newest first: what held until then. What began before keeps it (domain/timers/policy.ts). */
  timersBefore: z.array(z.object({ untilMs: Millis, timers: TimerPolicy })).default([]),
  /** Besides the built-in ones of domain/lines. */
  linePatterns: z.array(LinePattern),
  /** A returning customer goes to the agent who knows the case within this (L2). */
  returningHours: z.number().int().nonnegative().default(24),
  /** Of its roster: days and shifts are read in it. */
  timeZone: z.string().default('Asia/Shanghai'),
})
export type Team = z.infer<typeof Team>

/** Minutes of the day, `from` < `to`; a night shift is two periods. weekday 1 = Monday … 7 = Sunday. */
export const OpeningPeriod = z.object({
  weekday: z.number().int().min(1).max(7),
  fromMin: z.number().int().min(0).max(1440),
  toMin: z.number().int().min(0).max(1440),
})
export const OpeningHours = z.object({
  timeZone: z.string().default('Asia/Shanghai'),
  /** Empty = always open. */
  periods: z.array(OpeningPeriod),
  /** Dates `YYYY-MM-DD` closed all day. */
  holidays: z.array(z.string()),
})
export type OpeningHours = z.infer<typeof OpeningHours>

export const ChannelKind = z.enum(['web_chat', 'webhook', 'companion', 'phone', 'mail', 'social'])
export type ChannelKind = z.infer<typeof ChannelKind>

export const Channel = z.object({
  id: Id,
  kind: ChannelKind,
  name: z.string(),
  teamId: Id,
  language: Language,
  openingHours: OpeningHours,
  /** T1: sent by the server at once; null = none. */
  automaticReply: z.string().nullable(),
  /** Sent outside opening hours. */
  closedNotice: z.string().nullable(),
  /** Skill tag every conversation of this channel asks for (L2), e.g. after_sale; null = none. */
  skill: z.string().nullable(),
  active: z.boolean(),
})
export type Channel = z.infer<typeof Channel>
