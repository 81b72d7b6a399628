import { CHANNEL_DELIVERIES, CHANNEL_JOBS } from './channels/parts.ts'
import type { ApiContext } from './context.ts'
import { DUTY_JOBS } from './duty/jobs.ts'
import { startDeliveries } from './jobs/deliveries.ts'
import { startJobs } from './jobs/runner.ts'
import { startTrimming, SYNC_JOBS } from './jobs/sync-jobs.ts'
import { runRoutingLoop } from './routing/routing-loop.ts'
import { SHIFT_JOBS } from './shift/meal-notices.ts'
import { IMPORT_JOBS } from './studio/files/import-take-back.ts'
import { STUDIO_JOBS } from './studio/go-out.ts'
import { giveDefaultRules } from './studio/rules/default-rules.ts'
import { startSampling, WALL_JOBS } from './wall/sample.ts'

/** What a node does besides answering: due jobs, deliveries, the router's round. Out: how to end it. */
export async function startBackground(context: ApiContext): Promise<{ stop(): Promise<void> }> {
  await startTrimming(context)
  await startSampling(context)
  await giveDefaultRules(context)
  const jobs = startJobs(context, { ...SYNC_JOBS, ...CHANNEL_JOBS, ...DUTY_JOBS, ...STUDIO_JOBS, ...IMPORT_JOBS, ...SHIFT_JOBS, ...WALL_JOBS })
  const deliveries = startDeliveries(context, CHANNEL_DELIVERIES)
  const routing = new AbortController()
  const round = runRoutingLoop(context, routing.signal)
  return {
    stop: async () => {
      routing.abort()
      await Promise.all([round, jobs.stop(), deliveries.stop()])
    },
  }
}
