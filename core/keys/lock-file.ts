import { FileBusyError } from '../../db/errors.ts'
import { tryLock, type Lock } from '../../db/lock.ts'
import type { Clock } from '../../domain/ports.ts'

const WAIT_MS = 5_000
const LOOK_MS = 50

/**
 * Never two engines on one outbox: after a kill -9 of main an old core lives on for seconds. Waits up to 5 s for it.
 * @throws FileBusyError when a living process keeps it
 */
export async function takeLock(path: string, clock: Clock): Promise<Lock> {
  const until = clock.monotonic() + WAIT_MS
  for (;;) {
    try {
      return tryLock(path)
    } catch (error) {
      if (!(error instanceof FileBusyError) || clock.monotonic() >= until) throw error
      await clock.sleep(LOOK_MS)
    }
  }
}
