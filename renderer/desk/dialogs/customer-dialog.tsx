import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/dialog.tsx'
import { Profile } from '../profile/profile-pane.tsx'

/** A customer of whom no conversation is here: found by the search, shown by themselves. */
export function CustomerDialog({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('profile.title')} width='narrow' onClose={onClose}>
      <div className='mt-2 overflow-x-hidden overflow-y-auto border-t border-line' tabIndex={0} role='group' aria-label={t('profile.title')}>
        <Profile customerId={customerId} hereId={null} />
      </div>
    </Dialog>
  )
}
