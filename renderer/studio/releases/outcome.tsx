import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conflict, StudioOutput } from '../../../protocol/studio.ts'
import { useDesk } from '../../state/desk-context.ts'
import { toast } from '../../state/window-store.ts'
import { writingKey } from '../../state/writings.ts'
import { Button } from '../../ui/button.tsx'
import { askStudio, studioErrorText } from '../ask.ts'
import { writerOf } from '../draft/use-writing.ts'
import { MergeDialog } from '../merge/merge-dialog.tsx'
import { fieldName } from '../merge/use-field-words.ts'
import { openContent } from '../open-entry.ts'
import type { DraftOf } from './use-drafts.ts'

type Kept = Exclude<StudioOutput<'release.publish'>, { outcome: 'released' }>
type Props = { answer: Kept; drafts: DraftOf[]; onSettled: (answer: Kept | null) => void; onClose: () => void }

/** Why nothing went out, and what to do about each. */
export function Outcome({ answer, drafts, onSettled, onClose }: Props) {
  const { t } = useTranslation()
  const { client } = useDesk()
  const [merging, setMerging] = useState<Conflict | null>(null)
  const of = (draftId: string) => drafts.find(({ draft }) => draft.id === draftId)
  const nameOf = (draftId: string) => of(draftId)?.title || t('studio.untitled')
  const open = (draftId: string) => {
    const found = of(draftId)
    if (!found) return
    openContent(found.kind, found.item.id)
    onClose()
  }
  const submitAll = async (draftIds: string[]) => {
    for (const id of draftIds) {
      const sent = await askStudio(client, 'draft.submit', { id })
      if (!sent.ok) {
        toast(studioErrorText(sent.error), 'bad')
        return
      }
    }
    toast(t('studio.submitted'))
    onClose()
  }
  const merge = (conflict: Conflict, content: Record<string, unknown>) => {
    const writer = writerOf(client)
    writer.write({ kind: conflict.kind, targetId: conflict.targetId, draftId: conflict.draftId, baseVersion: conflict.liveVersion, action: 'put', content })
    void writer.flush(writingKey(conflict.kind, conflict.targetId))
    setMerging(null)
    toast(t('studio.merge.merged'))
    if (answer.outcome !== 'conflict') return
    const left = answer.conflicts.filter(one => one.draftId !== conflict.draftId)
    onSettled(left.length === 0 ? null : { outcome: 'conflict', conflicts: left })
  }
  return (
    <section role='alert' className='rounded-lg border border-warn bg-warn-soft p-3 text-sm text-warn'>
      {answer.outcome === 'conflict' && (
        <>
          <p className='mb-2 font-medium'>{t('studio.release.conflict')}</p>
          <ul className='flex flex-col gap-1'>
            {answer.conflicts.map(one => (
              <li key={one.draftId} className='flex items-center gap-2'>
                <span className='min-w-0 flex-1 truncate'>{nameOf(one.draftId)}</span>
                {of(one.draftId)?.draft.mine ? <Button small onClick={() => { setMerging(one) }}>{t('studio.merge.open')}</Button> : <span>{t('studio.release.theirsToMerge', { name: of(one.draftId)?.draft.authorName ?? '' })}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {answer.outcome === 'not_reviewed' && (
        <div className='flex items-center gap-2'>
          <p className='min-w-0 flex-1'>{t('studio.release.notReviewed', { names: answer.draftIds.map(nameOf).join(' · ') })}</p>
          {answer.draftIds.some(id => of(id)?.draft.mine && of(id)?.draft.state === 'draft') && (
            <Button small onClick={() => { void submitAll(answer.draftIds.filter(id => of(id)?.draft.mine && of(id)?.draft.state === 'draft')) }}>{t('studio.submit')}</Button>
          )}
        </div>
      )}
      {answer.outcome === 'unfinished' && (
        <>
          <p className='mb-2 font-medium'>{t('studio.release.unfinished')}</p>
          <ul className='flex flex-col gap-1'>
            {answer.drafts.map(({ draftId, fields }) => (
              <li key={draftId} className='flex items-center gap-2'>
                <span className='min-w-0 flex-1 truncate'>{t('studio.release.missing', { title: nameOf(draftId), fields: [...new Set(fields.map(field => fieldName(t, field)))].join(' · ') })}</span>
                <Button small onClick={() => { open(draftId) }}>{t('studio.release.write')}</Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {merging && (
        <MergeDialog
          title={nameOf(merging.draftId)} base={merging.base} theirs={merging.live} mine={of(merging.draftId)?.draft.content ?? {}}
          onDone={content => { merge(merging, content) }} onClose={() => { setMerging(null) }}
        />
      )}
    </section>
  )
}
