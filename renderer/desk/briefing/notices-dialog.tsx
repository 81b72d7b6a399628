import { Megaphone } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Busy, Empty } from '../../ui/states.tsx'
import { ReleaseText } from './release-text.tsx'

/** The last releases and notices, newest first; what is not confirmed yet can be here. */
export function NoticesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { client, actions } = useDesk()
  const briefing = useLive(state => state.briefing)
  const unread = new Set(briefing?.unread.map(({ id }) => id))
  return (
    <Dialog title={t('briefing.title')} lead={t('briefing.lead')} width='wide' onClose={onClose}>
      {!briefing ? <Busy text={t('common.loading')} /> : briefing.recent.length === 0 ? <Empty icon={<Megaphone size={28} />} title={t('briefing.empty')} /> : (
        <ol className='mt-2 overflow-y-auto border-t border-line' tabIndex={0} aria-label={t('briefing.title')}>
          {briefing.recent.map(release => (
            <li key={release.id} className='flex items-start gap-4 border-b border-line px-5 py-3 last:border-0'>
              <div className='min-w-0 flex-1'>
                <h3 className='mb-0.5 font-medium [overflow-wrap:anywhere]'>{release.title}</h3>
                <ReleaseText release={release} unread={unread.has(release.id)} />
              </div>
              {unread.has(release.id) && <Button small look='brand' onClick={() => { void actions.done(client.call('release.read', { releaseId: release.id })) }}>{t('briefing.read')}</Button>}
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  )
}
