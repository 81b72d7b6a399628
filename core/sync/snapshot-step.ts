import { SnapshotWriter, sweepOldTables, type SnapshotRow } from '../../db/synced/snapshot.ts'
import { _resendAfter } from '../../db/local/outbox.ts'
import { deleteMeta, readMeta } from '../../db/local/meta.ts'
import { DivergedError } from '../../db/errors.ts'
import { hash64 } from '../../protocol/hash64.ts'
import { BadAnswerError, ChecksumError } from './errors.ts'
import type { SyncParts } from './parts.ts'

/** Rows per transaction: as many as take about so long to write on this machine, so that the engine's loop stays free. */
const SLICE_MS = 5
const LEAST_ROWS = 40
/** The first of each kind takes as long as some hundred later ones: its schema is compiled. */
const FIRST_ROWS = 8
const MOST_ROWS = 400
const SWEEP = 200
const SUMS = 500
/** What a bar can show; windows are not told of less. */
const STEP = 0.01

/**
 * Fetches everything anew beside the old rows and swaps. The outbox stays as it is (I10); under a new epoch what the server
 * forgot comes back from the journal. @throws DivergedError when the journal does not reach back far enough
 */
export async function takeSnapshot(parts: SyncParts, deviceId: string, signal: AbortSignal): Promise<void> {
  const { file, api, clock, health, changed, serverClock, replay } = parts
  const oldEpoch = readMeta(file.read, 'epoch')
  const writer = new SnapshotWriter(file, hash64)
  let slice: SnapshotRow[] = []
  let epoch: string | null = null
  let expected = 0
  let taken = 0
  let wanted = FIRST_ROWS
  const flush = async (): Promise<void> => {
    if (slice.length === 0) return
    const begunAt = clock.monotonic()
    writer.add(slice)
    taken += slice.length
    const tookMs = Math.max(0.1, clock.monotonic() - begunAt)
    wanted = Math.round(Math.min(MOST_ROWS, wanted * 2, Math.max(LEAST_ROWS, slice.length * SLICE_MS / tookMs)))
    slice = []
    const progress = expected === 0 ? null : Math.min(1, taken / expected)
    if (progress === null || progress - (health.progress ?? -1) >= STEP) {
      health.progress = progress
      changed()
    }
    // Lets calls of windows through between slices.
    await clock.sleep(0, signal)
  }
  health.busy = true
  for await (const line of api.snapshot(deviceId, null, signal)) {
    if (line.kind === 'begin') {
      epoch = line.epoch
      expected = line.rows
    } else if (line.kind === 'row') {
      slice.push(line)
      if (slice.length >= wanted) await flush()
    } else {
      await flush()
      if (epoch === null) throw new BadAnswerError('snapshot without a beginning')
      const differing = writer.differing(line.scopeSums)
      if (differing.length > 0) throw new ChecksumError(`snapshot differs in ${differing.length} scopes`)
      for (let left = true; left; await clock.sleep(0, signal)) left = writer.addSums(SUMS)
      const restored = oldEpoch !== null && oldEpoch !== epoch
      writer.swap({ cookie: line.cookie, epoch, lastMutationId: line.lastMutationId, nowMs: serverClock.now() }, db => {
        deleteMeta(db, 'snapshot_wanted')
        if (restored && !_resendAfter(db, line.lastMutationId)) {
          throw new DivergedError('the journal does not reach back', { resendAfter: line.lastMutationId })
        }
        replay(db)
      })
      health.progress = null
      while (sweepOldTables(file, SWEEP)) await clock.sleep(0, signal)
      return
    }
  }
  throw new BadAnswerError('snapshot without an end')
}
