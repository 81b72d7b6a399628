import type { ApiContext } from '../context.ts'

export interface Runner {
  /** Runs what is due now; for tests and for a first look at start. @returns how many ran */
  runDue(): Promise<number>
  /** Stops taking and waits for those running. */
  stop(): Promise<void>
}

const IDLE_MS = 250
/** Side by side. */
const AT_ONCE = 8

/**
 * Takes a few due things at a time and runs them side by side; a long one keeps none of the others waiting. With nothing due it looks
 * again every 250 ms.
 * @param take at most so many @param run must settle its thing itself and not throw; its signal is aborted by stop()
 * @param loop false: only when asked (tests)
 */
export function startRunner<T>({ context: { clock, log, jobs }, what, take, run, loop }: {
  context: ApiContext, what: string, take: (limit: number) => Promise<T[]>, run: (due: T, stopping: AbortSignal) => Promise<void>, loop: boolean,
}): Runner {
  const stop = new AbortController()
  /** Since it was looked last. */
  let woken = false
  let wakeUp: () => void = () => undefined
  const unhear = jobs.onWake(() => {
    woken = true
    wakeUp()
  })

  /** Until it is time to look again, or something was set. */
  async function idle(signal: AbortSignal): Promise<void> {
    if (woken) return
    await Promise.race([clock.sleep(IDLE_MS, signal).catch(() => undefined), new Promise<void>((resolve) => { wakeUp = resolve })])
  }

  /** Until one of them ends, or it is time to look again. */
  async function untilNext(running: ReadonlySet<Promise<void>>): Promise<void> {
    const over = new AbortController()
    await Promise.race([...running, ...running.size < AT_ONCE ? [idle(over.signal)] : []])
    over.abort()
  }

  function look(limit: number): Promise<T[]> {
    woken = false
    return take(limit)
  }

  async function runDue(): Promise<number> {
    let count = 0
    const running = new Set<Promise<void>>()
    const start = (due: T): void => {
      const one = run(due, stop.signal).finally(() => running.delete(one))
      running.add(one)
    }
    try {
      for (;;) {
        const due = stop.signal.aborted || running.size === AT_ONCE ? [] : await look(AT_ONCE - running.size)
        count += due.length
        due.forEach(start)
        if (running.size === 0) return count
        await untilNext(running)
      }
    } finally {
      // Taking failed: what runs is let end before it is tried again.
      await Promise.all(running)
    }
  }

  async function forever(): Promise<void> {
    while (!stop.signal.aborted) {
      await runDue().catch((error: unknown) => log.error({ err: error }, `taking ${what} failed`))
      if (!stop.signal.aborted) await idle(stop.signal)
    }
  }

  const running = loop ? forever() : Promise.resolve()
  return {
    runDue,
    stop: async () => {
      stop.abort()
      unhear()
      await running
    },
  }
}
