import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../protocol/desk-api.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { isSupervisor } from '../../state/roles.ts'
import { openDialog, useWindow } from '../../state/window-store.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Busy, Problem } from '../../ui/states.tsx'
import { TransferForm } from './transfer-form.tsx'

/** M4-M8, L3: to whom a customer goes, why or why not, and what is said. Behind it, the panel before leaving comes back. */
export function TransferDialog({ conversationId, onClose }: { conversationId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { client } = useDesk()
  const supervisor = useLive(isSupervisor)
  const leaving = useWindow(state => state.leaving)
  const name = useLive(state => [...state.lists?.waiting ?? [], ...state.lists?.running ?? []].find(row => row.id === conversationId)?.name ?? state.threads[conversationId]?.conversation.customerName ?? '')
  const [asked, setAsked] = useState<CallOutput<'transfer.candidates'> | 'failed' | null>(null)
  useEffect(() => {
    let here = true
    void client.call('transfer.candidates', { conversationId }).then(answer => { if (here) setAsked(answer.ok ? answer.value : 'failed') })
    return () => { here = false }
  }, [client, conversationId])
  const close = () => {
    if (leaving) openDialog({ kind: 'leaving' })
    else onClose()
  }
  return (
    <Dialog title={t('transfer.title', { name })} lead={t('transfer.lead')} width='wide' onClose={close}>
      {asked === null ? <Busy text={t('transfer.loading')} />
        : asked === 'failed' ? <div className='p-5'><Problem text={t('transfer.failed')} /></div>
          : <TransferForm conversationId={conversationId} name={name} offer={asked} supervisor={supervisor} onDone={close} />}
    </Dialog>
  )
}
