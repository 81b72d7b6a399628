import { z } from 'zod'
import { Body, Id, Millis } from './scalars.ts'

/** Colleagues talk about a case (L6); help (D17): a question to somebody, with a due time, while the agent keeps the customer. Customers never see it. */
export const Talk = z.object({
  id: Id,
  kind: z.enum(['help', 'group']),
  /** The case it hangs on; null = a group without a case. */
  conversationId: Id.nullable(),
  title: z.string().max(120),
  /** Who takes part, the asker first. */
  memberIds: z.array(Id).min(1).max(50),
  dueAtMs: Millis.nullable(),
  /** answered: somebody else than the asker wrote. */
  state: z.enum(['open', 'answered', 'closed']),
  startedAtMs: Millis,
})
export type Talk = z.infer<typeof Talk>

export const TalkMessage = z.object({
  id: Id,
  talkId: Id,
  /** As in the talk: each of them holds the message. */
  memberIds: z.array(Id).min(1).max(50),
  authorId: Id,
  /** Encrypted at rest on the server. */
  body: Body,
  atMs: Millis,
})
export type TalkMessage = z.infer<typeof TalkMessage>
