import { History, Search, SearchX } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Figures, FiguresContent, FigureValue } from '../../../domain/entities/release.ts'
import type { Team } from '../../../domain/entities/team.ts'
import { figureFaults, figureOf, givenOf, withoutStandards } from '../../../domain/figures/figures.ts'
import { FIGURE_KEYS, FIGURES } from '../../../domain/figures/registry.ts'
import type { FigureGroup, FigureKey } from '../../../domain/figures/registry.ts'
import type { StudioItem } from '../../../protocol/script-views.ts'
import { useTime } from '../../edge/ticker.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useLive } from '../../state/live-store.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/states.tsx'
import { useWriting } from '../draft/use-writing.ts'
import { WritingBar } from '../draft/writing-bar.tsx'
import { FigureLine } from './figure-line.tsx'
import { faultText } from './figure-text.ts'
import { FigureVersions } from './figure-versions.tsx'

/** What a draft gives, as far as it is that. */
const figuresOf = (row: Record<string, unknown>): FiguresContent => ({ given: typeof row['given'] === 'object' ? row['given'] as FiguresContent['given'] : {} })

/** The figures of a team: found by rule or name, changed in a draft, published by a release. */
export function TeamFigures({ team, item }: { team: Team; item: StudioItem | undefined }) {
  const { t } = useTranslation()
  const days = useDays()
  const people = useLive(state => state.team?.people)
  const today = useTime(nowMs => days.dayKey(nowMs))
  const row = item?.live as Figures | null | undefined
  const live = useMemo(() => ({ given: givenOf(team, row) }), [team, row])
  const here = useMemo(() => ({ ...item ?? { id: team.id, liveVersion: 0, drafts: [] }, live }), [team.id, item, live])
  const writing = useWriting('figures', here, figuresOf)
  const { given } = writing.content
  const [search, setSearch] = useState('')
  const [only, setOnly] = useState<'all' | 'changed' | 'draft'>('all')
  const [versions, setVersions] = useState(false)

  const latest = useRef(writing)
  useEffect(() => { latest.current = writing }, [writing])
  const change = useCallback((key: FigureKey, value: FigureValue) => {
    const { content, write } = latest.current
    write({ given: withoutStandards({ ...content.given, [key]: value }) })
  }, [])

  const faults = useMemo(() => figureFaults(given), [given])
  const changedKeys = FIGURE_KEYS.filter(key => figureOf({ given }, key) !== figureOf(live, key))
  const wanted = search.normalize('NFKC').trim().toLowerCase()
  const shown = FIGURE_KEYS.filter(key => {
    if (only === 'changed' && figureOf({ given }, key) === FIGURES[key].standard) return false
    if (only === 'draft' && !changedKeys.includes(key)) return false
    return wanted === '' || FIGURES[key].rule.toLowerCase().startsWith(wanted) || t(`figures.name.${key}`).toLowerCase().includes(wanted)
      || t(`figures.group.${FIGURES[key].group}`).toLowerCase().includes(wanted)
  })
  const groups = [...new Set(FIGURE_KEYS.map(key => FIGURES[key].group))] as FigureGroup[]
  const words = useMemo(() => new Map(Object.entries(row?.changes ?? {}).map(([key, { personId, atMs }]) =>
    [key, t('figures.changedBy', { name: people?.find(({ id }) => id === personId)?.name ?? '—', when: days.dayKey(atMs) === today ? days.time(atMs) : days.monthDay(atMs) })])), [row, people, days, today, t])

  return (
    <>
      <div className='flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2'>
        <label className='relative w-64'>
          <span className='sr-only'>{t('figures.search')}</span>
          <Search size={15} aria-hidden='true' className='absolute top-2 left-2.5 text-ink-3' />
          <input
            type='search' value={search} placeholder={t('figures.search')} onChange={event => { setSearch(event.target.value) }}
            className='h-8 w-full rounded-md border border-line-strong bg-panel pr-2 pl-8 focus:border-brand focus:outline-1 focus:-outline-offset-1 focus:outline-brand'
          />
        </label>
        <Check on={only === 'changed'} text={t('figures.onlyChanged')} onChange={on => { setOnly(on ? 'changed' : 'all') }} />
        <Check on={only === 'draft'} text={t('figures.onlyDraft')} onChange={on => { setOnly(on ? 'draft' : 'all') }} />
        <span className='text-sm text-ink-3' role='status'>{t('figures.count', { count: shown.length })}</span>
        <span className='flex-1' />
        <Button small look='quiet' onClick={() => { setVersions(true) }}><History size={14} />{t('figures.versions')}</Button>
      </div>
      <div className='min-h-0 flex-1 overflow-y-auto px-4 pb-6' tabIndex={-1}>
        {shown.length === 0 && <Empty icon={<SearchX size={26} />} title={t('figures.none')} hint={t('figures.noneHint')} />}
        {groups.map(group => {
          const keys = shown.filter(key => FIGURES[key].group === group)
          return keys.length > 0 && (
            <section key={group} aria-label={t(`figures.group.${group}`)} className='mb-4'>
              <h3 className='mb-1 text-sm font-semibold text-ink-2'>{t(`figures.group.${group}`)}</h3>
              <div className='divide-y divide-line overflow-hidden rounded-lg border border-line bg-panel'>
                {keys.map(key => {
                  const fault = faults.find(found => found.key === key)
                  return (
                    <FigureLine
                      key={key} name={key} value={figureOf({ given }, key) === FIGURES[key].standard ? given[key] ?? FIGURES[key].standard : figureOf({ given }, key)}
                      live={figureOf(live, key)} changed={words.get(key) ?? null} fault={fault ? faultText(t, fault, given) : null} onChange={change}
                    />
                  )
                })}
              </div>
            </section>
          )
        })}
      </div>
      <WritingBar kind='figures' item={here} title={team.name} read={figuresOf} writing={writing} count={changedKeys.length} blocked={faults.length > 0} />
      {versions && <FigureVersions teamId={team.id} onClose={() => { setVersions(false) }} onRestore={content => { writing.write(content) }} />}
    </>
  )
}

function Check({ on, text, onChange }: { on: boolean; text: string; onChange: (on: boolean) => void }) {
  return (
    <label className='flex items-center gap-1.5 text-sm text-ink-2'>
      <input type='checkbox' checked={on} className='accent-brand' onChange={event => { onChange(event.target.checked) }} />{text}
    </label>
  )
}
