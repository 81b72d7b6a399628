import { allChannels, allTeams, peopleNames } from '../../db/roster.ts'
import { allRows } from '../../db/scripts.ts'
import type { ReviewAsked } from '../../protocol/script-views.ts'
import type { QueryContext } from './context.ts'

/** @returns what others have handed in, oldest first; figures and hours are called after their team and channel */
export function reviewsAsked({ db, me }: QueryContext): ReviewAsked[] {
  const names = new Map([...peopleNames(db), ...[...allTeams(db), ...allChannels(db)].map(({ id, name }) => [id, name] as const)])
  return allRows(db, 'content_draft').filter(draft => draft.state === 'in_review' && draft.authorId !== me.personId)
    .sort((a, b) => a.updatedAtMs - b.updatedAtMs)
    .map(({ id, kind, targetId, content, authorId, updatedAtMs }) => ({
      draftId: id, kind, targetId, title: titleOf(content) || (names.get(targetId) ?? ''), authorName: names.get(authorId) ?? '', atMs: updatedAtMs,
    }))
}

function titleOf(content: Record<string, unknown>): string {
  const wordings: unknown[] = Array.isArray(content['wordings']) ? content['wordings'] : []
  return [content['title'], content['question'], wordings[0]].find((one): one is string => typeof one === 'string') ?? ''
}
