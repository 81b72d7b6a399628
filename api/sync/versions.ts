import { SCHEMA_VERSION } from '../../protocol/sync.ts'
import { ProblemError } from '../routes/problem.ts'

/** The oldest schema that is still served: protocol/versions/ holds the steps from there. */
export const OLDEST_SCHEMA = 1

/** Throws ProblemError 426 `upgrade_required` for a desk that is too old, or newer than this server. */
export function checkSchema(schema: number): void {
  if (schema < OLDEST_SCHEMA || schema > SCHEMA_VERSION) throw new ProblemError(426, 'upgrade_required')
}
