import type { Release } from '../../../domain/entities/release.ts'
import { audit } from '../../auth/audit.ts'
import type { ApiContext } from '../../context.ts'
import type { JobHandlers } from '../../jobs/runner.ts'
import { setJob } from '../../jobs/schedule.ts'
import type { ChangeSet } from '../../store/change-set.ts'
import { readEntity } from '../../store/entities.ts'
import { inTransaction } from '../../store/transaction.ts'
import { makeReady, placeContent } from '../apply-content.ts'
import { lastVersions } from '../content-versions.ts'
import { RELEASE_JOB, lockPublishing } from '../go-out.ts'
import { readProgress, setProgress } from '../release-items.ts'
import { keyOf } from '../targets.ts'
import { forgetImports } from './import-rows.ts'

/** Kind of the job that takes an import back that was cancelled on its way; key = the release's id. */
const BACK_JOB = 'import.back'
/** Kind of the job that forgets files that were read and not applied; key `rows`. */
export const FORGET_JOB = 'import.forget'
/** Change rows of a commit. */
const PART = 90

interface Placed { idx: number, id: string, version: number }

/** Stops a release on its way. In: after lockPublishing, the release locked. */
export async function beginTakeBack(context: ApiContext, changes: ChangeSet, release: Release): Promise<void> {
  const { tx, tenant } = changes
  const nowMs = context.clock.now()
  await changes.put('release', { ...release, state: 'cancelled' })
  await tx`delete from job where tenant = ${tenant} and kind = ${RELEASE_JOB} and key = ${release.id}`
  await setJob(tx, tenant, BACK_JOB, release.id, nowMs)
  await audit(changes, context.ids.next(), nowMs, {
    action: 'import.cancelled', personId: release.authorId, subject: release.id, detail: { items: release.itemCount },
  })
}

/** As it was before, under the version it had. What somebody has published over it since stays. */
async function restore(changes: ChangeSet, items: readonly Placed[]): Promise<void> {
  const { tx, tenant } = changes
  const targets = items.map(({ id, version }) => ({ kind: 'script' as const, id, before: version }))
  const [latest, earlier] = [await lastVersions(changes, targets.map(({ kind, id }) => ({ kind, id }))), await lastVersions(changes, targets)]
  const ours = items.filter(({ id, version }) => latest.get(keyOf({ kind: 'script', id }))?.version === version)
  const was = ours.flatMap(({ id }) => earlier.get(keyOf({ kind: 'script', id })) ?? [])
  await changes.removeMany('script', ours.map(({ id }) => id).filter((id) => !earlier.has(keyOf({ kind: 'script', id }))))
  for (const [atMs, together] of Map.groupBy(was, (one) => one.atMs)) {
    await placeContent({ changes, personId: '', nowMs: atMs }, together.map(({ kind, id, action, content, version }) => {
      const item = { kind, id, action, version, content: content ?? {} }
      return { ...item, ready: makeReady(item, null, atMs) }
    }))
  }
  await tx`delete from content_version v using unnest(${ours.map(({ id }) => id)}::text[], ${ours.map(({ version }) => version)}::int[]) as t (id, version)
    where v.tenant = ${tenant} and v.kind = 'script' and v.id = t.id and v.version = t.version`
}

/** The release itself goes when nothing of it is left, with the versions that it had only taken. */
async function forget(changes: ChangeSet, releaseId: string): Promise<void> {
  const { tx, tenant } = changes
  await tx`delete from content_version v using release_item i where i.tenant = ${tenant} and i.release_id = ${releaseId} and i.version is not null
    and v.tenant = i.tenant and v.kind = i.kind and v.id = i.target_id and v.version = i.version and v.release_id = i.release_id
    and not exists (select 1 from content_version n where n.tenant = v.tenant and n.kind = v.kind and n.id = v.id and n.version > v.version)`
  await tx`delete from release_item where tenant = ${tenant} and release_id = ${releaseId}`
  await tx`delete from release_progress where tenant = ${tenant} and release_id = ${releaseId}`
  await changes.remove('release', releaseId)
}

/** One commit: the last items that are out come back first. @returns whether more are to come */
async function step(changes: ChangeSet, releaseId: string): Promise<boolean> {
  const { tx, tenant } = changes
  const [, release, next] = await Promise.all([
    lockPublishing(changes), readEntity(changes, 'release', releaseId, { lock: true }), readProgress(changes, releaseId),
  ])
  if (release?.state !== 'cancelled') return false
  if (next <= 0) {
    await forget(changes, releaseId)
    return false
  }
  const from = Math.max(0, next - PART)
  await restore(changes, await tx<Placed[]>`
    select idx, target_id as id, version from release_item
    where tenant = ${tenant} and release_id = ${releaseId} and idx >= ${from} and idx < ${next} and version is not null order by idx`)
  await setProgress(changes, releaseId, from)
  return true
}

/** Takes a stopped import back until nothing of it is left. Runs again after a crash, and by two nodes at once. */
export async function takeBack(context: ApiContext, tenant: string, releaseId: string, signal?: AbortSignal): Promise<void | 'unfinished'> {
  while (await inTransaction(context, tenant, (changes) => step(changes, releaseId))) if (signal?.aborted) return 'unfinished'
}

/** To be handed to startJobs. */
export const IMPORT_JOBS: JobHandlers = {
  [BACK_JOB]: takeBack,
  [FORGET_JOB]: ({ sql, clock }, tenant) => forgetImports(sql, tenant, clock.now()),
}
