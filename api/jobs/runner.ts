import type { ApiContext } from '../context.ts'
import { startRunner } from './run-due.ts'
import type { Runner } from './run-due.ts'

/** Does what a job is for; runs at least once, so it must bear running twice. May set the same job again for later. */
export type JobHandler = (context: ApiContext, tenant: string, key: string) => Promise<void>
export type JobHandlers = Readonly<Record<string, JobHandler>>

interface Taken {
  tenant: string
  kind: string
  key: string
  version: number
  attempts: number
}

const AT_ONCE = 8
/** A node that dies leaves its jobs to others after this. */
const TAKEN_MS = 60_000
const MAX_WAIT_MS = 3_600_000

/**
 * Takes due jobs of the kinds it has handlers for, `FOR UPDATE SKIP LOCKED`, so that any number of nodes share them. A job that
 * throws comes again after 1 s, 2 s, 4 s … an hour; one that was set anew while it ran stays for its new time.
 */
export function startJobs(context: ApiContext, handlers: JobHandlers, { loop = true } = {}): Runner {
  const { sql, clock, log } = context
  const kinds = Object.keys(handlers)

  async function take(): Promise<Taken[]> {
    const nowMs = clock.now()
    return sql<Taken[]>`
      update job j set taken_until_ms = ${nowMs + TAKEN_MS}, attempts = j.attempts + 1 from (
        select tenant, kind, key from job
        where due_at_ms <= ${nowMs} and (taken_until_ms is null or taken_until_ms < ${nowMs}) and kind = any(${kinds})
        order by due_at_ms limit ${AT_ONCE} for update skip locked
      ) d where j.tenant = d.tenant and j.kind = d.kind and j.key = d.key
      returning j.tenant, j.kind, j.key, j.version, j.attempts`
  }

  async function run(job: Taken): Promise<void> {
    const { tenant, kind, key, version, attempts } = job
    try {
      await handlers[kind]?.(context, tenant, key)
      await sql`delete from job where tenant = ${tenant} and kind = ${kind} and key = ${key} and version = ${version}`
      await sql`update job set taken_until_ms = null, attempts = 0, last_error = null
        where tenant = ${tenant} and kind = ${kind} and key = ${key} and version <> ${version}`
    } catch (error) {
      const waitMs = Math.min(1_000 * 2 ** Math.min(attempts - 1, 20), MAX_WAIT_MS)
      log.error({ err: error, kind, attempts }, 'job failed')
      await sql`update job set taken_until_ms = null, last_error = ${error instanceof Error ? error.name : 'unknown'},
          due_at_ms = case when version = ${version} then ${clock.now() + waitMs}::bigint else due_at_ms end
        where tenant = ${tenant} and kind = ${kind} and key = ${key}`
    }
  }

  return startRunner({ context, loop, what: 'jobs', take, run })
}
