import { z } from 'zod'
import { Audience, ScriptContent } from './script.ts'

/** The same change for many scripts or knowledge entries. Only what is named is set: null empties a field, an empty list means everybody. */
export const BulkChange = z.discriminatedUnion('what', [
  z.object({ what: z.literal(['addTag', 'removeTag']), tag: z.string().trim().min(1).max(30) }),
  z.object({
    what: z.literal('set'),
    fields: ScriptContent.pick({ campaign: true, validFromMs: true, validToMs: true, ownerId: true, reviewAtMs: true }).partial(),
    audience: Audience.partial(),
  }),
  z.object({ what: z.literal('retire') }),
])
export type BulkChange = z.infer<typeof BulkChange>
export const BulkKind = z.enum(['script', 'knowledge'])
export type BulkKind = z.infer<typeof BulkKind>

/** Things of one bulk edit: a whole library. */
export const MOST_AT_ONCE = 20_000
