import { Plus, Search } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/button.tsx'
import { inputLook } from '../../ui/field.tsx'
import { Select } from '../ui/fields.tsx'
import { useListKeys } from '../use-list-keys.ts'
import { RULE_IDS, SEVERITIES } from './rule-content.ts'
import type { RuleFilter } from './rule-content.ts'

/** Search and filters over the rules. */
export function RuleFilters({ filter, onChange, onNew }: { filter: RuleFilter; onChange: (filter: RuleFilter) => void; onNew: () => void }) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  useListKeys(onNew, field)
  return (
    <div className='flex flex-col gap-2 p-3'>
      <div className='flex items-center gap-2'>
        <label className='relative min-w-0 flex-1'>
          <span className='sr-only'>{t('rules.search')}</span>
          <Search size={15} aria-hidden='true' className='absolute top-2.5 left-2.5 text-ink-3' />
          <input ref={field} type='search' value={filter.text} placeholder={t('rules.search')} onChange={event => { onChange({ ...filter, text: event.target.value }) }} className={`${inputLook} pl-8`} />
        </label>
        <IconButton label={t('rules.add')} keys='Alt N' onClick={onNew}><Plus size={16} /></IconButton>
      </div>
      <div className='grid grid-cols-2 gap-2'>
        <Select label={t('rules.filter.rule')} hideLabel none={`${t('rules.filter.rule')}: ${t('rules.all')}`} value={filter.rule} options={RULE_IDS.map(value => ({ value, text: value }))} onChange={rule => { onChange({ ...filter, rule }) }} />
        <Select
          label={t('rules.filter.severity')} hideLabel none={`${t('rules.filter.severity')}: ${t('rules.all')}`} value={filter.severity}
          options={SEVERITIES.map(value => ({ value, text: t(`figures.severity.${value}`) }))} onChange={severity => { onChange({ ...filter, severity }) }}
        />
        <Select
          label={t('rules.filter.language')} hideLabel none={`${t('rules.filter.language')}: ${t('rules.all')}`} value={filter.language}
          options={(['zh', 'en'] as const).map(value => ({ value, text: t(`rules.language.${value}`) }))} onChange={language => { onChange({ ...filter, language }) }}
        />
        <Select
          label={t('rules.filter.state')} hideLabel none={`${t('rules.filter.state')}: ${t('rules.all')}`} value={filter.state}
          options={[{ value: 'on', text: t('rules.on') }, { value: 'off', text: t('rules.off') }, { value: 'drafts', text: t('rules.drafts') }]} onChange={state => { onChange({ ...filter, state }) }}
        />
      </div>
    </div>
  )
}
