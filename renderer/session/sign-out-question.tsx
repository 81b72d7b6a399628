import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../state/desk-context.ts'
import { useLive } from '../state/live-store.ts'
import { saveWritings } from '../state/writings.ts'
import { Question } from '../ui/dialog.tsx'

/** Signing out, or handing the desk to another agent. Says what has not been sent yet. */
export function SignOutQuestion({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { client, actions, drafts } = useDesk()
  const [counted, uploading] = [useLive(state => state.sync?.queued ?? 0), useLive(state => state.sync?.uploading ?? 0)]
  // A picture that is announced but not up yet waits too.
  const queued = Math.max(counted, uploading)
  const [remove, setRemove] = useState(false)

  const leave = async () => {
    drafts.flushAll()
    saveWritings()
    await actions.done(client.call('session.signOut', { force: remove || queued > 0, remove }))
    onClose()
  }

  return (
    <Question
      title={queued > 0 ? t('signOut.queuedTitle', { count: queued }) : t('signOut.title')}
      lead={queued > 0 ? t('signOut.queuedLead') : t('signOut.lead')}
      confirm={queued === 0 ? t('signOut.confirm') : remove ? t('signOut.confirmDiscard') : t('signOut.confirmQueued')}
      cancel={queued > 0 ? t('signOut.wait') : t('common.cancel')}
      danger={queued > 0 || remove}
      onConfirm={() => { void leave() }}
      onCancel={onClose}
    >
      {uploading > 0 && <p className='mt-2 text-sm text-ink-2'>{t('signOut.pictures', { count: uploading })}</p>}
      <label className='mt-4 flex items-start gap-2'>
        <input type='checkbox' className='mt-1 size-4 accent-brand' checked={remove} onChange={event => { setRemove(event.target.checked) }} />
        <span>
          {queued > 0 ? t('signOut.discard') : t('signOut.remove')}
          {remove && queued > 0 && <span className='block text-sm text-late'>{t('signOut.removeWarn')}</span>}
        </span>
      </label>
    </Question>
  )
}
