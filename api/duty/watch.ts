import type { Conversation } from '../../domain/entities/conversation.ts'
import type { ApiContext } from '../context.ts'
import { setJob } from '../jobs/schedule.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { endWatches, grantWatch } from '../store/grants.ts'
import { inTransaction } from '../store/transaction.ts'

/** Kind of the job that ends a supervisor's looking on; key = conversation|person. */
export const WATCH_END_JOB = 'watch.end'
/** Longer than any shift: whoever forgets to stop looks on no more. */
const WATCH_MS = 8 * 3_600_000

/** A supervisor looks on from now. */
export async function startWatch(changes: ChangeSet, personId: string, conversation: Conversation, nowMs: number): Promise<void> {
  const { tx, tenant } = changes
  await grantWatch(tx, tenant, personId, conversation, nowMs + WATCH_MS)
  await setJob(tx, tenant, WATCH_END_JOB, `${conversation.id}|${personId}`, nowMs + WATCH_MS)
  changes.grantsChanged(personId)
}

/** They look on no more. */
export async function stopWatch(changes: ChangeSet, personId: string, conversationId: string): Promise<void> {
  for (const changed of await endWatches(changes.tx, changes.tenant, [conversationId], personId)) changes.grantsChanged(changed)
}

/** The job: 8 h are over. */
export async function runWatchEnd(context: ApiContext, tenant: string, key: string): Promise<void> {
  const [conversationId = '', personId = ''] = key.split('|')
  await inTransaction(context, tenant, (changes) => stopWatch(changes, personId, conversationId))
}
