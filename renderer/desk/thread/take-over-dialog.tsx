import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { askFocus } from '../../state/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'

/** A supervisor takes a customer over, with a reason that the agent and the log see. */
export function TakeOverDialog({ conversationId, onClose }: { conversationId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { client, actions } = useDesk()
  const [reason, setReason] = useState('')
  const name = useLive(state => state.threads[conversationId]?.conversation.customerName ?? '')
  const submit = async () => {
    if (!await actions.done(client.call('conversation.takeOver', { conversationId, reason: reason.trim() }))) return
    onClose()
    askFocus()
  }
  return (
    <Dialog title={t('watch.title', { name })} lead={t('watch.lead')} width='narrow' onClose={onClose}>
      <form
        className='flex flex-col gap-3 p-5 pt-3'
        onSubmit={event => {
          event.preventDefault()
          void submit()
        }}
      >
        <Field label={t('watch.reason')} value={reason} required maxLength={200} autoFocus onChange={event => { setReason(event.target.value) }} />
        <Button type='submit' look='brand' className='self-end disabled:opacity-50' disabled={reason.trim() === ''}>{t('watch.takeOver')}</Button>
      </form>
    </Dialog>
  )
}
