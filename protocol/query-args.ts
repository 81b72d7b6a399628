import * as z from 'zod/mini'
import { CONTENT_KINDS, ID_SHAPE } from '../domain/entities/plain-lists.ts'

const Nothing = z.object({})
const Id = z.string().check(z.minLength(1), z.maxLength(64), z.regex(ID_SHAPE))

/**
 * What each live query is asked with. In the small zod and apart from the values: a window's first questions come before the schemas of
 * everything else have been made.
 */
export const QUERY_ARGS = {
  session: Nothing,
  sync: Nothing,
  accounts: Nothing,
  settings: Nothing,
  conversations: Nothing,
  thread: z.object({ conversationId: Id, limit: z.int().check(z.gte(1), z.lte(2_000)) }),
  profile: z.object({ customerId: Id }),
  today: Nothing,
  inbox: Nothing,
  team: Nothing,
  alert: Nothing,
  briefing: Nothing,
  studio: z.object({ kind: z.enum(CONTENT_KINDS), draftsOnly: z.optional(z.boolean()) }),
  bulk: Nothing,
  reviews: Nothing,
  shift: Nothing,
  leaving: z.object({ kind: z.enum(['meal', 'away', 'shift_end', 'meeting']) }),
  handovers: Nothing,
  transfers: Nothing,
  roster: z.object({ teamId: Id, from: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)), days: z.int().check(z.gte(1), z.lte(35)) }),
  notices: Nothing,
  talks: z.object({ conversationId: z.nullable(Id) }),
  wall: z.object({ teamId: Id }),
} as const
