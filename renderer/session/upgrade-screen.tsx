import { CircleArrowUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../state/desk-context.ts'
import { Card } from './card.tsx'

/** The server no longer speaks with this version. */
export function UpgradeScreen() {
  const { t } = useTranslation()
  const { info } = useDesk()
  return (
    <Card icon={<CircleArrowUp size={20} />} title={t('upgrade.title')} lead={t('upgrade.lead')}>
      <p className='mt-4'>{t('upgrade.hint')}</p>
      <p className='mt-4 text-sm text-ink-3'>{t('upgrade.version', { version: info.appVersion })}</p>
    </Card>
  )
}
