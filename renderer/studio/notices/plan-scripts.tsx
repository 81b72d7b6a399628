import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Script } from '../../../domain/entities/script.ts'
import { IconButton } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useStudio } from '../use-studio.ts'

const MOST = 20
const OFFERED = 6

/** Which scripts come first while the plan is on, in this order. */
export function PlanScripts({ ids, onChange }: { ids: readonly string[]; onChange: (ids: string[]) => void }) {
  const { t } = useTranslation()
  const { view } = useStudio('script')
  const [text, setText] = useState('')
  const scripts = (view?.items ?? []).flatMap(({ live }) => live ? [live as Script] : [])
  const wanted = text.normalize('NFKC').trim().toLowerCase()
  const offered = wanted === '' ? [] : scripts.filter(({ id, title, code, body }) => !ids.includes(id) && [title, code, body].some(words => words.toLowerCase().includes(wanted))).slice(0, OFFERED)
  const add = (id: string) => {
    if (ids.length < MOST) onChange([...ids, id])
    setText('')
  }
  return (
    <>
      {ids.length === 0 && <p className='text-sm text-ink-3'>{t('notices.scriptsNone')}</p>}
      <ol className='flex flex-col gap-1'>
        {ids.map(id => {
          const title = scripts.find(script => script.id === id)?.title ?? t('notices.scriptGone')
          return (
            <li key={id} className='flex h-8 items-center gap-2 rounded-md border border-line pr-1 pl-3'>
              <span className='min-w-0 flex-1 truncate'>{title}</span>
              <IconButton label={t('hours.remove', { what: title })} onClick={() => { onChange(ids.filter(one => one !== id)) }}><X size={14} /></IconButton>
            </li>
          )
        })}
      </ol>
      <Field
        label={t('notices.scriptsFind')} value={text} maxLength={60} onChange={event => { setText(event.target.value) }}
        onKeyDown={event => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          if (offered[0]) add(offered[0].id)
        }}
      />
      {offered.length > 0 && (
        <ul aria-label={t('notices.scriptsFind')} className='divide-y divide-line rounded-lg border border-line'>
          {offered.map(({ id, title, code }) => (
            <li key={id}>
              <button type='button' className='flex w-full items-center gap-2 px-3 py-1.5 text-left hover:bg-hover' onClick={() => { add(id) }}>
                <Plus size={14} aria-hidden='true' className='text-ink-3' /><span className='min-w-0 flex-1 truncate'>{title}</span><span className='font-mono text-xs text-ink-3'>{code}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
