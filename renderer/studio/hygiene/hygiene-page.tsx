import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TabButton, TabRow } from '../../ui/tab-row.tsx'
import { Issues } from './issues.tsx'
import { RuleHits } from './rule-hits.tsx'
import { Usage } from './usage.tsx'

const TABS = ['issues', 'usage', 'hits'] as const

/** What is worth a look among the scripts, who uses which, and what rules of language found. */
export function HygienePage() {
  const { t } = useTranslation()
  const [tab, setTab] = useState<(typeof TABS)[number]>('issues')
  return (
    <>
      <TabRow label={t('studio.page.hygiene')}>
        {TABS.map(name => <TabButton key={name} on={tab === name} onPress={() => { setTab(name) }}>{t(`hygiene.tab.${name}`)}</TabButton>)}
      </TabRow>
      {tab === 'issues' ? <Issues /> : tab === 'usage' ? <Usage /> : <RuleHits />}
    </>
  )
}
