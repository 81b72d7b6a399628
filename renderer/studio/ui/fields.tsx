import { clsx } from 'clsx'
import { X } from 'lucide-react'
import { useId, useState } from 'react'
import type { ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { inputLook } from '../../ui/field.tsx'
import { fromLocal, toLocal } from './local-time.ts'

/** A group of fields under a heading. */
export function Group({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className='border-b border-line px-5 py-4 last:border-0'>
      <h3 className='mb-2 text-sm font-semibold text-ink-2'>{title}{hint && <span className='ml-2 font-normal text-ink-3'>{hint}</span>}</h3>
      <div className='flex flex-col gap-3'>{children}</div>
    </section>
  )
}

/** A text of several lines with its label above. */
export function Area({ label, value, rows = 5, max, onChange, onLeave, ref }: {
  label: string; value: string; rows?: number; max: number; onChange: (value: string) => void; onLeave?: () => void; ref?: Ref<HTMLTextAreaElement>
}) {
  const id = useId()
  return (
    <div className='min-w-0'>
      <label htmlFor={id} className='mb-1 block text-sm text-ink-2'>{label}</label>
      <textarea
        id={id} ref={ref} rows={rows} maxLength={max} value={value} spellCheck={false} onChange={event => { onChange(event.target.value) }} onBlur={onLeave}
        className={clsx(inputLook, 'block h-auto resize-y py-2 leading-relaxed')}
      />
    </div>
  )
}

/** One of many. `none` names the empty choice. */
export function Select<T extends string>({ label, value, options, none, hideLabel = false, onChange, className }: {
  label: string; value: T | null; options: readonly { value: T; text: string }[]; none?: string; hideLabel?: boolean; onChange: (value: T | null) => void; className?: string
}) {
  const id = useId()
  return (
    <div className={clsx('min-w-0', className)}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'mb-1 block text-sm text-ink-2'}>{label}</label>
      <select
        id={id} value={value ?? ''} onChange={event => { onChange(options.find(option => option.value === event.target.value)?.value ?? null) }}
        className={clsx(inputLook, 'px-2')}
      >
        {none !== undefined && <option value=''>{none}</option>}
        {options.map(option => <option key={option.value} value={option.value}>{option.text}</option>)}
      </select>
    </div>
  )
}

/** A date, or with `time` a point in time, in the zone of this machine. */
export function DateField({ label, value, time = false, problem = null, onChange }: {
  label: string; value: number | null; time?: boolean; problem?: string | null; onChange: (value: number | null) => void
}) {
  const id = useId()
  return (
    <div className='min-w-0'>
      <label htmlFor={id} className='mb-1 block text-sm text-ink-2'>{label}</label>
      <input
        id={id} type={time ? 'datetime-local' : 'date'} value={toLocal(value, time)} onChange={event => { onChange(fromLocal(event.target.value)) }}
        aria-invalid={problem ? true : undefined} aria-describedby={problem ? `${id}-problem` : undefined} className={clsx(inputLook, problem && 'border-late')}
      />
      {problem && <p id={`${id}-problem`} role='alert' className='mt-1 text-sm text-late'>{problem}</p>}
    </div>
  )
}

/** Short words, each taken in with Enter and out by its cross. */
export function Words({ label, values, max, longest, onChange }: { label: string; values: readonly string[]; max: number; longest: number; onChange: (values: string[]) => void }) {
  const { t } = useTranslation()
  const id = useId()
  const [text, setText] = useState('')
  const add = () => {
    const word = text.trim()
    if (word !== '' && !values.includes(word) && values.length < max) onChange([...values, word])
    setText('')
  }
  return (
    <div>
      <label htmlFor={id} className='mb-1 block text-sm text-ink-2'>{label}</label>
      <div className='flex min-h-9 flex-wrap items-center gap-1 rounded-md border border-line-strong bg-panel p-1 focus-within:border-brand'>
        {values.map(word => (
          <span key={word} className='inline-flex h-7 items-center gap-1 rounded-sm bg-bg pr-0.5 pl-2 text-sm'>
            {word}
            <button type='button' aria-label={t('studio.removeWord', { word })} onClick={() => { onChange(values.filter(one => one !== word)) }} className='rounded-sm p-1 text-ink-2 hover:text-ink'>
              <X size={12} aria-hidden='true' />
            </button>
          </span>
        ))}
        <input
          id={id} value={text} maxLength={longest} spellCheck={false} placeholder={values.length < max ? t('studio.addWord') : ''} className='h-7 min-w-32 flex-1 bg-transparent px-1.5 outline-none'
          onChange={event => { setText(event.target.value) }} onBlur={add}
          onKeyDown={event => {
            if (event.nativeEvent.isComposing || event.keyCode === 229) return
            if (event.key === 'Enter') {
              event.preventDefault()
              add()
            } else if (event.key === 'Backspace' && text === '' && values.length > 0) onChange(values.slice(0, -1))
          }}
        />
      </div>
    </div>
  )
}

/** Some of several; none chosen means all. */
export function Checks<T extends string>({ label, values, options, onChange }: {
  label: string; values: readonly T[]; options: readonly { value: T; text: string }[]; onChange: (values: T[]) => void
}) {
  return (
    <fieldset className='min-w-0'>
      <legend className='mb-1 text-sm text-ink-2'>{label}</legend>
      <div className='flex flex-wrap gap-x-4 gap-y-1'>
        {options.map(({ value, text }) => (
          <label key={value} className='flex min-h-7 items-center gap-2'>
            <input
              type='checkbox' checked={values.includes(value)} className='size-4 accent-brand'
              onChange={event => { onChange(event.target.checked ? [...values, value] : values.filter(one => one !== value)) }}
            />
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
