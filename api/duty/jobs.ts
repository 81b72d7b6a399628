import type { JobHandlers } from '../jobs/runner.ts'
import { HANDOVER_REST_JOB, runHandoverRest } from './handover-list.ts'
import { HANDOVER_LIMIT_JOB, runHandoverLimit } from './handover-limit.ts'
import { LATE_BACK_JOB, runLateBack } from './late-back.ts'
import { runTransferExpiry, TRANSFER_EXPIRY_JOB } from './return-offer.ts'
import { runWatchEnd, WATCH_END_JOB } from './watch.ts'

/** Jobs of the shift, to be handed to startJobs: offers nobody answers, lists nobody confirms, who is back late, who looks on for too long. */
export const DUTY_JOBS: JobHandlers = {
  [TRANSFER_EXPIRY_JOB]: runTransferExpiry, [HANDOVER_LIMIT_JOB]: runHandoverLimit, [HANDOVER_REST_JOB]: runHandoverRest, [LATE_BACK_JOB]: runLateBack,
  [WATCH_END_JOB]: runWatchEnd,
}
