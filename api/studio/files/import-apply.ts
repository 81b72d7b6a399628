import type { ApiContext } from '../../context.ts'
import type { Actor } from '../../auth/authenticate.ts'
import { ProblemError } from '../../routes/problem.ts'
import type { ChangeSet } from '../../store/change-set.ts'
import { readEntity } from '../../store/entities.ts'
import { inTransaction } from '../../store/transaction.ts'
import { latestVersions } from '../content-versions.ts'
import { lockPublishing, sendRelease } from '../go-out.ts'
import type { StudioHandler } from '../handler.ts'
import { hasOvertaken, progressOf } from '../release-items.ts'
import { dropRows, readImportFile, setImport } from './import-rows.ts'
import { beginTakeBack, takeBack } from './import-take-back.ts'

/**
 * Somebody published one of these meanwhile, or gave a new script one of these codes: what the preview said is not true any more.
 * The database looks through the rows, which may be 20,000: the thread that answers reads none of them.
 */
async function mustBeCurrent(changes: ChangeSet, releaseId: string, nowMs: number): Promise<void> {
  const { tx, tenant } = changes
  const unversioned = await tx<{ id: string }[]>`
    select s.id from release_item i join script s on s.tenant = i.tenant and s.id = i.target_id
    where i.tenant = ${tenant} and i.release_id = ${releaseId} and i.base_version > 0 and s.version > coalesce(
      (select max(v.version) from content_version v where v.tenant = i.tenant and v.kind = 'script' and v.id = i.target_id), -1)`
  await latestVersions(changes, unversioned.map(({ id }) => ({ kind: 'script', id })), nowMs)
  if (await hasOvertaken(changes, releaseId)) throw new ProblemError(409, 'changed_meanwhile')
  // In the list of columns, so that the codes are put into a hash once, whatever the planner believes of their number.
  const [codes] = await tx<{ taken: boolean | null }[]>`
    select bool_or(lower(code) in (
      select lower(content ->> 'code') from release_item where tenant = ${tenant} and release_id = ${releaseId} and base_version = 0)) as taken
    from script where tenant = ${tenant} and person_id is null`
  if (codes?.taken) throw new ProblemError(409, 'changed_meanwhile')
}

async function apply(context: ApiContext, { personId }: Actor, changes: ChangeSet, importId: string, title: string): Promise<void> {
  const { tx, tenant } = changes
  const nowMs = context.clock.now()
  await lockPublishing(changes)
  const file = await readImportFile(tx, tenant, importId, personId, { lock: true })
  if (!file || file.state === 'cancelled' || file.state === 'reading') throw new ProblemError(404, 'not_found')
  if (file.error) throw new ProblemError(409, 'faults')
  if (file.state !== 'read') return
  if (file.total === 0) return setImport(tx, tenant, importId, { state: 'done', releaseId: null })
  const [kept] = await tx<{ n: number }[]>`select count(*)::int as n from release_item where tenant = ${tenant} and release_id = ${importId}`
  // Read by an earlier release of the program, which kept them elsewhere: it has to be read again.
  if (kept?.n !== file.total) throw new ProblemError(404, 'not_found')
  await mustBeCurrent(changes, importId, nowMs)
  const release = await sendRelease(context, changes, {
    id: importId, kind: 'content', title, note: '', mustRead: false, publishAtMs: nowMs, authorId: personId, undoes: null, teamIds: [],
    items: [], itemCount: file.total,
  })
  await setImport(tx, tenant, importId, { state: release.state === 'live' ? 'done' : 'applying', releaseId: release.id })
}

/**
 * import.apply: all rows of a file go out as one release, a large one in parts. Asked again it goes on as it is. Throws ProblemError
 * 404, 409 `faults`, 409 `changed_meanwhile`.
 */
export const applyImport: StudioHandler<'import.apply'> = async (context, actor, { importId, title }) => {
  await inTransaction(context, actor.tenant, (changes) => apply(context, actor, changes, importId, title))
  return { done: true }
}

/** import.status: how far it is. Throws ProblemError 404. */
export const importStatus: StudioHandler<'import.status'> = async ({ sql }, { tenant, personId }, { importId }) => {
  const file = await readImportFile(sql, tenant, importId, personId)
  if (!file || file.state === 'reading') throw new ProblemError(404, 'not_found')
  const { state, total, releaseId, error } = file
  if (state !== 'applying' || releaseId === null) return { state, done: state === 'done' ? total : 0, total, releaseId, error }
  const [row] = await sql<{ next: number, state: string }[]>`
    select state, ${progressOf({ tx: sql, tenant }, releaseId)} as next from release where tenant = ${tenant} and id = ${releaseId}`
  const out = row?.state !== 'publishing'
  return { state: out ? 'done' : 'applying', done: out ? total : row.next, total, releaseId, error }
}

/**
 * import.cancel: nothing of it stays. On its way out it is stopped and taken back; what has gone out whole is taken back as every
 * release is. Throws ProblemError 404, 409 `already_out`.
 */
export const cancelImport: StudioHandler<'import.cancel'> = async (context, { tenant, personId }, { importId }) => {
  const releaseId = await inTransaction(context, tenant, async (changes) => {
    await lockPublishing(changes)
    const file = await readImportFile(changes.tx, tenant, importId, personId, { lock: true })
    if (!file) throw new ProblemError(404, 'not_found')
    if (file.state === 'cancelled') return null
    const release = file.releaseId === null ? null : await readEntity(changes, 'release', file.releaseId, { lock: true })
    if (file.state === 'done' || release && release.state !== 'publishing') throw new ProblemError(409, 'already_out')
    await setImport(changes.tx, tenant, importId, { state: 'cancelled', releaseId: null })
    if (release) await beginTakeBack(context, changes, release)
    else await dropRows(changes.tx, tenant, importId)
    return release?.id ?? null
  })
  if (releaseId) await takeBack(context, tenant, releaseId)
  return { done: true }
}
