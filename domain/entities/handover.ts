import { z } from 'zod'
import { Id, Millis } from './scalars.ts'

/**
 * One person's list at the end of a shift, before a meeting, or made by the server for a desk that vanished (H1-H5).
 * toPersonId null: no counterpart (H8, or nobody was there); items go to the next free agents.
 */
export const Handover = z.object({
  id: Id,
  teamId: Id,
  fromPersonId: Id,
  toPersonId: Id.nullable(),
  cause: z.enum(['shift_end', 'meeting', 'lost_desk', 'off_duty_write']),
  state: z.enum(['open', 'done']),
  startedAtMs: Millis,
  /** H3: what is not confirmed by then goes to the wall and to the next free agent. */
  limitAtMs: Millis,
  settledAtMs: Millis.nullable(),
})
export type Handover = z.infer<typeof Handover>

/** One conversation of a handover, with its promises (H4). */
export const HandoverItem = z.object({
  id: Id,
  handoverId: Id,
  teamId: Id,
  conversationId: Id,
  /** Nickname, so that the list is read before the conversation is on that desk. */
  customerName: z.string(),
  fromPersonId: Id,
  /** Whom it is meant for; after confirmation or escalation who has it. */
  toPersonId: Id.nullable(),
  /** H2: last question, what was promised. Encrypted at rest on the server. */
  note: z.string().max(1_000),
  /** Nearest due of it when it was listed, and of its promises. */
  dueAtMs: Millis.nullable(),
  promiseIds: z.array(Id).max(50),
  /** listed: waits for the counterpart. confirmed: taken. escalated: not confirmed in time, moved on by the system. void: closed or answered away before. */
  state: z.enum(['listed', 'confirmed', 'escalated', 'void']),
  settledAtMs: Millis.nullable(),
  /** T6: first human line of the receiver. */
  contactedAtMs: Millis.nullable(),
})
export type HandoverItem = z.infer<typeof HandoverItem>
