import { ListFilter, Plus, Search, X } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive } from '../../state/live-store.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { inputLook } from '../../ui/field.tsx'
import { Float } from '../../ui/floating.tsx'
import { STAGES } from '../plain-content.ts'
import { Select } from '../ui/fields.tsx'
import { useListKeys } from '../use-list-keys.ts'
import { sceneWord } from './scene-words.ts'
import { NO_FILTER, STATES } from './rows.ts'
import type { ScriptFilter } from './rows.ts'

type Props = { filter: ScriptFilter; values: { scenes: string[]; campaigns: string[] }; onChange: (filter: ScriptFilter) => void; onNew: () => void }

/** The search, and all there is to narrow it by. */
export function ScriptFilters({ filter, values, onChange, onNew }: Props) {
  const { t } = useTranslation()
  const people = useLive(state => state.team?.people) ?? []
  const field = useRef<HTMLInputElement>(null)
  useListKeys(onNew, field)
  const set = (change: Partial<ScriptFilter>) => { onChange({ ...filter, ...change }) }
  const texts = (all: string[]) => all.map(value => ({ value, text: value }))
  const count = [filter.state, filter.stage, filter.scene, filter.language, filter.campaign, filter.ownerId, filter.overdue || null].filter(one => one !== null).length
  return (
    <div className='flex items-center gap-1.5 border-b border-line p-2'>
      <div className='relative min-w-0 flex-1'>
        <Search size={14} aria-hidden='true' className='absolute top-2.5 left-2.5 text-ink-3' />
        <input
          ref={field} type='search' value={filter.text} aria-label={t('studio.scripts.search')} placeholder={t('studio.scripts.search')} spellCheck={false}
          className={`${inputLook} pl-8`} onChange={event => { set({ text: event.target.value }) }}
          onKeyDown={event => { if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('[data-row] [data-open]')?.focus() }}
        />
      </div>
      <Float
        label={t('studio.filter.title')} align='start' className='w-80'
        trigger={<Button className='px-2.5' aria-label={t('studio.filter.title')}><ListFilter size={15} aria-hidden='true' />{count > 0 && <span className='tabular-nums'>{count}</span>}</Button>}
      >
        <div className='grid grid-cols-2 gap-3'>
          <Select label={t('studio.filter.state')} value={filter.state} none={t('studio.filter.all')} options={STATES.map(value => ({ value, text: t(`studio.state.${value}`) }))} onChange={state => { set({ state }) }} />
          <Select label={t('studio.field.language')} value={filter.language} none={t('studio.filter.all')} options={[{ value: 'zh' as const, text: t('companion.zh') }, { value: 'en' as const, text: t('companion.en') }]} onChange={language => { set({ language }) }} />
          <Select label={t('studio.field.stage')} value={filter.stage} none={t('studio.filter.all')} options={STAGES.map(value => ({ value, text: t(`stage.${value}`) }))} onChange={stage => { set({ stage }) }} />
          <Select label={t('studio.field.scene')} value={filter.scene} none={t('studio.filter.all')} options={values.scenes.map(value => ({ value, text: sceneWord(t, value) }))} onChange={scene => { set({ scene }) }} />
          <Select label={t('studio.field.campaign')} value={filter.campaign} none={t('studio.filter.all')} options={texts(values.campaigns)} onChange={campaign => { set({ campaign }) }} />
          <Select label={t('studio.field.ownerId')} value={filter.ownerId} none={t('studio.filter.all')} options={people.map(({ id, name }) => ({ value: id, text: name }))} onChange={ownerId => { set({ ownerId }) }} />
          <label className='col-span-2 flex items-center gap-2'>
            <input type='checkbox' className='size-4 accent-brand' checked={filter.overdue} onChange={event => { set({ overdue: event.target.checked }) }} />{t('studio.filter.overdue')}
          </label>
        </div>
        {count > 0 && <Button small className='mt-3' onClick={() => { onChange({ ...NO_FILTER, text: filter.text }) }}><X size={13} aria-hidden='true' />{t('studio.filter.clear')}</Button>}
      </Float>
      <IconButton label={t('studio.scripts.new')} keys='Alt N' className='size-9' onClick={onNew}><Plus size={17} /></IconButton>
    </div>
  )
}
