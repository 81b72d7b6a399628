import type { DeskFile, WriteDb } from '../../db/handle.ts'
import type { CrashPoint } from '../../db/synced/apply-page.ts'
import type { Clock, Random } from '../../domain/ports.ts'
import type { ServerClock } from '../time/server-clock.ts'
import type { ApiClient } from './api-client.ts'
import type { Health } from './health.ts'

/** What every loop of the engine works with. */
export type SyncParts = {
  file: DeskFile
  api: ApiClient
  clock: Clock
  serverClock: ServerClock
  random: Random
  health: Health
  /** Rebuilds the local rows. */
  replay: (db: WriteDb) => void
  /** Something in the status may have changed. */
  changed: () => void
  log: (event: string, detail: Record<string, unknown>) => void
  crashPoint?: (point: CrashPoint) => void
}
