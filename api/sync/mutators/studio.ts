import type { ContentDraft } from '../../../domain/entities/release.ts'
import { listEntities, readEntity } from '../../store/entities.ts'
import { Refusal } from '../refusal.ts'
import { hasRole } from './mutator.ts'
import type { Act, Mutator } from './mutator.ts'

function mustWrite({ person }: Act): void {
  if (!hasRole(person, 'supervisor', 'admin')) throw new Refusal('not_allowed')
}

/** What a supervisor writes, finished or not; changed, it has to be reviewed again. Only its author changes it. */
export const putDraft: Mutator<'studio.draft_put'> = async (act, { draftId, ...written }) => {
  mustWrite(act)
  const { changes, person, nowMs } = act
  const before = await readEntity(changes, 'content_draft', draftId, { lock: true })
  if (before && before.authorId !== person.id) throw new Refusal('not_allowed')
  if (before && (before.kind !== written.kind || before.targetId !== written.targetId)) throw new Refusal('invalid', 'draft id')
  await changes.put('content_draft', {
    ...written, id: draftId, authorId: person.id, state: 'draft', reviewerId: null, reviewNote: before?.reviewNote ?? null,
    createdAtMs: before?.createdAtMs ?? nowMs, updatedAtMs: nowMs,
  })
}

export const dropDraft: Mutator<'studio.draft_drop'> = async (act, { draftId }) => {
  mustWrite(act)
  const before = await readEntity(act.changes, 'content_draft', draftId, { lock: true })
  if (!before) return
  if (before.authorId !== act.person.id) throw new Refusal('not_allowed')
  await act.changes.remove('content_draft', draftId)
}

/** Many drafts of one author in one commit, or none of them. */
export const putDrafts: Mutator<'studio.drafts_put'> = async (act, { drafts }) => {
  mustWrite(act)
  const { changes, person, nowMs } = act
  const ids = drafts.map(({ draftId }) => draftId)
  if (new Set(ids).size < ids.length) throw new Refusal('invalid', 'draft id twice')
  const before = await lockDrafts(act, ids)
  const rows = drafts.map(({ draftId, ...written }) => {
    const known = before.get(draftId)
    if (known && (known.kind !== written.kind || known.targetId !== written.targetId)) throw new Refusal('invalid', 'draft id')
    return {
      ...written, id: draftId, authorId: person.id, state: 'draft' as const, reviewerId: null, reviewNote: known?.reviewNote ?? null,
      createdAtMs: known?.createdAtMs ?? nowMs, updatedAtMs: nowMs,
    }
  })
  await changes.putMany('content_draft', rows)
}

/** Those that are not there any more are no fault. */
export const dropDrafts: Mutator<'studio.drafts_drop'> = async (act, { draftIds }) => {
  mustWrite(act)
  await act.changes.removeMany('content_draft', [...(await lockDrafts(act, draftIds)).keys()])
}

/** Those of them that there are, locked in the order of their ids. Throws Refusal `not_allowed` where one is another's. */
async function lockDrafts({ changes, person }: Act, ids: readonly string[]): Promise<Map<string, ContentDraft>> {
  const drafts = await listEntities(changes, 'content_draft', { id: [...new Set(ids)] }, { lock: true })
  if (drafts.some(({ authorId }) => authorId !== person.id)) throw new Refusal('not_allowed')
  return new Map(drafts.map((draft) => [draft.id, draft]))
}

/** "I have read it": once a person. */
export const readRelease: Mutator<'release.read'> = async ({ changes, person, nowMs }, { readId, releaseId }) => {
  const release = await readEntity(changes, 'release', releaseId)
  if (!release || (release.state !== 'live' && release.state !== 'undone')) throw new Refusal('not_found')
  const { tx, tenant } = changes
  const [before] = await tx`select id from release_read where tenant = ${tenant} and release_id = ${releaseId} and person_id = ${person.id}`
  if (before) return
  if (await readEntity(changes, 'release_read', readId)) throw new Refusal('invalid', 'read id')
  await changes.put('release_read', { id: readId, releaseId, personId: person.id, atMs: nowMs })
}
