import { Download, Plus, ShieldCheck, Upload } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../state/desk-context.ts'
import { toast } from '../../state/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { Busy, Empty, Problem } from '../../ui/states.tsx'
import { startNew } from '../draft/use-writing.ts'
import { openItem, useStudioState } from '../studio-store.ts'
import { useStudio } from '../use-studio.ts'
import { useOffline } from '../../state/use-offline.ts'
import { ImportFaults } from './import-faults.tsx'
import { BLANK_RULE, fitting, NO_FILTER, rowsOf } from './rule-content.ts'
import { RuleEditor } from './rule-editor.tsx'
import { RuleFilters } from './rule-filters.tsx'
import { RuleList } from './rule-list.tsx'
import { exportRules, importRules } from './rule-files.ts'
import type { ImportOutcome } from './rule-files.ts'

/** What is not to be said, and what to say instead (C1-C6): found, written, tried, sent on its way. */
export function LanguagePage() {
  const { t, i18n } = useTranslation()
  const desk = useDesk()
  const offline = useOffline()
  const { view, error } = useStudio('language_rule')
  const [filter, setFilter] = useState(NO_FILTER)
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null)
  const file = useRef<HTMLInputElement>(null)
  const openId = useStudioState(state => state.open['language'])
  const rows = useMemo(() => rowsOf(view?.items ?? []), [view])
  const shown = useMemo(() => fitting(rows, filter), [rows, filter])
  const open = rows.find(({ item }) => item.id === openId)

  const create = () => { openItem('language', startNew(desk, 'language_rule', { ...BLANK_RULE, language: i18n.language === 'en' ? 'en' : 'zh' })) }
  const work = async (act: () => Promise<ImportOutcome | null>) => {
    if (busy) return
    setBusy(true)
    const now = await act()
    setBusy(false)
    setOutcome(now)
    if (now?.said) toast(now.said.text, now.said.bad ? 'bad' : 'plain')
  }
  if (!view) return error ? <div className='p-4'><Problem text={t('rules.failed')} /></div> : <Busy text={t('common.loading')} />
  return (
    <div className='flex min-h-0 flex-1'>
      <section aria-label={t('rules.title')} className='flex w-[380px] shrink-0 flex-col border-r border-line bg-panel max-[1280px]:w-[300px]'>
        <div className='flex items-center gap-1.5 px-3 pt-2'>
          <h2 className='min-w-0 flex-1 truncate font-semibold'>{t('rules.title')}</h2>
          <Button small look='quiet' disabled={offline || busy} onClick={() => { file.current?.click() }}><Upload size={14} aria-hidden='true' />{t('rules.import')}</Button>
          <Button small look='quiet' disabled={offline || busy || rows.length === 0} onClick={() => { void work(() => exportRules(desk)) }}><Download size={14} aria-hidden='true' />{t('rules.export')}</Button>
          <input
            ref={file} type='file' accept='.json,application/json' hidden onChange={event => {
              const chosen = event.target.files?.[0]
              event.target.value = ''
              if (chosen) void work(() => importRules(desk.client, chosen))
            }}
          />
        </div>
        <RuleFilters filter={filter} onChange={setFilter} onNew={create} />
        <p className='flex min-h-8 items-center border-b border-line px-3 text-xs text-ink-2' aria-live='polite'>{t('rules.count', { count: shown.length })}</p>
        {rows.length === 0 ? (
          <Empty icon={<ShieldCheck size={28} />} title={t('rules.empty')} hint={t('rules.emptyHint')}>
            <Button small className='mt-4' onClick={create}><Plus size={14} aria-hidden='true' />{t('rules.add')}</Button>
          </Empty>
        ) : shown.length === 0
          ? <Empty icon={<ShieldCheck size={28} />} title={t('rules.none')} hint={t('rules.noneHint')} />
          : <RuleList rows={shown} openId={openId ?? null} onOpen={id => { openItem('language', id) }} />}
      </section>
      <section aria-label={t('rules.rule')} className='flex min-w-0 flex-1 flex-col'>
        {open ? <RuleEditor key={open.item.id} item={open.item} rows={rows} onGone={() => { openItem('language', null) }} />
          : openId ? <Busy text={t('common.loading')} />
            : <Empty icon={<ShieldCheck size={28} />} title={t('rules.choose')} hint={t('rules.lead')} />}
      </section>
      {outcome && outcome.faults.length > 0 && <ImportFaults faults={outcome.faults} onClose={() => { setOutcome(null) }} />}
    </div>
  )
}
