import { ShieldCheck } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StudioOutput } from '../../../protocol/studio.ts'
import { serverNow } from '../../edge/ticker.ts'
import { useDays } from '../../i18n/use-days.ts'
import { RULE_IDS, ruleOf } from '../language/rule-content.ts'
import { openContent } from '../open-entry.ts'
import { useAsked } from '../use-asked.ts'
import { useStudio } from '../use-studio.ts'
import { FIRST_PERIOD, PeriodReport } from './period-report.tsx'
import { SortedTable } from './sorted-table.tsx'
import type { Column } from './sorted-table.tsx'

type Hits = StudioOutput<'rules.hits'>[number]

/** What was found in messages that went out all the same, by rule: warned and sent by a second key, or noted silently (C6). */
export function RuleHits() {
  const { t } = useTranslation()
  const days = useDays()
  const [period, setPeriod] = useState<number>(FIRST_PERIOD)
  const asked = useAsked('rules.hits', { days: period })
  const rows = asked.value ?? []
  const { view } = useStudio('language_rule')
  const wordings = useMemo(() => new Map((view?.items ?? []).map(({ id, live }) => [id, ruleOf(live ?? {}).wordings.join(' · ')])), [view])
  const columns = useMemo((): Column<Hits>[] => {
    const textOf = ({ name, rule }: Hits) => wordings.get(name) || t(`language.${rule}`)
    const people = ({ people: list }: Hits) => list.map(({ name, hits }) => t('hygiene.person', { name, uses: hits })).join(' · ')
    return [
      { id: 'rule', head: t('hygiene.head.rule'), by: ({ rule }) => rule, cell: ({ rule }) => <span className='font-mono text-xs'>{RULE_IDS.some(id => id === rule) ? rule : '–'}</span>, width: 'w-20' },
      { id: 'words', head: t('hygiene.head.words'), by: textOf, cell: hits => <span className='line-clamp-2'>{textOf(hits)}</span> },
      { id: 'hits', head: t('hygiene.head.hits'), by: ({ hits }) => hits, cell: ({ hits }) => hits, width: 'w-20', right: true },
      { id: 'insisted', head: t('hygiene.head.insisted'), by: ({ insisted }) => insisted, cell: ({ insisted, severity }) => severity === 'note' ? '–' : insisted, width: 'w-28', right: true },
      { id: 'last', head: t('hygiene.head.lastHit'), by: ({ lastAtMs }) => lastAtMs, cell: ({ lastAtMs }) => <span className='text-ink-2'>{days.brief(lastAtMs, serverNow())}</span>, width: 'w-32', right: true },
      { id: 'people', head: t('hygiene.head.agents'), cell: hits => <span className='line-clamp-2 text-ink-2' title={people(hits)}>{people(hits)}</span>, width: 'w-[28%]' },
    ]
  }, [t, days, wordings])
  return (
    <PeriodReport asked={asked} period={period} onPeriod={setPeriod} icon={<ShieldCheck size={28} />} none={rows.length === 0 ? { title: t('hygiene.noHits'), hint: t('hygiene.noHitsHint') } : null}>
      <SortedTable
        label={t('hygiene.tab.hits')} columns={columns} rows={rows} sortedBy={{ id: 'hits', down: true }} idOf={({ name }) => name}
        openLabel={({ rule }) => t('hygiene.openRule', { rule })} onOpen={({ name }) => { if (wordings.has(name)) openContent('language_rule', name) }}
      />
    </PeriodReport>
  )
}
