import { Eye } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../state/desk-context.ts'
import { openDialog } from '../../state/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { Strip } from '../shift/strip.tsx'

/** A supervisor looks on: what they write is whispered, unless they take the customer over. */
export function WatchBar({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation()
  const { client, actions } = useDesk()
  return (
    <Strip name='watching' tone='info' icon={<Eye size={16} />} text={t('watch.hint')}>
      <Button small onClick={() => { void actions.done(client.call('conversation.watch', { conversationId, on: false })) }}>{t('watch.end')}</Button>
      <Button small look='brand' onClick={() => { openDialog({ kind: 'takeOver', conversationId }) }}>{t('watch.takeOver')}</Button>
    </Strip>
  )
}
