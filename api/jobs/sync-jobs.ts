import { GRANT_EXPIRY_JOB, endGrants } from '../store/grants.ts'
import { inTransaction } from '../store/transaction.ts'
import type { JobHandlers } from './runner.ts'
import type { ApiContext } from '../context.ts'
import { setJob } from './schedule.ts'

/** Kind of the job that shortens the change log of a tenant; key `log`. Set once by startTrimming. */
export const TRIM_JOB = 'sync.trim'
const TRIM_EVERY_MS = 3_600_000
/** A desk away for longer takes a snapshot. */
const KEEP_COMMITS = 200_000
/** Longer than the 72 h of a desk's journal. */
const KEEP_RESULTS_MS = 14 * 86_400_000
/** A dead letter is somebody's to look at; after a quarter nobody does. */
const KEEP_DEAD_MS = 90 * 86_400_000
/** Who was in which state when, and the wall's quarters: the same weeks of the year before can still be looked at. */
const KEEP_DAYS_MS = 400 * 86_400_000
const SLICE = 5_000

/** A closed conversation leaves its agent's desk. Reopened meanwhile, its grants have no end and stay. */
async function expireGrants(context: ApiContext, tenant: string, conversationId: string): Promise<void> {
  await inTransaction(context, tenant, async (changes) => {
    for (const personId of await endGrants(changes.tx, tenant, conversationId, context.clock.now())) changes.grantsChanged(personId)
  })
}

/**
 * Raises the floor, then deletes the log below it in slices: a cookie below the floor is answered 410 before rows are missing.
 * Results stay as long as their device may still ask for them.
 */
export async function trimLog(context: ApiContext, tenant: string, keepCommits = KEEP_COMMITS): Promise<void> {
  const { sql, clock } = context
  const [head] = await sql<{ floor: number }[]>`
    update tenant_head set floor_seq = greatest(floor_seq, seq - ${keepCommits}::bigint) where tenant = ${tenant} returning floor_seq as floor`
  const floor = head?.floor ?? 0
  await inSlices(() => sql`delete from change where ctid in (
    select ctid from change where tenant = ${tenant} and seq <= ${floor} limit ${SLICE}) returning 1 as one`)
  await sql`delete from mutation_result r using device d where r.tenant = ${tenant} and d.tenant = r.tenant and d.id = r.device_id
    and r.at_ms < ${clock.now() - KEEP_RESULTS_MS} and r.mutation_id <= d.last_mutation_id - 1000`
  await sql`delete from webhook_inbox where tenant = ${tenant} and received_at_ms < ${clock.now() - KEEP_RESULTS_MS}`
}

/**
 * Deletes what has left the house and stands in its conversation anyway, dead letters nobody looked at, and the bytes of pictures that
 * were chosen and taken out again: no line holds them, and no desk may be away for so long and still send one. Of days long past the states and
 * the wall's quarters.
 */
export async function trimDone({ sql, clock }: ApiContext, tenant: string): Promise<void> {
  const doneMs = clock.now() - KEEP_RESULTS_MS
  await inSlices(() => sql`delete from delivery where ctid in (
    select ctid from delivery where tenant = ${tenant}
      and (state = 'done' and settled_at_ms < ${doneMs} or state = 'dead' and settled_at_ms < ${clock.now() - KEEP_DEAD_MS}) limit ${SLICE}) returning 1 as one`)
  await inSlices(() => sql`delete from attachment_chunk where ctid in (
    select c.ctid from attachment_chunk c join attachment a on a.tenant = c.tenant and a.id = c.attachment_id
    where c.tenant = ${tenant} and a.created_at_ms < ${doneMs} and not exists (
      select 1 from message m where m.tenant = a.tenant and m.conversation_id = a.conversation_id and m.attachment_ids ? a.id) limit ${SLICE}) returning 1 as one`)
  const longPastMs = clock.now() - KEEP_DAYS_MS
  await inSlices(() => sql`delete from presence_log where ctid in (
    select ctid from presence_log where tenant = ${tenant} and accepted_at_ms < ${longPastMs} limit ${SLICE}) returning 1 as one`)
  await inSlices(() => sql`delete from wall_quarter where ctid in (
    select ctid from wall_quarter where tenant = ${tenant} and quarter_ms < ${longPastMs} limit ${SLICE}) returning 1 as one`)
}

/** Deletes a slice at a time until one is not full: what has piled up for long is too much for one statement. */
async function inSlices(deleteSome: () => PromiseLike<readonly unknown[]>): Promise<void> {
  while ((await deleteSome()).length === SLICE);
}

async function trimAgain(context: ApiContext, tenant: string): Promise<void> {
  await trimLog(context, tenant)
  await trimDone(context, tenant)
  await setJob(context.sql, tenant, TRIM_JOB, 'log', context.clock.now() + TRIM_EVERY_MS)
}

/** Leaves the trimming job of every tenant that has none. Called at start. */
export async function startTrimming({ sql, clock }: ApiContext): Promise<void> {
  await sql`insert into job (tenant, kind, key, due_at_ms) select tenant, ${TRIM_JOB}, 'log', ${clock.now() + TRIM_EVERY_MS} from tenant
    on conflict (tenant, kind, key) do nothing`
}

/** Jobs of the sync itself, to be handed to startJobs with those of channels and routing. */
export const SYNC_JOBS: JobHandlers = { [GRANT_EXPIRY_JOB]: expireGrants, [TRIM_JOB]: trimAgain }
