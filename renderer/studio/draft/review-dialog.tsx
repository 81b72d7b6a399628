import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../state/desk-context.ts'
import { toast } from '../../state/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { askStudio, studioErrorText } from '../ask.ts'
import { Changes } from '../merge/changes.tsx'
import type { Row } from '../merge/merge.ts'
import { useOffline } from '../../state/use-offline.ts'
import type { StudioDraft } from './use-writing.ts'

/** What a colleague writes, against what is live; handed in, it is approved or sent back with a word. */
export function ReviewDialog({ draft, before, after, onClose }: { draft: StudioDraft; before: Row | null; after: Row; onClose: () => void }) {
  const { t } = useTranslation()
  const { client } = useDesk()
  const offline = useOffline()
  const [note, setNote] = useState('')
  const judge = async (approve: boolean) => {
    const answer = await askStudio(client, 'draft.judge', { id: draft.id, approve, note: note.trim() || null })
    toast(answer.ok ? t(approve ? 'studio.review.approved' : 'studio.review.returned') : studioErrorText(answer.error), answer.ok ? 'plain' : 'bad')
    if (answer.ok) onClose()
  }
  return (
    <Dialog title={t('studio.review.title', { name: draft.authorName })} lead={draft.action === 'retire' ? t('studio.review.retires') : before === null ? t('studio.review.fresh') : t('studio.review.lead')} width='wide' onClose={onClose}>
      <div className='min-h-0 flex-1 overflow-y-auto p-5' tabIndex={0} role='group' aria-label={t('studio.review.changes')}><Changes before={before} after={after} /></div>
      {draft.state === 'in_review' && (
        <footer className='flex items-end gap-2 border-t border-line px-5 py-3'>
          <Field label={t('studio.review.note')} className='flex-1' value={note} maxLength={500} onChange={event => { setNote(event.target.value) }} />
          <Button disabled={offline || note.trim() === ''} title={note.trim() === '' ? t('studio.review.noteNeeded') : undefined} onClick={() => { void judge(false) }}>{t('studio.review.return')}</Button>
          <Button look='brand' disabled={offline} title={offline ? t('studio.needsNetwork') : undefined} onClick={() => { void judge(true) }}>{t('studio.review.approve')}</Button>
        </footer>
      )}
    </Dialog>
  )
}
