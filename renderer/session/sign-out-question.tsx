import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../state/desk-context.ts'
import { heldOfMine, startLeaving } from '../state/leaving.ts'
import { useLive } from '../state/live-store.ts'
import { saveWritings } from '../state/writings.ts'
import { Button } from '../ui/button.tsx'
import { Question } from '../ui/dialog.tsx'

/** Signing out, or handing the desk to another agent. Says what has not been sent yet, and leads into the handover while customers are held (H5). */
export function SignOutQuestion({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const desk = useDesk()
  const { client, actions, drafts } = desk
  const held = useLive(heldOfMine)
  const [counted, uploading] = [useLive(state => state.sync?.queued ?? 0), useLive(state => state.sync?.uploading ?? 0)]
  // A picture that is announced but not up yet waits too.
  const queued = Math.max(counted, uploading)
  const [remove, setRemove] = useState(false)

  const leave = async () => {
    drafts.flushAll()
    saveWritings()
    await actions.done(client.call('session.signOut', { force: remove || queued > 0 || held > 0, remove }))
    onClose()
  }

  return (
    <Question
      title={queued > 0 ? t('signOut.queuedTitle', { count: queued }) : held > 0 ? t('signOut.heldTitle', { count: held }) : t('signOut.title')}
      lead={queued > 0 ? t('signOut.queuedLead') : held > 0 ? t('signOut.heldLead') : t('signOut.lead')}
      confirm={queued === 0 && held === 0 ? t('signOut.confirm') : remove ? t('signOut.confirmDiscard') : t('signOut.confirmQueued')}
      cancel={queued > 0 ? t('signOut.wait') : t('common.cancel')}
      danger={queued > 0 || held > 0 || remove}
      onConfirm={() => { void leave() }}
      onCancel={onClose}
    >
      {held > 0 && (
        <div className='mt-3 flex items-center gap-3'>
          {queued > 0 && <p className='flex-1 text-sm text-warn'>{t('signOut.heldTitle', { count: held })}</p>}
          <Button
            look='brand'
            onClick={() => {
              onClose()
              void startLeaving(desk, { kind: 'shift_end', reason: null, untilMs: null })
            }}
          >
            {t('signOut.handOver')}
          </Button>
        </div>
      )}
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
