import type { ApiContext, Channels } from '../context.ts'
import type { DeliveryHandler } from '../jobs/deliveries.ts'
import type { JobHandlers } from '../jobs/runner.ts'
import { TIMER_JOB } from './conversation-timers.ts'
import { runShiftJob, SHIFT_JOB } from './left-messages.ts'
import { runTimerJob } from './timer-job.ts'
import { deliverByWebhook, sendWebhook, WEBHOOK_DELIVERY } from './webhook-out.ts'

/** Ways out to the customer. `contextOf` because the context holds this part. */
export function makeChannels(contextOf: () => ApiContext): Channels {
  return { deliver: (changes, conversation, message) => deliverByWebhook(contextOf(), changes, conversation, message) }
}

/** Handlers for startJobs: misses and silence (T), left messages (D11). */
export const CHANNEL_JOBS: JobHandlers = { [TIMER_JOB]: runTimerJob, [SHIFT_JOB]: runShiftJob }

/** Handlers for startDeliveries. */
export const CHANNEL_DELIVERIES: Readonly<Record<string, DeliveryHandler>> = { [WEBHOOK_DELIVERY]: sendWebhook }
