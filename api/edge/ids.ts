import { v7 } from 'uuid'
import type { Ids, Random } from '../../domain/ports.ts'

/** UUIDv7 text. */
export const systemIds: Ids = { next: () => v7() }
export const systemRandom: Random = () => Math.random()
