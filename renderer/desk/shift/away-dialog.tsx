import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { serverNow } from '../../edge/ticker.ts'
import { useDesk } from '../../state/desk-context.ts'
import { leaveOrClear } from '../../state/leaving.ts'
import { Button } from '../../ui/button.tsx'
import { Segments } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'

const REASONS = ['water', 'restroom', 'call', 'colleague'] as const
const MINUTES = ['5', '10', '15', '30'] as const

/** M10: leaving the seat wants a reason and a time to be back (M9). */
export function AwayDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const desk = useDesk()
  const [own, setOwn] = useState('')
  const [minutes, setMinutes] = useState<typeof MINUTES[number]>('10')
  const go = (reason: string) => {
    onClose()
    void leaveOrClear(desk, { kind: 'away', reason, untilMs: serverNow() + Number(minutes) * 60_000 })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (own.trim() !== '') go(own.trim())
  }
  return (
    <Dialog title={t('away.title')} lead={t('away.lead')} width='narrow' onClose={onClose}>
      <form onSubmit={submit} className='flex flex-col gap-3 p-5 pt-3'>
        <Segments
          label={t('away.until')} value={minutes} onChange={setMinutes}
          options={MINUTES.map(value => ({ value, text: t('away.minutes', { count: Number(value) }) }))}
        />
        <div className='grid grid-cols-2 gap-2' role='group' aria-label={t('away.reason')}>
          {REASONS.map((reason, index) => (
            <Button key={reason} autoFocus={index === 0} onClick={() => { go(t(`away.reasons.${reason}`)) }}>{t(`away.reasons.${reason}`)}</Button>
          ))}
        </div>
        <div className='flex items-end gap-2'>
          <Field className='flex-1' label={t('away.own')} value={own} maxLength={200} onChange={event => { setOwn(event.target.value) }} />
          <Button type='submit' look='brand' className='h-9' disabled={own.trim() === ''}>{t('away.go')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
