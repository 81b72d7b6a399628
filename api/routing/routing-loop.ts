import type { ApiContext } from '../context.ts'
import { sweepPresence } from './presence-sweep.ts'
import { sweepAbsent } from './sweep-absent.ts'
import { sweepRoster } from './sweep-roster.ts'

/** A wake-up lost between two nodes costs at most this. */
const SWEEP_EVERY_MS = 5_000

/**
 * The router's round on this node until the signal: presence transitions, hand-over of lost desks and
 * for who is absent, what the roster says, and a look at every queue.
 * Failures are logged and the next round tries again.
 */
export async function runRoutingLoop(context: ApiContext, signal: AbortSignal): Promise<void> {
  const upSinceMs = context.clock.now()
  while (!signal.aborted) {
    try {
      await sweepPresence(context, upSinceMs)
      await sweepAbsent(context)
      await sweepRoster(context)
      const waiting = await context.sql<{ tenant: string }[]>`select distinct tenant from conversation where state = 'queued'`
      for (const { tenant } of waiting) context.routing.wake(tenant)
    } catch (error) {
      if (!signal.aborted) context.log.error({ err: error }, 'routing round failed')
    }
    await context.clock.sleep(SWEEP_EVERY_MS, signal).catch((error: unknown) => {
      if (!signal.aborted) throw error
    })
  }
}
