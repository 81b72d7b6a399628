import type { ReadDb, WriteDb } from '../../db/handle.ts'
import { readNumber, writeMeta } from '../../db/local/meta.ts'

const HOUR_MS = 3_600_000
const DEFAULT_HOURS = 72

/** The server was heard at its own time `serverNowMs`. */
export function noteHeard(db: WriteDb, serverNowMs: number): void {
  writeMeta(db, 'heard_at_ms', Math.max(serverNowMs, readNumber(db, 'heard_at_ms') ?? 0))
  noteTime(db, serverNowMs)
}

/** The newest time this file has known: a clock turned back later does not count. */
export function noteTime(db: WriteDb, estimatedServerMs: number): void {
  const known = readNumber(db, 'high_water_ms') ?? 0
  if (estimatedServerMs > known) writeMeta(db, 'high_water_ms', estimatedServerMs)
}

/**
 * Whether the file may still be opened without the server: within the lease since it was last heard. Time is the later of
 * the estimate and the stored high-water mark; a clock turned forward asks for the network and wipes nothing.
 * @returns milliseconds left, ≤ 0 when over
 */
export function leaseLeftMs(db: ReadDb, estimatedServerMs: number): number {
  const heard = readNumber(db, 'heard_at_ms')
  if (heard === null) return 0
  const nowMs = Math.max(estimatedServerMs, readNumber(db, 'high_water_ms') ?? 0)
  return heard + (readNumber(db, 'lease_hours') ?? DEFAULT_HOURS) * HOUR_MS - nowMs
}
