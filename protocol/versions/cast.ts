import type { EntityName } from '../../domain/entities/entity.ts'
import type { MutationName } from '../mutations.ts'
import { SCHEMA_VERSION } from '../sync.ts'
import { STEPS } from './steps.ts'

/** The oldest schema that is still served. */
export const OLDEST_SCHEMA = Math.min(SCHEMA_VERSION, ...Object.keys(STEPS).map(version => Number(version) - 1))

/** @returns the arguments of an intent, sent by a desk of `schema`, as this version takes them; anything but an object as it is */
export function upcastArgs(name: string, args: unknown, schema: number): unknown {
  let cast = args
  for (let version = schema + 1; version <= SCHEMA_VERSION; version += 1) {
    const step = STEPS[version]?.mutations[name as MutationName]
    if (step && typeof cast === 'object' && cast !== null) cast = step(cast)
  }
  return cast
}

/** @returns a row of this version as a desk of `schema` can read it; anything but an object as it is */
export function downcastRow(entity: string, row: unknown, schema: number): unknown {
  let cast = row
  for (let version = SCHEMA_VERSION; version > schema; version -= 1) {
    const step = STEPS[version]?.rows[entity as EntityName]
    if (step && typeof cast === 'object' && cast !== null) cast = step(cast)
  }
  return cast
}
