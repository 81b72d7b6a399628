import type { ContentDraft } from '../../domain/entities/release.ts'
import { audit } from '../auth/audit.ts'
import type { Actor } from '../auth/authenticate.ts'
import type { ApiContext } from '../context.ts'
import { ProblemError } from '../routes/problem.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { readEntity } from '../store/entities.ts'
import { inTransaction } from '../store/transaction.ts'
import { contentChecker } from './check-content.ts'
import type { StudioHandler } from './handler.ts'

async function lockDraft(changes: ChangeSet, id: string): Promise<ContentDraft> {
  const draft = await readEntity(changes, 'content_draft', id, { lock: true })
  if (!draft) throw new ProblemError(404, 'not_found')
  return draft
}

async function keep(
  context: ApiContext, { personId, deviceId }: Actor, changes: ChangeSet, draft: ContentDraft, action: string,
): Promise<{ done: true }> {
  await changes.put('content_draft', { ...draft, updatedAtMs: context.clock.now() })
  await audit(changes, context.ids.next(), context.clock.now(), {
    action, personId, deviceId, subject: draft.id, detail: { kind: draft.kind, target: draft.targetId },
  })
  return { done: true }
}

/** draft.submit: its author asks for a review. Throws ProblemError 403, 404, 422 `unfinished` with the fields in `detail`. */
export const submitDraft: StudioHandler<'draft.submit'> = (context, actor, { id }) => (
  inTransaction(context, actor.tenant, async (changes) => {
    const draft = await lockDraft(changes, id)
    if (draft.authorId !== actor.personId) throw new ProblemError(403, 'not_allowed')
    const checked = await contentChecker(changes)(draft)
    if (!checked.ok) throw new ProblemError(422, 'unfinished', { detail: checked.fields.join(',') })
    if (draft.state !== 'draft') return { done: true as const }
    return keep(context, actor, changes, { ...draft, state: 'in_review', reviewerId: null }, 'draft.submitted')
  }))

/** draft.judge: a second person approves, or sends it back with a word. Throws ProblemError 403 `own_draft`, 404, 409 `not_in_review`. */
export const judgeDraft: StudioHandler<'draft.judge'> = (context, actor, { id, approve, note }) => (
  inTransaction(context, actor.tenant, async (changes) => {
    const draft = await lockDraft(changes, id)
    if (draft.authorId === actor.personId) throw new ProblemError(403, 'own_draft')
    if (draft.state !== 'in_review') throw new ProblemError(409, 'not_in_review')
    return keep(context, actor, changes, {
      ...draft, state: approve ? 'approved' : 'draft', reviewerId: actor.personId, reviewNote: note,
    }, approve ? 'draft.approved' : 'draft.returned')
  }))
