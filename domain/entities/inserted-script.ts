import { z } from 'zod'
import { Body, Id } from './scalars.ts'
import { LineKind } from './team.ts'

const Place = z.number().int().nonnegative()

/** A script that was put into a reply (N3), where it stands in the reply now; places are UTF-16. */
export const InsertedScript = z.object({
  scriptId: Id,
  kind: LineKind.nullable(),
  /** Its words as they were put in, without what was still to be filled in. */
  body: Body,
  from: Place,
  to: Place,
  /** Where something was to be filled in, with what stands there now. */
  open: z.array(z.tuple([Place, Place])).max(100),
})
export type InsertedScript = z.infer<typeof InsertedScript>
