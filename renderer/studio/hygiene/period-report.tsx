import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Busy, Empty, Problem } from '../../ui/states.tsx'
import { studioErrorText } from '../ask.ts'
import type { Asked } from '../use-asked.ts'
import { useOffline } from '../../state/use-offline.ts'
import { TabButton, TabRow } from '../../ui/tab-row.tsx'

const PERIODS = [7, 30, 90, 365] as const
/** Days that are counted at first. */
export const FIRST_PERIOD = 30

type Props = {
  asked: Pick<Asked<unknown>, 'value' | 'error'>
  period: number
  onPeriod: (days: number) => void
  icon: ReactNode
  /** Nothing was counted. */
  none: { title: string; hint?: string } | null
  children: ReactNode
}

/** What the server counted over some days, with all that can come instead of it. */
export function PeriodReport({ asked: { value, error }, period, onPeriod, icon, none, children }: Props) {
  const { t } = useTranslation()
  const offline = useOffline()
  if (value === null && offline) return <Empty icon={icon} title={t('hygiene.offline')} />
  if (value === null) return error ? <div className='p-4'><Problem text={studioErrorText(error)} /></div> : <Busy text={t('hygiene.loading')} />
  return (
    <>
      <TabRow label={t('hygiene.days')}>
        {PERIODS.map(days => <TabButton key={days} on={period === days} onPress={() => { onPeriod(days) }}>{t('hygiene.lastDays', { days })}</TabButton>)}
      </TabRow>
      {error && <div className='px-4 pt-3'><Problem text={studioErrorText(error)} /></div>}
      {none ? <Empty icon={icon} {...none} /> : children}
    </>
  )
}
