import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import type { Ids, Random } from '../../domain/ports.ts'

// The bytes are given: Node 18 has no global crypto.
export const systemIds: Ids = { next: () => v7({ random: randomBytes(16) }) }
export const systemRandom: Random = () => Math.random()
