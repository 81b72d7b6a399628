import { X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isDate } from '../../../domain/calendar/hours-faults.ts'
import type { HoursFault } from '../../../domain/calendar/hours-faults.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'

const MOST = 400

/** Dates on which the channel is closed all day. */
export function Holidays({ days, faults, onChange }: { days: string[]; faults: HoursFault[]; onChange: (days: string[]) => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [bad, setBad] = useState(false)
  const add = () => {
    const day = text.normalize('NFKC').trim()
    if (day === '') return
    if (!isDate(day)) {
      setBad(true)
      return
    }
    if (!days.includes(day) && days.length < MOST) onChange([...days, day].sort())
    setText('')
  }
  return (
    <>
      <div className='flex items-end gap-2'>
        <Field
          className='w-44' label={t('hours.holidayAdd')} placeholder='2026-02-17' value={text} maxLength={10} onChange={event => { setText(event.target.value); setBad(false) }}
          problem={bad || faults.some(({ field }) => field === 'holidays') ? t('hours.badDate') : null}
          onKeyDown={event => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            add()
          }}
        />
        <Button onClick={add}>{t('hours.holidayAdd')}</Button>
      </div>
      {days.length === 0 && <p className='mt-2 text-sm text-ink-3'>{t('hours.holidayNone')}</p>}
      <ul className='mt-2 flex max-h-40 flex-wrap gap-1.5 overflow-y-auto'>
        {days.map(day => (
          <li key={day} className='inline-flex h-7 items-center gap-1 rounded-sm border border-line bg-bg pr-0.5 pl-2 text-sm tabular-nums'>
            {day}
            <button type='button' aria-label={t('hours.remove', { what: day })} onClick={() => { onChange(days.filter(one => one !== day)) }} className='rounded-sm p-1 text-ink-2 hover:text-ink'><X size={12} aria-hidden='true' /></button>
          </li>
        ))}
      </ul>
    </>
  )
}
