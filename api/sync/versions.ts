import { SCHEMA_VERSION } from '../../protocol/sync.ts'
import { OLDEST_SCHEMA } from '../../protocol/versions/cast.ts'
import { ProblemError } from '../routes/problem.ts'

/** Throws ProblemError 426 `upgrade_required` for a desk that is too old, or newer than this server. */
export function checkSchema(schema: number): void {
  if (schema < OLDEST_SCHEMA || schema > SCHEMA_VERSION) throw new ProblemError(426, 'upgrade_required')
}
