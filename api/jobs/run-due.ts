import type { ApiContext } from '../context.ts'

export interface Runner {
  /** Runs what is due now; for tests and for a first look at start. @returns how many ran */
  runDue(): Promise<number>
  /** Stops taking and waits for those running. */
  stop(): Promise<void>
}

const IDLE_MS = 250

/**
 * Takes a few due things at a time and runs them side by side, until there are none; then looks again every 250 ms.
 * @param run must settle its thing itself and not throw @param loop false: only when asked (tests)
 */
export function startRunner<T>({ context: { clock, log }, what, take, run, loop }: {
  context: ApiContext, what: string, take: () => Promise<T[]>, run: (due: T) => Promise<void>, loop: boolean,
}): Runner {
  const stop = new AbortController()

  async function runDue(): Promise<number> {
    let count = 0
    for (let due = await take(); due.length > 0; due = stop.signal.aborted ? [] : await take()) {
      await Promise.all(due.map(run))
      count += due.length
    }
    return count
  }

  async function forever(): Promise<void> {
    while (!stop.signal.aborted) {
      await runDue().catch((error: unknown) => log.error({ err: error }, `taking ${what} failed`))
      if (!stop.signal.aborted) await clock.sleep(IDLE_MS, stop.signal).catch(() => undefined)
    }
  }

  const running = loop ? forever() : Promise.resolve()
  return {
    runDue,
    stop: async () => {
      stop.abort()
      await running
    },
  }
}
