import type { TFunction } from 'i18next'
import { RefreshCw, Sparkles } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StudioOutput } from '../../../protocol/studio.ts'
import { IconButton } from '../../ui/button.tsx'
import { Busy, Empty, Problem } from '../../ui/states.tsx'
import { studioErrorText } from '../ask.ts'
import { openContent } from '../open-entry.ts'
import { useOffline } from '../../state/use-offline.ts'
import { useScriptNames } from './script-names.ts'
import type { ScriptName } from './script-names.ts'
import { SortedTable } from './sorted-table.tsx'
import type { Column } from './sorted-table.tsx'
import { TabButton, TabRow } from '../../ui/tab-row.tsx'
import { useAsked } from '../use-asked.ts'

type Issue = StudioOutput<'hygiene'>[number]
const KINDS = ['language', 'broken_variable', 'expired_promise', 'expired_campaign', 'near_duplicate', 'most_edited', 'unused'] as const

const percent = (share: number | null) => `${Math.round((share ?? 0) * 100)} %`

function detail(t: TFunction, { kind, words, value, otherId }: Issue, names: ReadonlyMap<string, ScriptName>): string {
  switch (kind) {
    case 'unused': return value === null ? t('hygiene.detail.never') : t('hygiene.detail.unused', { days: value })
    case 'near_duplicate': {
      const other = names.get(otherId ?? '')
      return t('hygiene.detail.near_duplicate', { percent: percent(value), other: other ? `${other.code} ${other.title}` : t('hygiene.gone') })
    }
    case 'expired_promise': return t('hygiene.detail.past', { words: words ?? '', days: value ?? 0 })
    case 'broken_variable': case 'language': return t('hygiene.detail.words', { words: words ?? '' })
    case 'most_edited': return t('hygiene.detail.edited', { percent: percent(value) })
    case 'expired_campaign': return t('hygiene.detail.ended', { days: value ?? 0 })
  }
}

/** What the server found among the team's scripts, by kind. */
export function Issues() {
  const { t } = useTranslation()
  const { value, error, busy, again } = useAsked('hygiene', {})
  const offline = useOffline()
  const names = useScriptNames()
  const [kind, setKind] = useState<Issue['kind'] | null>(null)
  const rows = useMemo(() => (value ?? []).filter(issue => kind === null || issue.kind === kind), [value, kind])
  const columns = useMemo((): Column<Issue>[] => {
    const nameOf = ({ scriptId }: Issue) => names.get(scriptId) ?? { code: '–', title: t('hygiene.gone') }
    return [
      { id: 'title', head: t('hygiene.head.title'), by: issue => nameOf(issue).title, cell: issue => nameOf(issue).title },
      { id: 'code', head: t('hygiene.head.code'), by: issue => nameOf(issue).code, cell: issue => nameOf(issue).code, width: 'w-28' },
      { id: 'kind', head: t('hygiene.head.kind'), by: issue => KINDS.indexOf(issue.kind), cell: issue => t(`hygiene.kind.${issue.kind}`), width: 'w-44' },
      { id: 'detail', head: t('hygiene.head.detail'), by: issue => detail(t, issue, names), cell: issue => <span className='break-words text-ink-2'>{detail(t, issue, names)}</span>, width: 'w-[38%]' },
    ]
  }, [t, names])
  if (!value && offline) return <Empty icon={<Sparkles size={28} />} title={t('hygiene.offline')} />
  if (!value) return error ? <div className='p-4'><Problem text={studioErrorText(error)} /></div> : <Busy text={t('hygiene.loading')} />
  return (
    <>
      <TabRow label={t('hygiene.tab.issues')}>
        <TabButton on={kind === null} count={value.length} onPress={() => { setKind(null) }}>{t('hygiene.all')}</TabButton>
        {KINDS.map(one => {
          const count = value.filter(issue => issue.kind === one).length
          return count > 0 && <TabButton key={one} on={kind === one} count={count} onPress={() => { setKind(one) }}>{t(`hygiene.kind.${one}`)}</TabButton>
        })}
        <IconButton label={t('hygiene.again')} className='ml-auto' disabled={busy || offline} onClick={again}><RefreshCw size={15} className={busy ? 'animate-spin' : ''} /></IconButton>
      </TabRow>
      {error && <div className='px-4 pt-3'><Problem text={studioErrorText(error)} /></div>}
      {rows.length === 0 ? <Empty icon={<Sparkles size={28} />} title={t('hygiene.none')} hint={t('hygiene.noneHint')} /> : (
        <SortedTable
          key={kind} label={t('hygiene.tab.issues')} columns={columns} rows={rows} sortedBy={{ id: 'kind', down: false }}
          idOf={({ kind: what, scriptId, otherId }) => `${what} ${scriptId} ${otherId ?? ''}`}
          openLabel={({ scriptId }) => t('hygiene.open', { title: names.get(scriptId)?.title ?? '' })} onOpen={({ scriptId }) => { openContent('script', scriptId) }}
        />
      )}
    </>
  )
}
