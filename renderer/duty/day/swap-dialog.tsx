import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Shift } from '../../../domain/entities/roster.ts'
import { byTime } from '../../../domain/roster/shift-times.ts'
import { zonedMs } from '../../../domain/roster/zoned.ts'
import type { RosterView } from '../../../protocol/shift-views.ts'
import { serverNow } from '../../edge/ticker.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useDesk } from '../../state/desk-context.ts'
import { Area, Select } from '../../studio/ui/fields.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useShiftWords } from '../roster/shift-words.ts'
import { useDutyTeam } from '../use-team.ts'

/** Asks a colleague to take my shift, for one of theirs or for nothing: it changes hands with their consent. */
export function SwapDialog({ view, shift, onClose }: { view: RosterView; shift: Shift; onClose: () => void }) {
  const { t } = useTranslation()
  const { client, actions } = useDesk()
  const teamId = useDutyTeam()?.id ?? ''
  const days = useDays(view.timeZone)
  const words = useShiftWords(view.timeZone)
  const others = view.people.filter(({ personId }) => personId !== shift.personId)
  const [toPersonId, setTo] = useState(others[0]?.personId ?? null)
  const [otherShiftId, setOther] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const text = (one: Shift) => `${days.weekday(zonedMs(one.date, 720, view.timeZone))} ${words(one).text}`
  const theirs = view.shifts.filter(one => one.personId === toPersonId && one.kind !== 'off' && one.fromMs > serverNow()).sort(byTime)
  const ask = async () => {
    if (toPersonId === null) return
    const name = others.find(({ personId }) => personId === toPersonId)?.name ?? ''
    if (await actions.done(client.call('swap.ask', { teamId, toPersonId, shiftId: shift.id, otherShiftId, note: note.trim() }), t('crew.swap.asked', { name }))) onClose()
  }
  return (
    <Dialog title={t('crew.swap.title')} lead={t('crew.swap.lead', { shift: text(shift) })} onClose={onClose}>
      <form
        className='flex flex-col gap-3 p-5 pt-3'
        onSubmit={event => {
          event.preventDefault()
          void ask()
        }}
      >
        <Select
          label={t('crew.swap.to')} value={toPersonId} options={others.map(({ personId, name }) => ({ value: personId, text: name }))}
          onChange={id => {
            setTo(id)
            setOther(null)
          }}
        />
        <Select label={t('crew.swap.take')} value={otherShiftId} none={t('crew.swap.takeNone')} options={theirs.map(one => ({ value: one.id, text: text(one) }))} onChange={setOther} />
        <Area label={t('crew.swap.note')} value={note} rows={2} max={200} onChange={setNote} />
        <div className='flex justify-end gap-2'>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type='submit' look='brand' disabled={toPersonId === null}>{t('crew.swap.ask')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
