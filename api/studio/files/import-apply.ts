import type { PlannedItem } from '../release-items.ts'
import type { ApiContext } from '../../context.ts'
import type { Actor } from '../../auth/authenticate.ts'
import { ProblemError } from '../../routes/problem.ts'
import type { ChangeSet } from '../../store/change-set.ts'
import { readEntity } from '../../store/entities.ts'
import { inTransaction } from '../../store/transaction.ts'
import { latestVersions } from '../content-versions.ts'
import { lockPublishing, makeRelease, overtaken } from '../go-out.ts'
import type { StudioHandler } from '../handler.ts'
import { importRows, readImportFile, setImport } from './import-rows.ts'
import { beginTakeBack, takeBack } from './import-take-back.ts'
import type { PlannedRow } from './plan.ts'

function itemOf({ id, baseVersion, content }: PlannedRow, newId: () => string): PlannedItem {
  return { kind: 'script', id: id ?? newId(), title: content.title, action: 'put', baseVersion, content, draftId: null, draftSeq: null }
}

/** Somebody published one of these meanwhile, or gave a new script one of these codes: what the preview said is not true any more. */
async function mustBeCurrent(changes: ChangeSet, items: readonly PlannedItem[], nowMs: number): Promise<void> {
  const [changed, fresh] = [items.filter(({ baseVersion }) => baseVersion > 0), items.filter(({ baseVersion }) => baseVersion === 0)]
  if (overtaken(changed, await latestVersions(changes, changed, nowMs)).length > 0) throw new ProblemError(409, 'changed_meanwhile')
  const codes = fresh.map(({ content }) => String(content['code']).toLowerCase())
  const [taken] = await changes.tx`
    select 1 as one from script where tenant = ${changes.tenant} and person_id is null and lower(code) = any(${codes}) limit 1`
  if (taken) throw new ProblemError(409, 'changed_meanwhile')
}

async function apply(context: ApiContext, { personId }: Actor, changes: ChangeSet, importId: string, title: string): Promise<void> {
  const { tx, tenant } = changes
  const nowMs = context.clock.now()
  await lockPublishing(changes)
  const file = await readImportFile(tx, tenant, importId, personId, { lock: true })
  if (!file || file.state === 'cancelled') throw new ProblemError(404, 'not_found')
  if (file.error) throw new ProblemError(409, 'faults')
  if (file.state !== 'read') return
  const items = (await importRows(tx, tenant, importId)).map((row) => itemOf(row, () => context.ids.next()))
  if (items.length === 0) return setImport(tx, tenant, importId, { state: 'done', releaseId: null })
  await mustBeCurrent(changes, items, nowMs)
  const release = await makeRelease(context, changes, {
    id: context.ids.next(), kind: 'content', title, note: '', mustRead: false, publishAtMs: nowMs, authorId: personId, undoes: null, teamIds: [],
  }, items)
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
  if (!file) throw new ProblemError(404, 'not_found')
  const { state, total, releaseId, error } = file
  if (state !== 'applying') return { state, done: state === 'done' ? total : 0, total, releaseId, error }
  const [row] = await sql<{ done: number, state: string | null }[]>`
    select count(*) filter (where done)::int as done,
      (select state from release where tenant = ${tenant} and id = ${releaseId}) as state
    from release_item where tenant = ${tenant} and release_id = ${releaseId}`
  const out = row?.state !== 'publishing'
  return { state: out ? 'done' : 'applying', done: row?.done ?? 0, total, releaseId, error }
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
    return release?.id ?? null
  })
  if (releaseId) await takeBack(context, tenant, releaseId)
  return { done: true }
}
