import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_SPELLINGS } from '../../../domain/compliance/spellings.ts'
import type { LanguageRuleContent } from '../../../domain/entities/language-rule.ts'
import type { StudioItem } from '../../../protocol/script-views.ts'
import { Button } from '../../ui/button.tsx'
import { Segments, Switch } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useWriting } from '../draft/use-writing.ts'
import { WritingBar } from '../draft/writing-bar.tsx'
import { Area, Group, Select } from '../ui/fields.tsx'
import { duplicateOf, linesOf, RULE_IDS, ruleFault, ruleOf, SEVERITIES } from './rule-content.ts'
import type { RuleFault, RuleRow } from './rule-content.ts'
import { TryBench } from './try-bench.tsx'

/** One rule: its wordings and exceptions, how grave it is, what to say instead, and what it would have found. */
export function RuleEditor({ item, rows, onGone }: { item: StudioItem; rows: readonly RuleRow[]; onGone: () => void }) {
  const { t } = useTranslation()
  const writing = useWriting('language_rule', item, ruleOf)
  const { content, mine, retire } = writing
  const change = (part: Partial<LanguageRuleContent>) => { writing.write({ ...content, ...part }) }
  const fault = ruleFault(content)
  const twice = duplicateOf(rows, item.id, content)
  const retiring = mine?.action === 'retire'
  const problem = (field: 'wordings' | 'exceptions'): string | null => {
    if (fault?.kind === 'needed') return field === 'wordings' ? t('rules.needed') : null
    return fault?.field === field ? faultText(fault) : null
  }
  const faultText = (found: Exclude<RuleFault, { kind: 'needed' }>): string => {
    switch (found.kind) {
      case 'too_long': return t('rules.tooLong', { line: found.line })
      case 'too_many_spellings': return t('rules.tooManySpellings', { line: found.line, most: MOST_SPELLINGS })
      case 'too_many': return t('rules.tooMany')
    }
  }
  return (
    <>
      <div className='min-h-0 flex-1 overflow-y-auto bg-panel' tabIndex={-1}>
        <Group title={content.wordings[0] ?? t('rules.untitled')}>
          <div className='grid grid-cols-2 items-start gap-x-6 gap-y-2'>
            <Select label={t('rules.rule')} value={content.rule} options={RULE_IDS.map(value => ({ value, text: `${value} · ${t(`language.${value}`)}` }))} onChange={rule => { if (rule) change({ rule }) }} className='col-span-2' />
            <div>
              <Segments label={t('rules.severity')} value={content.severity} options={SEVERITIES.map(value => ({ value, text: t(`figures.severity.${value}`) }))} onChange={severity => { change({ severity }) }} />
              <p className='text-xs text-ink-3'>{t(`rules.severityHint.${content.severity}`)}</p>
            </div>
            <Segments label={t('rules.filter.language')} value={content.language} options={(['zh', 'en'] as const).map(value => ({ value, text: t(`rules.language.${value}`) }))} onChange={language => { change({ language }) }} />
          </div>
        </Group>
        <Group title={t('rules.what')} hint={t('rules.wordingsHint')}>
          <Lines key={`${mine?.id ?? 'live'} wordings`} label={t('rules.wordings')} rows={5} words={content.wordings} problem={problem('wordings')} onChange={wordings => { change({ wordings }) }} />
          {twice && <p className='text-sm text-warn'>{t('rules.duplicate', twice)}</p>}
          <Lines label={t('rules.exceptions')} hint={t('rules.exceptionsHint')} rows={3} words={content.exceptions} problem={problem('exceptions')} onChange={exceptions => { change({ exceptions }) }} />
        </Group>
        <Group title={t('rules.instead')} hint={t('rules.positiveHint')}>
          <Field label={t('rules.positive')} maxLength={200} value={content.positive ?? ''} onChange={event => { change({ positive: event.target.value === '' ? null : event.target.value }) }} />
          <Field label={t('rules.reason')} maxLength={200} value={content.reason ?? ''} placeholder={t('rules.reasonHint', { text: t(`language.${content.rule}`) })} onChange={event => { change({ reason: event.target.value === '' ? null : event.target.value }) }} />
          <div className='flex items-center gap-4'>
            <div className='w-64'><Switch label={t('rules.active')} on={content.active} onChange={active => { change({ active }) }} /></div>
            <span className='flex-1' />
            {retiring ? <span className='text-sm text-warn'>{t('rules.retiring')}</span> : (
              <Button small look='quiet' onClick={() => {
                if (item.live) retire()
                else {
                  writing.drop()
                  onGone()
                }
              }}
              ><Trash2 size={14} aria-hidden='true' />{t('rules.retire')}</Button>
            )}
          </div>
        </Group>
        <TryBench content={content} ready={fault === null} />
      </div>
      <WritingBar kind='language_rule' item={item} title={content.wordings[0] ?? t('rules.untitled')} read={ruleOf} writing={writing} count={1} blocked={fault !== null && !retiring} />
    </>
  )
}

/** One word or phrase a line. What is typed stands as it is typed; empty lines and repeated ones do not count. */
function Lines({ label, hint, rows, words, problem, onChange }: { label: string; hint?: string; rows: number; words: string[]; problem: string | null; onChange: (words: string[]) => void }) {
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed !== null && linesOf(typed).join('\n') === words.join('\n') ? typed : words.join('\n')
  return (
    <div>
      <Area label={label} rows={rows} max={6_000} value={text} onChange={next => { setTyped(next); onChange(linesOf(next)) }} />
      {hint && <p className='mt-0.5 text-xs text-ink-3'>{hint}</p>}
      {problem && <p role='alert' className='mt-0.5 text-sm text-late'>{problem}</p>}
    </div>
  )
}
