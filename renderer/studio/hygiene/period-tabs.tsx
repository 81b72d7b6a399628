import { useTranslation } from 'react-i18next'
import { TabButton, TabRow } from './tab-row.tsx'

const PERIODS = [7, 30, 90, 365] as const

/** How many days back is counted. */
export function PeriodTabs({ period, onChange }: { period: number; onChange: (days: number) => void }) {
  const { t } = useTranslation()
  return (
    <TabRow label={t('hygiene.days')}>
      {PERIODS.map(days => <TabButton key={days} on={period === days} onPress={() => { onChange(days) }}>{t('hygiene.lastDays', { days })}</TabButton>)}
    </TabRow>
  )
}
