import { z } from 'zod'
import { ID_SHAPE } from './plain-lists.ts'

/** Client-made UUIDv7 text; also fixed demo ids. Never used for order. */
export const Id = z.string().min(1).max(64).regex(ID_SHAPE)
/** Epoch milliseconds. */
export const Millis = z.number().int().nonnegative()
/** Money in fen (1/100 yuan). */
export const Fen = z.number().int()
/** One message body; C3 warns at 120, this is the hard limit. */
export const Body = z.string().max(8_000)
export const Language = z.enum(['zh', 'en'])
export type Language = z.infer<typeof Language>
