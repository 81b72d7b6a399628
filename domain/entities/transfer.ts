import { z } from 'zod'
import { Id, Millis } from './scalars.ts'

export const TransferTo = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('agent'), personId: Id }),
  z.object({ kind: z.literal('team'), teamId: Id }),
  z.object({ kind: z.literal('skill'), skill: z.string().min(1).max(40) }),
])
export type TransferTo = z.infer<typeof TransferTo>

/** A transfer by choice (M4-M8). To an agent it is offered and waits for a yes; to a team or skill the customer goes to that queue at once. */
export const Transfer = z.object({
  id: Id,
  conversationId: Id,
  teamId: Id,
  customerName: z.string(),
  fromPersonId: Id,
  target: TransferTo,
  /** For the receiver, never the customer. Encrypted at rest on the server. */
  note: z.string().max(1_000),
  /** M4: why a running one is passed on; of a supervisor: why the rule is set aside. */
  reason: z.string().max(200).nullable(),
  /** The rules a supervisor set aside (M4-M7). */
  overruled: z.array(z.string().max(8)).max(8),
  state: z.enum(['offered', 'accepted', 'declined', 'expired', 'cancelled', 'queued']),
  offeredAtMs: Millis,
  /** An offer that is not answered by then returns. */
  expiresAtMs: Millis.nullable(),
  settledAtMs: Millis.nullable(),
})
export type Transfer = z.infer<typeof Transfer>
