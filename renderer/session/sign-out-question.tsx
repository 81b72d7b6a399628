import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../state/desk-context.ts'
import { useLive } from '../state/live-store.ts'
import { Question } from '../ui/dialog.tsx'

/** Signing out, or handing the desk to another agent. Says what has not been sent yet. */
export function SignOutQuestion({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { client, actions, drafts } = useDesk()
  const queued = useLive(state => state.sync?.queued ?? 0)
  const [remove, setRemove] = useState(false)

  const leave = async () => {
    drafts.flushAll()
    await actions.done(client.call('session.signOut', { force: queued > 0 || remove, remove }))
    onClose()
  }

  return (
    <Question
      title={queued > 0 ? t('signOut.queuedTitle', { count: queued }) : t('signOut.title')}
      lead={queued > 0 ? t('signOut.queuedLead') : t('signOut.lead')}
      confirm={queued > 0 ? t('signOut.confirmQueued') : t('signOut.confirm')}
      cancel={queued > 0 ? t('signOut.wait') : t('common.cancel')}
      danger={queued > 0 || remove}
      onConfirm={() => { void leave() }}
      onCancel={onClose}
    >
      <label className='mt-4 flex items-start gap-2'>
        <input type='checkbox' className='mt-1 size-4 accent-brand' checked={remove} onChange={event => { setRemove(event.target.checked) }} />
        <span>
          {t('signOut.remove')}
          {remove && queued > 0 && <span className='block text-sm text-late'>{t('signOut.removeWarn')}</span>}
        </span>
      </label>
    </Question>
  )
}
