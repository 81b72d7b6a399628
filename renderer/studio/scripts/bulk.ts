import type { ScriptContent } from '../../../domain/entities/script.ts'
import type { CallInput } from '../../../protocol/desk-api.ts'
import type { StudioItem } from '../../../protocol/script-views.ts'
import { scriptOf } from '../content.ts'
import { mineOf } from '../draft/use-writing.ts'

export type BulkChange =
  | { what: 'addTag' | 'removeTag'; tag: string }
  | { what: 'set'; change: Partial<ScriptContent> }
  | { what: 'retire' }

export type DraftPut = CallInput<'studio.draftPut'>
/** What has to be asked of the core to do it, and to take it back. */
export type BulkStep = { put: DraftPut; undo: { put: DraftPut } | { drop: string } }

/** @returns the script changed; the same object when nothing changes in it */
export function changed(content: ScriptContent, change: BulkChange): ScriptContent {
  if (change.what === 'set') return { ...content, ...change.change }
  if (change.what === 'retire') return content
  const has = content.tags.includes(change.tag)
  if (change.what === 'addTag') return has || content.tags.length >= 30 ? content : { ...content, tags: [...content.tags, change.tag] }
  return has ? { ...content, tags: content.tags.filter(tag => tag !== change.tag) } : content
}

/** One draft for each script that changes: mine goes on, else a new one over what is live. @param newId makes ids of drafts */
export function bulkSteps(items: readonly StudioItem[], change: BulkChange, newId: () => string): BulkStep[] {
  return items.flatMap((item): BulkStep[] => {
    const mine = mineOf(item)
    // What only somebody else is writing is theirs.
    if (!mine && item.live === null) return []
    const before = scriptOf(mine?.content ?? item.live ?? item.drafts[0]?.content ?? {})
    const after = changed(before, change)
    if (change.what === 'retire' ? item.live === null || mine?.action === 'retire' : after === before) return []
    const base = { kind: 'script' as const, targetId: item.id, draftId: mine?.id ?? newId(), baseVersion: mine?.baseVersion ?? item.liveVersion }
    const put = { ...base, action: change.what === 'retire' ? 'retire' as const : mine?.action ?? 'put' as const, content: { ...after } }
    return [{ put, undo: mine ? { put: { ...base, action: mine.action, content: mine.content } } : { drop: base.draftId } }]
  })
}
