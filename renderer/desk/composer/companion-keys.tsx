import { MessageSquareReply, MessageSquareText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { acceleratorsOf, keyCaps } from '../../state/shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { KeyCap } from '../../ui/tag.tsx'

/** A conversation kept by hand: two keys say when the customer wrote and when it was answered. */
export function CompanionKeys({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation()
  const { actions, mac } = useDesk()
  const keys = acceleratorsOf(useLive(state => state.settings?.shortcuts) ?? {})
  return (
    <div className='flex flex-wrap items-center gap-2 px-5 pt-1 pb-2'>
      <Button onClick={() => { void actions.tick(conversationId, 'customer') }}>
        <MessageSquareText size={15} aria-hidden='true' />{t('companion.customerWrote')}<KeyCap>{keyCaps(keys.customerWrote, mac).join(' ')}</KeyCap>
      </Button>
      <Button look='brand' onClick={() => { void actions.tick(conversationId, 'agent') }}>
        <MessageSquareReply size={15} aria-hidden='true' />{t('companion.iAnswered')}<KeyCap>{keyCaps(keys.iAnswered, mac).join(' ')}</KeyCap>
      </Button>
      <span className='min-w-0 text-xs text-ink-3'>{t('companion.hint')}</span>
    </div>
  )
}
