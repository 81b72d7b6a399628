import { Library, Plus } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../state/actions.ts'
import { serverNow } from '../../edge/ticker.ts'
import { useDesk } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Busy, Empty, Problem } from '../../ui/states.tsx'
import { BLANK_SCRIPT } from '../content.ts'
import { startNew } from '../draft/use-writing.ts'
import { openItem, useStudioState } from '../studio-store.ts'
import { useStudio } from '../use-studio.ts'
import { BulkPanel } from './bulk-panel.tsx'
import { filterRows, NO_FILTER, rowsOf, valuesOf } from './rows.ts'
import type { ScriptFilter } from './rows.ts'
import { RetiredScript } from './retired-script.tsx'
import { ScriptEditor } from './script-editor.tsx'
import { ScriptFilters } from './script-filters.tsx'
import { ScriptList } from './script-list.tsx'

/** Every script of the shop: found, written, changed by the hundred, sent on its way. */
export function ScriptsPage() {
  const { t, i18n } = useTranslation()
  const desk = useDesk()
  const { view, error } = useStudio('script')
  const [filter, setFilter] = useState<ScriptFilter>(NO_FILTER)
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const openId = useStudioState(state => state.open['scripts'])
  const rows = useMemo(() => view ? rowsOf(view) : [], [view])
  // The field goes first, the list follows.
  const wanted = useDeferredValue(filter)
  const shown = useMemo(() => filterRows(rows, wanted, serverNow()), [rows, wanted])
  const inUse = useMemo(() => rows.filter(row => row.state !== 'retired').length, [rows])
  const values = useMemo(() => valuesOf(rows), [rows])
  const open = rows.find(row => row.id === openId)
  const chosen = useMemo(() => marked.size === 0 ? [] : rows.filter(row => marked.has(row.id) && row.item), [rows, marked])

  const create = () => {
    openItem('scripts', startNew(desk, 'script', { ...BLANK_SCRIPT, language: i18n.language === 'en' ? 'en' : 'zh', scene: filter.scene, stage: filter.stage ?? 'care', campaign: filter.campaign }))
    setMarked(new Set())
  }
  if (!view) return error ? <div className='p-4'><Problem text={errorText(error)} /></div> : <Busy text={t('studio.loading')} />
  return (
    <div className='flex min-h-0 flex-1'>
      <section aria-label={t('studio.scripts.list')} className='flex w-[380px] shrink-0 flex-col border-r border-line bg-panel max-[1280px]:w-[300px]'>
        {error && <div className='p-2'><Problem text={errorText(error)} /></div>}
        <ScriptFilters filter={filter} values={values} onChange={setFilter} onNew={create} />
        <p className='flex min-h-8 items-center gap-2 border-b border-line px-3 text-xs text-ink-2' aria-live='polite'>
          <span className='flex-1 tabular-nums'>{t('studio.scripts.count', { count: shown.length, total: filter.state === 'retired' ? rows.length : inUse })}</span>
          {marked.size > 0 && <button type='button' className='text-brand' onClick={() => { setMarked(new Set()) }}>{t('studio.bulk.none', { count: marked.size })}</button>}
        </p>
        {rows.length === 0
          ? <Empty icon={<Library size={28} />} title={t('studio.scripts.empty')} hint={t('studio.scripts.emptyHint')}><Button small className='mt-4' onClick={create}><Plus size={14} aria-hidden='true' />{t('studio.scripts.new')}</Button></Empty>
          : shown.length === 0
            ? <Empty icon={<Library size={28} />} title={t('studio.scripts.nothing')}><Button small className='mt-4' onClick={() => { setFilter(NO_FILTER) }}>{t('studio.filter.clear')}</Button></Empty>
            : <ScriptList rows={shown} openId={openId ?? null} marked={marked} onOpen={id => { setMarked(new Set()); openItem('scripts', id) }} onMark={setMarked} />}
      </section>
      <section aria-label={t('studio.scripts.editor')} className='flex min-w-0 flex-1 flex-col'>
        {chosen.length > 0 ? <BulkPanel rows={chosen} values={values} onDone={() => { setMarked(new Set()) }} />
          : open?.item ? <ScriptEditor key={open.id} item={open.item} all={rows} values={values} />
            : open ? <RetiredScript key={open.id} id={open.id} title={open.content.title} />
              : openId ? <Busy text={t('common.loading')} />
                : <Empty icon={<Library size={28} />} title={t('studio.scripts.pick')} hint={t('studio.scripts.keys')} />}
      </section>
    </div>
  )
}
