import { Braces } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../domain/entities/scalars.ts'
import { brokenVariables, VARIABLES } from '../../../domain/scripts/variables.ts'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuItem } from '../../ui/floating.tsx'
import { Area } from '../ui/fields.tsx'
import { Findings } from './findings.tsx'

const LONGEST = 4_000

/** The words of a script: variables from a list at the cursor, faults of wording and of variables as they are typed. */
export function BodyField({ label, value, language, onChange }: { label?: string; value: string; language: Language; onChange: (value: string) => void }) {
  const { t, i18n } = useTranslation()
  const field = useRef<HTMLTextAreaElement>(null)
  const words = i18n.language === 'en' ? 'en' : 'zh'
  const broken = brokenVariables(value)
  const insert = (name: string) => {
    const [from, to] = [field.current?.selectionStart ?? value.length, field.current?.selectionEnd ?? value.length]
    const put = `{{${name}}}`
    onChange((value.slice(0, from) + put + value.slice(to)).slice(0, LONGEST))
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(from + put.length, from + put.length)
    })
  }
  return (
    <div className='min-w-0'>
      <div className='relative'>
        <Area ref={field} label={label ?? t('studio.field.body')} rows={Math.max(4, Math.min(10, value.split('\n').length + 1))} max={LONGEST} value={value} onChange={onChange} />
        <span className='absolute -top-1.5 right-0'>
          <Menu align='end' trigger={<Button small look='quiet'><Braces size={14} aria-hidden='true' />{t('studio.variable.insert')}</Button>}>
            <div className='max-h-80 overflow-y-auto'>
              {VARIABLES.map(one => (
                <MenuItem key={one.name} hint={one.example[language]} onSelect={() => { insert(one.name) }}>{one.words[words]}</MenuItem>
              ))}
            </div>
          </Menu>
        </span>
      </div>
      {broken.length > 0 && <p role='alert' className='mt-1 text-sm text-late'>{t('studio.variable.broken', { names: [...new Set(broken)].join(' ') })}</p>}
      <Findings body={value} onChange={onChange} />
    </div>
  )
}
