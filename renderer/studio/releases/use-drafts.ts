import { useMemo } from 'react'
import type { ContentKind } from '../../../domain/entities/release.ts'
import type { StudioItem, StudioView } from '../../../protocol/script-views.ts'
import type { StudioDraft } from '../draft/use-writing.ts'
import { useLive } from '../../state/live-store.ts'
import { useStudio } from '../use-studio.ts'

export type DraftOf = { draft: StudioDraft; item: StudioItem; kind: ContentKind; title: string }

/** What a thing is called in a list. */
function titleOf({ content }: Pick<StudioDraft, 'content'>, live: StudioItem['live']): string {
  for (const key of ['title', 'question']) {
    const value = content[key] ?? live?.[key]
    if (typeof value === 'string' && value !== '') return value
  }
  const wordings = content['wordings']
  return Array.isArray(wordings) && typeof wordings[0] === 'string' ? wordings[0] : ''
}

/** @param names of teams and channels: figures and hours are called after them */
const draftsIn = (kind: ContentKind, view: StudioView | null, names: readonly { id: string; name: string }[] = []): DraftOf[] =>
  (view?.items ?? []).flatMap(item => item.drafts.map(draft => ({ draft, item, kind, title: titleOf(draft, item.live) || (names.find(({ id }) => id === item.id)?.name ?? '') })))

const DRAFTS = { draftsOnly: true }

/** Every draft of every kind; null until all are here. */
export function useDrafts(): DraftOf[] | null {
  const team = useLive(state => state.team)
  const script = useStudio('script', DRAFTS).view
  const knowledge = useStudio('knowledge', DRAFTS).view
  const rule = useStudio('language_rule', DRAFTS).view
  const figures = useStudio('figures', DRAFTS).view
  const plan = useStudio('incident_plan', DRAFTS).view
  const hours = useStudio('hours', DRAFTS).view
  return useMemo(() => {
    if (!script || !knowledge || !rule || !figures || !plan || !hours) return null
    return [
      ...draftsIn('script', script), ...draftsIn('knowledge', knowledge), ...draftsIn('language_rule', rule), ...draftsIn('figures', figures, team?.teams),
      ...draftsIn('incident_plan', plan), ...draftsIn('hours', hours, team?.channels),
    ]
  }, [script, knowledge, rule, figures, plan, hours, team])
}
