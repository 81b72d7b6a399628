import { z } from 'zod'
import type { CoreToMain } from '../../protocol/shell.ts'
import { Alert } from '../../protocol/views.ts'

/** What the core may say to the shell; anything else is dropped. */
export const CoreMessage: z.ZodType<CoreToMain> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('alert'), alert: Alert.nullable(), quiet: z.boolean(), language: z.enum(['zh', 'en']) }),
  z.object({ type: z.literal('badge'), count: z.number().int().nonnegative() }),
  z.object({ type: z.literal('secret_read'), fileId: z.string().min(1).max(200) }),
  z.object({ type: z.literal('secret_write'), fileId: z.string().min(1).max(200), secret: z.string().max(4_000).nullable() }),
  z.object({
    type: z.literal('held_write'),
    held: z.object({ fileId: z.string().min(1).max(200), secret: z.string().max(4_000) }).nullable(),
  }),
  z.object({ type: z.literal('held_read') }),
  z.object({ type: z.literal('proxy_read'), url: z.string().max(2_000) }),
  z.object({ type: z.literal('fatal'), code: z.string(), detail: z.string() }),
])
