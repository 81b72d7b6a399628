import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { serverNow, useTime } from '../../edge/ticker.ts'
import { localZone } from '../../edge/clock.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { toast } from '../../state/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { clockDueMs } from './clock-due.ts'

const MINUTES = [2, 5, 10, 30] as const

/** T8: what was promised, and in how many minutes or by what clock time. */
export function PromiseForm({ conversationId, onDone }: { conversationId: string; onDone: () => void }) {
  const { t } = useTranslation()
  const { client, actions } = useDesk()
  const days = useDays()
  const team = useLive(state => state.team?.teams[0])
  const standard = Math.max(1, Math.round((team?.timers.promiseSec ?? 120) / 60))
  const [text, setText] = useState('')
  const [minutes, setMinutes] = useState<number | null>(standard)
  const [clock, setClock] = useState('')
  const atText = useTime(nowMs => {
    const due = minutes !== null ? nowMs + minutes * 60_000 : clockDueMs(clock, nowMs, localZone())
    if (due === null) return ''
    return days.dayKey(due) === days.dayKey(nowMs) ? days.time(due) : t('promise.tomorrow', { time: days.time(due) })
  })

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const dueAtMs = minutes !== null ? serverNow() + minutes * 60_000 : clockDueMs(clock, serverNow(), localZone())
    if (dueAtMs === null) return
    if (await actions.done(client.call('promise.make', { conversationId, text: text.trim(), dueAtMs: Math.round(dueAtMs) }))) {
      toast(t('toast.promise'))
      onDone()
    }
  }

  return (
    <form onSubmit={event => { void submit(event) }} className='flex flex-col gap-3'>
      <Field label={t('promise.text')} value={text} maxLength={500} placeholder={t('promise.textHint')} autoFocus onChange={event => { setText(event.target.value) }} />
      <fieldset>
        <legend className='mb-1 text-sm text-ink-2'>{t('promise.minutes')}</legend>
        <div className='flex gap-1.5'>
          {MINUTES.map(count => (
            <Button
              key={count} small look={minutes === count ? 'brand' : 'plain'} aria-pressed={minutes === count} className='flex-1'
              onClick={() => {
                setMinutes(count)
                setClock('')
              }}
            >
              {t('promise.byMinutes', { count })}
            </Button>
          ))}
        </div>
      </fieldset>
      <div className='flex items-end gap-3'>
        <Field
          className='flex-1' label={t('promise.at')} type='time' value={clock}
          onChange={event => {
            setClock(event.target.value)
            setMinutes(event.target.value === '' ? standard : null)
          }}
        />
        <Button type='submit' look='brand' className='h-9' disabled={atText === ''}>{t('promise.set')}{atText && ` · ${atText}`}</Button>
      </div>
    </form>
  )
}
