import { useTranslation } from 'react-i18next'
import type { NoticesView } from '../../../protocol/shift-views.ts'
import { useDesk } from '../../state/desk-context.ts'
import { openDialog } from '../../state/window-store.ts'
import { Button } from '../../ui/button.tsx'

/** Yes or no to a swap or a call for help (L1), the list of a handover, or just "seen". */
export function NoticeActions({ notice }: { notice: NoticesView[number] }) {
  const { t } = useTranslation()
  const { client, actions } = useDesk()
  const { id, kind, params, answer, seenAtMs } = notice
  const see = (said: 'yes' | 'no' | null) => actions.done(client.call('notice.seen', { noticeId: id, answer: said }))
  const swap = async (agree: boolean) => {
    if (await actions.done(client.call('swap.answer', { swapId: String(params['swapId'] ?? ''), agree }))) await see(agree ? 'yes' : 'no')
  }
  if (answer) return <span className='shrink-0 text-sm text-ink-2'>{t(`notice.answered.${answer}`)}</span>
  if (seenAtMs !== null) return null
  switch (kind) {
    case 'swap_asked':
      return <Pair no={t('notice.decline')} yes={t('notice.agree')} onNo={() => { void swap(false) }} onYes={() => { void swap(true) }} />
    case 'help_call':
      return <Pair no={t('notice.no')} yes={t('notice.yes')} onNo={() => { void see('no') }} onYes={() => { void see('yes') }} />
    case 'handover':
      return (
        <Button
          small look='brand'
          onClick={() => {
            void see(null)
            openDialog({ kind: 'received' })
          }}
        >
          {t('notice.show')}
        </Button>
      )
    default:
      return <Button small onClick={() => { void see(null) }}>{t('notice.seen')}</Button>
  }
}

function Pair({ no, yes, onNo, onYes }: { no: string; yes: string; onNo: () => void; onYes: () => void }) {
  return (
    <span className='flex shrink-0 gap-1.5'>
      <Button small onClick={onNo}>{no}</Button>
      <Button small look='brand' onClick={onYes}>{yes}</Button>
    </span>
  )
}
