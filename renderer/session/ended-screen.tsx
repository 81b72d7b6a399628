import { ShieldOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../protocol/views.ts'
import { Button } from '../ui/button.tsx'
import { Card } from './card.tsx'

/** The session was ended from outside: what happened, what was kept, what to do. */
export function EndedScreen({ why, onBack }: { why: NonNullable<SessionView['ended']>; onBack: () => void }) {
  const { t } = useTranslation()
  return (
    <Card icon={<ShieldOff size={20} />} title={t(`ended.${why}.title`)} lead={t(`ended.${why}.lead`)}>
      <Button look='brand' className='mt-5 w-full' autoFocus onClick={onBack}>{t('ended.action')}</Button>
    </Card>
  )
}
