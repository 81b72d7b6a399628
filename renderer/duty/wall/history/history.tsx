import { ChartNoAxesColumn, WifiOff } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOffline } from '../../../state/use-offline.ts'
import { Button } from '../../../ui/button.tsx'
import { Busy, Empty, Problem } from '../../../ui/states.tsx'
import { TabButton } from '../../../ui/tab-row.tsx'
import { shiftErrorText } from '../../ask.ts'
import { DaySteps } from '../../ui/day-steps.tsx'
import { useShiftAsked } from '../../use-asked.ts'
import { useDutyTeam, useToday } from '../../use-team.ts'
import { QuarterChart } from './quarter-chart.tsx'
import type { Series } from './quarter-chart.tsx'
import { QuarterTable } from './quarter-table.tsx'

const seconds = (ms: number | null): number | null => ms === null ? null : Math.round(ms / 100) / 10

/** A day by quarters of an hour: three charts, or the same as a table. */
export function History() {
  const { t } = useTranslation()
  const team = useDutyTeam()
  const timeZone = team?.timeZone ?? 'Asia/Shanghai'
  const today = useToday(timeZone)
  const offline = useOffline()
  const [chosen, setChosen] = useState<string | null>(null)
  const [table, setTable] = useState(false)
  const date = chosen ?? today
  const { value: quarters, error, busy, again } = useShiftAsked('wall.history', { teamId: team?.id ?? '', date })
  const charts = useMemo((): { id: string; title: string; series: Series[] }[] => quarters ? [
    {
      id: 'load', title: t('crew.history.chartLoad'), series: [
        { name: t('crew.history.openMax'), tone: 'brand', bars: false, values: quarters.map(({ openMax }) => openMax) },
        { name: t('crew.history.onlineMax'), tone: 'info', bars: false, values: quarters.map(({ onlineMax }) => onlineMax) },
        { name: t('crew.history.queueMax'), tone: 'late', bars: false, values: quarters.map(({ queueMax }) => queueMax) },
      ],
    },
    {
      id: 'reply', title: t('crew.history.chartReply'), series: [
        { name: t('crew.history.first'), tone: 'brand', bars: false, values: quarters.map(({ firstReplyMs }) => seconds(firstReplyMs)) },
        { name: t('crew.history.average'), tone: 'info', bars: false, values: quarters.map(({ averageReplyMs }) => seconds(averageReplyMs)) },
      ],
    },
    {
      id: 'count', title: t('crew.history.chartCount'), series: [
        { name: t('crew.history.started'), tone: 'brand', bars: true, values: quarters.map(({ started }) => started) },
        { name: t('crew.history.missed'), tone: 'late', bars: true, values: quarters.map(({ missed }) => missed) },
      ],
    },
  ] : [], [quarters, t])
  const times = useMemo(() => quarters?.map(({ quarterMs }) => quarterMs) ?? [], [quarters])
  return (
    <>
      <div className='flex items-center gap-2 border-b border-line bg-panel px-4 py-1.5'>
        <h3 className='text-sm font-semibold text-ink-2'>{t('crew.history.title')}</h3>
        <DaySteps date={date} timeZone={timeZone} onChange={setChosen} />
        <span className='min-w-0 flex-1 truncate text-right text-xs text-ink-3'>{!table && quarters && quarters.length > 0 && t('crew.history.hint')}</span>
        <div role='group' aria-label={t('crew.history.title')} className='flex gap-1'>
          <TabButton on={!table} onPress={() => { setTable(false) }}>{t('crew.history.chart')}</TabButton>
          <TabButton on={table} onPress={() => { setTable(true) }}>{t('crew.history.table')}</TabButton>
        </div>
      </div>
      {body()}
    </>
  )

  function body() {
    if (!quarters && offline) return <Empty icon={<WifiOff size={28} />} title={t('crew.wall.offline')} hint={t('crew.wall.offlineHint')} />
    if (error && !busy) return <div className='p-4'><Problem text={shiftErrorText(error)}><Button small onClick={again}>{t('common.retry')}</Button></Problem></div>
    if (!quarters) return <Busy text={t('crew.history.loading')} />
    if (quarters.length === 0) return <Empty icon={<ChartNoAxesColumn size={28} />} title={t('crew.history.empty')} hint={t('crew.history.emptyHint')} />
    if (table) return <QuarterTable quarters={quarters} timeZone={timeZone} />
    return (
      <div className='grid min-h-0 flex-1 auto-rows-[minmax(180px,1fr)] gap-3 overflow-y-auto p-3'>
        {charts.map(({ id, title, series }) => <QuarterChart key={id} title={title} times={times} series={series} timeZone={timeZone} />)}
      </div>
    )
  }
}
