import { z } from 'zod'
import { Customer } from '../domain/entities/customer.ts'
import { Presence, PresenceCause } from '../domain/entities/people.ts'
import { Meal, MealBatch, MealWhy, Shift } from '../domain/entities/roster.ts'
import { Id, Millis } from '../domain/entities/scalars.ts'

/**
 * What desks ask of the server about the shift while online: POST /v1/shift/<name>, JSON both ways. The one list: routes, core and windows are
 * mapped over it. Everybody of the team may ask meal.propose when they are on duty; the rest is for supervisors. Problems: 403 `not_allowed`, 422.
 */
const ask = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output })
const Base64 = z.string().max(8 * 1024 * 1024)

export const SHIFT_ASKS = {
  /** M2: batches from the load now and that of the same weekday in the last weeks; no batch empties a skill or language. */
  'meal.propose': ask(
    z.object({ teamId: Id, date: z.iso.date(), meal: Meal, batches: z.number().int().min(1).max(10).nullable() }),
    z.object({ batches: z.array(MealBatch), why: z.array(MealWhy) })),
  'presence.log': ask(
    z.object({ teamId: Id, personId: Id.nullable(), fromMs: Millis, toMs: Millis }),
    z.array(z.object({
      id: Id, personId: Id, personName: z.string(), byName: z.string().nullable(), cause: PresenceCause, from: Presence.shape.state, to: Presence.shape.state,
      reason: z.string().nullable(), atMs: Millis, late: z.boolean(),
    })).max(2_000)),
  /** By quarter of an hour of one day in the team's zone. */
  'wall.history': ask(
    z.object({ teamId: Id, date: z.iso.date() }),
    z.array(z.object({
      quarterMs: Millis, queueMax: z.number().int(), longestWaitMs: z.number(), openMax: z.number().int(), onlineMax: z.number().int(),
      started: z.number().int(), firstReplyMs: z.number().nullable(), averageReplyMs: z.number().nullable(), missed: z.number().int(),
    })).max(100)),
  /** What somebody of the team has open, nearest due first, or with null what waits in the queue: for watching, moving, one line to many. */
  'wall.conversations': ask(
    z.object({ teamId: Id, personId: Id.nullable() }),
    z.array(z.object({
      conversationId: Id, customerName: z.string(), ownerId: Id.nullable(), channelName: z.string(), tier: Customer.shape.tier,
      waitingSinceMs: Millis.nullable(), nearestDueAtMs: Millis.nullable(),
    })).max(500)),
  /** Reads a CSV or XLSX (account, date, kind, from, to, duty) and says what would come of it; the desk then puts the shifts. */
  'roster.read': ask(
    z.object({ teamId: Id, name: z.string().max(200), bytes: Base64 }),
    z.object({
      shifts: z.array(Shift).max(5_000),
      faults: z.array(z.object({
        line: z.number().int().positive().nullable(),
        code: z.enum(['unknown_account', 'bad_date', 'bad_time', 'unknown_kind', 'wrong_columns', 'empty_file', 'too_many_rows', 'unreadable', 'overlap']),
        value: z.string().max(200),
      })).max(500),
    })),
} as const

export type ShiftAsk = keyof typeof SHIFT_ASKS
export const SHIFT_NAMES = Object.keys(SHIFT_ASKS) as ShiftAsk[]
export const ShiftName = z.enum(SHIFT_NAMES as [ShiftAsk, ...ShiftAsk[]])
export type ShiftInput<N extends ShiftAsk> = z.infer<(typeof SHIFT_ASKS)[N]['input']>
export type ShiftOutput<N extends ShiftAsk> = z.infer<(typeof SHIFT_ASKS)[N]['output']>

/** GET /v1/wall/stream?teamId=: server-sent events `wall` with a WallView, once a second. For supervisors of the team. */
export const WALL_EVENT = 'wall'
