import { z } from 'zod'
import { Id, Millis } from './scalars.ts'

/** day, mid, night: work. meeting and training lie within or beside a shift. off: a day off, from midnight to midnight. */
export const ShiftKind = z.enum(['day', 'mid', 'night', 'meeting', 'training', 'off'])
export type ShiftKind = z.infer<typeof ShiftKind>

/** One stretch of somebody's day; several a day, also over midnight. */
export const Shift = z.object({
  id: Id,
  personId: Id,
  teamId: Id,
  kind: ShiftKind,
  /** The day it belongs to (`YYYY-MM-DD` in the team's zone): a night shift belongs to the day it begins. */
  date: z.iso.date(),
  fromMs: Millis,
  toMs: Millis,
  /** M2: the duty person of the day, who splits the meal batches. */
  duty: z.boolean(),
})
export type Shift = z.infer<typeof Shift>

/** M1. */
export const Meal = z.enum(['lunch', 'dinner'])
export type Meal = z.infer<typeof Meal>

export const MealBatch = z.object({ fromMs: Millis, toMs: Millis, personIds: z.array(Id).max(200) })
export type MealBatch = z.infer<typeof MealBatch>

/** M2: who eats when. Decided by the duty person of the day or a supervisor; what the program proposes is no row yet. */
export const MealPlan = z.object({
  /** `team:date:meal`. */
  id: Id,
  teamId: Id,
  date: z.iso.date(),
  meal: Meal,
  batches: z.array(MealBatch).min(1).max(10),
  decidedById: Id,
  decidedAtMs: Millis,
})
export type MealPlan = z.infer<typeof MealPlan>

/**
 * Why the program proposes these batches (M2, L4): i18n `meal.why.<code>`. params: batches {count, minutes} · load_now {open, queued} ·
 * load_history {weeks, customers} at most at once · busy, calm {customers, perDesk} with the usual batches · skill_kept {skill},
 * language_kept {language}: it parted people · single {people} · cannot_cover {personId, skill or language}: who cannot be spared.
 */
export const MealWhy = z.object({
  code: z.enum(['batches', 'busy', 'calm', 'load_now', 'load_history', 'no_history', 'skill_kept', 'language_kept', 'single', 'cannot_cover']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type MealWhy = z.infer<typeof MealWhy>

/** Something in a roster a supervisor should look at; it may still be kept. */
export const RosterConflict = z.object({
  code: z.enum(['overlap', 'on_day_off', 'too_long', 'rest', 'no_duty', 'uncovered']),
  shiftIds: z.array(Id),
  personId: Id.nullable(),
  date: z.iso.date(),
  /** uncovered: the skill or language, and from when to when; rest, too_long: hours. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type RosterConflict = z.infer<typeof RosterConflict>

/** Two agents change shifts, with the other's consent. */
export const ShiftSwap = z.object({
  id: Id,
  teamId: Id,
  fromPersonId: Id,
  toPersonId: Id,
  /** Given away by the asker. */
  shiftId: Id,
  /** Taken for it; null = the other simply takes over. */
  otherShiftId: Id.nullable(),
  note: z.string().max(200),
  state: z.enum(['asked', 'agreed', 'declined', 'cancelled', 'impossible']),
  askedAtMs: Millis,
  settledAtMs: Millis.nullable(),
})
export type ShiftSwap = z.infer<typeof ShiftSwap>

/**
 * Something one person has to know. params: ids and numbers the words are made of, in the reader's language (i18n `notice.<kind>`).
 * - roster {date, count} · meal_plan {meal, date, fromMs} · swap_asked, swap_settled {swapId, state} · help_call {teamId, byId} (wants an answer)
 * - let_go {state, reason}: set by a supervisor · late_back {untilMs} · handover {handoverId, fromId, count} · escalated {handoverId, count}
 * - moved {count, byId, toId}: conversations went to somebody else · handed_over {count}: the server did, for a lost desk
 */
export const Notice = z.object({
  id: Id,
  personId: Id,
  kind: z.enum(['roster', 'meal_plan', 'swap_asked', 'swap_settled', 'help_call', 'let_go', 'late_back', 'handover', 'escalated', 'moved', 'handed_over']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  atMs: Millis,
  seenAtMs: Millis.nullable(),
  answer: z.enum(['yes', 'no']).nullable(),
})
export type Notice = z.infer<typeof Notice>
