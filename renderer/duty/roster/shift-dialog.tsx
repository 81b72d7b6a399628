import { clsx } from 'clsx'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Shift, ShiftKind } from '../../../domain/entities/roster.ts'
import { zonedMs } from '../../../domain/roster/zoned.ts'
import type { RosterView } from '../../../protocol/shift-views.ts'
import { minuteOf, minuteText } from '../../format/minute-text.ts'
import { useDays } from '../../i18n/use-days.ts'
import { Select } from '../../studio/ui/fields.tsx'
import { Button } from '../../ui/button.tsx'
import { Segments, Switch } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { useDutyTeam } from '../use-team.ts'
import { minutesOf, usualTimes } from './roster-edit.ts'
import { useRosterEdit } from './use-roster-edit.ts'

/** shift null: a new one of that person and day. */
export type OpenShift = { shift: Shift | null; personId: string; date: string }

const KINDS: readonly ShiftKind[] = ['day', 'mid', 'night', 'meeting', 'training', 'off']
const DAY_MIN = 1_440

/** One shift: of whom, when, what kind. An end before the beginning is in the next morning. */
export function ShiftDialog({ view, open, onClose }: { view: RosterView; open: OpenShift; onClose: () => void }) {
  const { t } = useTranslation()
  const { timeZone, people, shifts, dates } = view
  const days = useDays(timeZone)
  const teamId = useDutyTeam()?.id ?? ''
  const edit = useRosterEdit()
  const [kind, setKind] = useState<ShiftKind>(open.shift?.kind ?? 'day')
  const first = open.shift ? minutesOf(open.shift, timeZone) : usualTimes(shifts, kind, timeZone)
  const [from, setFrom] = useState(minuteText(first.from))
  const [to, setTo] = useState(minuteText(first.to > DAY_MIN ? first.to - DAY_MIN : first.to))
  const [personId, setPersonId] = useState(open.personId)
  const [date, setDate] = useState(open.date)
  const [duty, setDuty] = useState(open.shift?.duty ?? false)

  const off = kind === 'off'
  const fromMin = off ? 0 : minuteOf(from)
  const toMin = off ? DAY_MIN : minuteOf(to)
  const endMin = fromMin !== null && toMin !== null && toMin <= fromMin ? toMin + DAY_MIN : toMin
  const bad = fromMin === null || endMin === null || fromMin >= DAY_MIN
  const choose = (next: ShiftKind) => {
    setKind(next)
    if (next === kind) return
    const times = usualTimes(shifts, next, timeZone)
    setFrom(minuteText(times.from))
    setTo(minuteText(times.to > DAY_MIN ? times.to - DAY_MIN : times.to))
  }
  const save = async () => {
    if (bad) return
    const put = { id: open.shift?.id ?? null, personId, teamId, kind, date, fromMs: zonedMs(date, fromMin, timeZone), toMs: zonedMs(date, endMin, timeZone), duty: duty && !off }
    if (await edit({ put: [put], before: open.shift ? [open.shift] : [], said: t('crew.roster.saved') })) onClose()
  }
  const remove = async () => {
    if (open.shift && await edit({ remove: [open.shift], said: t('crew.roster.removed') })) onClose()
  }
  return (
    <Dialog title={open.shift ? t('crew.roster.edit') : t('crew.roster.add')} onClose={onClose}>
      <form
        className='flex flex-col gap-3 overflow-y-auto p-5 pt-3'
        onSubmit={event => {
          event.preventDefault()
          void save()
        }}
      >
        <div className='grid grid-cols-2 gap-3'>
          <Select label={t('crew.roster.person')} value={personId} options={people.map(one => ({ value: one.personId, text: one.name }))} onChange={id => { if (id) setPersonId(id) }} />
          <Select label={t('crew.roster.day')} value={date} options={dates.map(value => ({ value, text: days.weekday(zonedMs(value, 720, timeZone)) }))} onChange={value => { if (value) setDate(value) }} />
        </div>
        <Segments label={t('crew.roster.kind')} value={kind} options={KINDS.map(value => ({ value, text: t(`crew.kind.${value}`) }))} onChange={choose} />
        {off ? <p className='text-ink-2'>{t('crew.roster.wholeDay')}</p> : (
          <div className='grid grid-cols-2 gap-3'>
            <Field label={t('crew.roster.from')} value={from} inputMode='numeric' className='tabular-nums' problem={fromMin === null ? t('figures.fault.clock') : null} onChange={event => { setFrom(event.target.value) }} autoFocus />
            <Field label={t('crew.roster.to')} value={to} inputMode='numeric' className='tabular-nums' problem={toMin === null ? t('figures.fault.clock') : null} onChange={event => { setTo(event.target.value) }} />
          </div>
        )}
        <p className={clsx('-mt-1 min-h-5 text-sm text-ink-2', (bad || off) && 'invisible')}>
          {!bad && t('crew.roster.hours', { count: Math.round((endMin - fromMin) / 6) / 10 })}{!bad && endMin > DAY_MIN && ` · ${t('crew.roster.overMidnight')}`}
        </p>
        {!off && <Switch label={t('crew.roster.duty')} hint={t('crew.roster.dutyHint')} on={duty} onChange={setDuty} />}
        <div className='mt-1 flex gap-2'>
          {open.shift && <Button look='quiet' className='text-late' onClick={() => { void remove() }}><Trash2 size={14} aria-hidden='true' />{t('crew.roster.remove')}</Button>}
          <span className='flex-1' />
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type='submit' look='brand' disabled={bad}>{t('crew.roster.save')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
