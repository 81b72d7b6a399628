import * as z from 'zod/mini'
import type { CoreToMain, Summons } from '../../protocol/shell.ts'
import type { Alert } from '../../protocol/views.ts'

// Of its own, and of the small zod: the shell stands still until its script has run, and the views bring every schema of the house.
const AlertMessage: z.ZodMiniType<Alert> = z.object({
  count: z.int().check(z.positive()), missed: z.int().check(z.nonnegative()), conversationId: z.string().check(z.minLength(1), z.maxLength(64)),
  customerName: z.string(), dueAtMs: z.int().check(z.nonnegative()), level: z.int(),
})
const SummonsMessage: z.ZodMiniType<Summons> = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(100)), kind: z.enum(['transfer', 'meal', 'shift_end', 'meeting', 'late_back', 'help']), name: z.nullable(z.string()),
})
const fileId = z.string().check(z.minLength(1), z.maxLength(200))
const secret = z.string().check(z.maxLength(4_000))

/** What the core may say to the shell; anything else is dropped. */
export const CoreMessage: z.ZodMiniType<CoreToMain> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('alert'), alert: z.nullable(AlertMessage), quiet: z.boolean(), language: z.enum(['zh', 'en']) }),
  z.object({ type: z.literal('badge'), count: z.int().check(z.nonnegative()) }),
  z.object({ type: z.literal('summons'), summons: z.array(SummonsMessage) }),
  z.object({ type: z.literal('holding'), count: z.int().check(z.nonnegative()) }),
  z.object({ type: z.literal('secret_read'), fileId }),
  z.object({ type: z.literal('secret_write'), fileId, secret: z.nullable(secret) }),
  z.object({ type: z.literal('held_write'), held: z.nullable(z.object({ fileId, secret })) }),
  z.object({ type: z.literal('held_read') }),
  z.object({ type: z.literal('proxy_read'), url: z.string().check(z.maxLength(2_000)) }),
  z.object({ type: z.literal('fatal'), code: z.string(), detail: z.string() }),
])
