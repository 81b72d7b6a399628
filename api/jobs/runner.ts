import type { ApiContext } from '../context.ts'
import { startRunner } from './run-due.ts'
import type { Runner } from './run-due.ts'

/**
 * Does what a job is for; runs at least once, so it must bear running twice. May set the same job again for later.
 * @param signal aborted when another node has the job by now, or this one ends: a long one stops at its next good place
 * @returns `unfinished` when it stopped there: the job stays due, and whoever takes it goes on
 */
export type JobHandler = (context: ApiContext, tenant: string, key: string, signal: AbortSignal) => Promise<void | 'unfinished'>
export type JobHandlers = Readonly<Record<string, JobHandler>>

interface Taken {
  tenant: string
  kind: string
  key: string
  version: number
  attempts: number
  takenBy: string
}

/** A node that died, or is not heard for so long, leaves its jobs to others. By the database's clock: those of nodes differ. */
const LEASE_MS = 8_000
/** A running job is said to be running so often. */
const BEAT_MS = 2_000
const MAX_WAIT_MS = 3_600_000

/**
 * Takes due jobs of the kinds it has handlers for, `FOR UPDATE SKIP LOCKED`, so that any number of nodes share them. A job that
 * throws comes again after 1 s, 2 s, 4 s … an hour; one that was set anew while it ran stays for its new time.
 */
export function startJobs(context: ApiContext, handlers: JobHandlers, { loop = true } = {}): Runner {
  const { sql, clock, log, ids } = context
  const kinds = Object.keys(handlers)
  /** Of jobs whose end could not be told to the database: nobody runs them, and they are ours to take again before their lease is over. */
  let untold: string[] = []
  const databaseNow = () => sql`(extract(epoch from clock_timestamp()) * 1000)::bigint`

  async function take(limit: number): Promise<Taken[]> {
    const [takenBy, ours] = [ids.next(), untold]
    const taken = await sql<Taken[]>`
      update job j set taken_until_ms = ${databaseNow()} + ${LEASE_MS}, taken_by = ${takenBy}, attempts = j.attempts + 1 from (
        select tenant, kind, key from job
        where due_at_ms <= ${clock.now()} and (taken_until_ms is null or taken_until_ms < ${databaseNow()} or taken_by = any(${ours})) and kind = any(${kinds})
        order by due_at_ms limit ${limit} for update skip locked
      ) d where j.tenant = d.tenant and j.kind = d.kind and j.key = d.key
      returning j.tenant, j.kind, j.key, j.version, j.attempts, j.taken_by as "takenBy"`
    if (taken.length < limit) untold = untold.filter((token) => !ours.includes(token))
    return taken
  }

  const ours = ({ tenant, kind, key, takenBy }: Taken) => sql`tenant = ${tenant} and kind = ${kind} and key = ${key} and taken_by = ${takenBy}`

  /** Holds a job while it runs. Tells when it is held no more: somebody else took it, or the database was not reached for as long as that takes. */
  async function hold(job: Taken, over: AbortSignal, lose: () => void): Promise<void> {
    let heldAt = clock.monotonic()
    while (await clock.sleep(BEAT_MS, over).then(() => true, () => false)) {
      try {
        const held = await sql`update job set taken_until_ms = ${databaseNow()} + ${LEASE_MS} where ${ours(job)} returning 1 as one`
        if (held.length === 0) return lose()
        heldAt = clock.monotonic()
      } catch (error) {
        log.warn({ err: error, kind: job.kind }, 'a job could not be held')
        if (clock.monotonic() - heldAt > LEASE_MS) return lose()
      }
    }
  }

  async function settle(job: Taken, end: void | 'unfinished'): Promise<void> {
    if (end !== 'unfinished') await sql`delete from job where ${ours(job)} and version = ${job.version}`
    await sql`update job set taken_until_ms = null, taken_by = null, attempts = 0, last_error = null where ${ours(job)}`
  }

  async function run(job: Taken, stopping: AbortSignal): Promise<void> {
    const { tenant, kind, key, version, attempts } = job
    const over = new AbortController()
    const lost = new AbortController()
    const held = hold(job, over.signal, () => {
      log.warn({ kind, key }, 'another node has this job by now')
      lost.abort()
    })
    try {
      await settle(job, await handlers[kind]?.(context, tenant, key, AbortSignal.any([stopping, lost.signal])))
    } catch (error) {
      const waitMs = Math.min(1_000 * 2 ** Math.min(attempts - 1, 20), MAX_WAIT_MS)
      log.error({ err: error, kind, attempts }, 'job failed')
      await sql`update job set taken_until_ms = null, taken_by = null, last_error = ${error instanceof Error ? error.name : 'unknown'},
          due_at_ms = case when version = ${version} then ${clock.now() + waitMs}::bigint else due_at_ms end
        where ${ours(job)}`.catch((cause: unknown) => {
        log.error({ err: cause, kind }, 'a failed job could not be given back')
        untold.push(job.takenBy)
      })
    } finally {
      over.abort()
      await held
    }
  }

  return startRunner({ context, loop, what: 'jobs', take, run })
}
