import { ChartColumn } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StudioOutput } from '../../../protocol/studio.ts'
import { serverNow } from '../../edge/ticker.ts'
import { useDays } from '../../i18n/use-days.ts'
import { openContent } from '../open-entry.ts'
import { FIRST_PERIOD, PeriodReport } from './period-report.tsx'
import { useScriptNames } from './script-names.ts'
import { SortedTable } from './sorted-table.tsx'
import type { Column } from './sorted-table.tsx'
import { useAsked } from '../use-asked.ts'

type Use = StudioOutput<'usage'>[number]

/** Who inserted which script how often, and how much of it was changed then. */
export function Usage() {
  const { t } = useTranslation()
  const days = useDays()
  const [period, setPeriod] = useState<number>(FIRST_PERIOD)
  const asked = useAsked('usage', { days: period })
  const names = useScriptNames()
  const rows = useMemo(() => (asked.value ?? []).filter(({ scriptId }) => names.has(scriptId)), [asked.value, names])
  const columns = useMemo((): Column<Use>[] => {
    const people = ({ people: list }: Use) => list.map(({ name, uses }) => t('hygiene.person', { name, uses })).join(' · ')
    const codeOf = ({ scriptId }: Use) => names.get(scriptId)?.code ?? ''
    const titleOf = ({ scriptId }: Use) => names.get(scriptId)?.title ?? ''
    return [
      { id: 'title', head: t('hygiene.head.title'), by: titleOf, cell: titleOf },
      { id: 'code', head: t('hygiene.head.code'), by: codeOf, cell: codeOf, width: 'w-28' },
      { id: 'uses', head: t('hygiene.head.uses'), by: ({ uses }) => uses, cell: ({ uses }) => uses, width: 'w-20', right: true },
      { id: 'edited', head: t('hygiene.head.edited'), by: ({ edited }) => edited ?? -1, cell: ({ edited }) => edited === null ? '–' : `${Math.round(edited * 100)} %`, width: 'w-24', right: true },
      {
        id: 'last', head: t('hygiene.head.last'), by: ({ lastAtMs }) => lastAtMs ?? 0, width: 'w-32', right: true,
        cell: ({ lastAtMs }) => <span className='text-ink-2'>{lastAtMs === null ? t('hygiene.never') : days.brief(lastAtMs, serverNow())}</span>,
      },
      { id: 'people', head: t('hygiene.head.people'), cell: use => <span className='line-clamp-2 text-ink-2' title={people(use)}>{people(use) || '–'}</span>, width: 'w-[28%]' },
    ]
  }, [t, days, names])
  return (
    <PeriodReport asked={asked} period={period} onPeriod={setPeriod} icon={<ChartColumn size={28} />} none={rows.length === 0 ? { title: t('hygiene.noUse') } : null}>
      <SortedTable
        label={t('hygiene.tab.usage')} columns={columns} rows={rows} sortedBy={{ id: 'uses', down: true }} idOf={({ scriptId }) => scriptId}
        openLabel={({ scriptId }) => t('hygiene.open', { title: names.get(scriptId)?.title ?? '' })} onOpen={({ scriptId }) => { openContent('script', scriptId) }}
      />
    </PeriodReport>
  )
}
