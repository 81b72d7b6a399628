import type { EntityName } from '../../domain/entities/entity.ts'
import type { MutationName } from '../mutations.ts'

/**
 * What one schema changed, as two desks of neighbouring versions see it. Only objects are passed; what is not named is the same
 * in both. Names of mutations and entities stay; an entity that older desks cannot hold ends the service for them.
 */
export interface Step {
  /** Arguments as the version before sent them -> as this version takes them. */
  mutations: Partial<Record<MutationName, (args: object) => object>>
  /** A row of this version -> as the version before can read it. */
  rows: Partial<Record<EntityName, (row: object) => object>>
}

/**
 * The step that leads to each schema; the oldest one that is served is the one before the first step. At most two steps: what is
 * older is asked to upgrade. Each schema has its line in HISTORY.md and its file in golden/.
 */
export const STEPS: Readonly<Record<number, Step>> = {}
