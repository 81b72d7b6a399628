import { SHIFT_JOB, runShiftJob } from './channels/left-messages.ts'
import { TIMER_JOB } from './channels/conversation-timers.ts'
import { runTimerJob } from './channels/timer-job.ts'
import type { ApiContext } from './context.ts'
import { startDeliveries } from './jobs/deliveries.ts'
import { startJobs } from './jobs/runner.ts'
import { startTrimming, SYNC_JOBS } from './jobs/sync-jobs.ts'
import { runRoutingLoop } from './routing/routing-loop.ts'

/** What a node does besides answering: due jobs, deliveries, the router's round. Out: how to end it. */
export async function startBackground(context: ApiContext): Promise<{ stop(): Promise<void> }> {
  await startTrimming(context)
  const jobs = startJobs(context, { ...SYNC_JOBS, [TIMER_JOB]: runTimerJob, [SHIFT_JOB]: runShiftJob })
  const deliveries = startDeliveries(context, {})
  const routing = new AbortController()
  const round = runRoutingLoop(context, routing.signal)
  return {
    stop: async () => {
      routing.abort()
      await Promise.all([round, jobs.stop(), deliveries.stop()])
    },
  }
}
