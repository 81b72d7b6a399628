import { readEntity } from '../../store/entities.ts'
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
