import { useTranslation } from 'react-i18next'
import { Busy } from '../../ui/states.tsx'

export function ReleasesPage() {
  const { t } = useTranslation()
  return <Busy text={t('common.loading')} />
}
