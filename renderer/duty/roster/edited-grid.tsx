import { useMemo, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Shift } from '../../../domain/entities/roster.ts'
import { byTime } from '../../../domain/roster/shift-times.ts'
import { zonedMs } from '../../../domain/roster/zoned.ts'
import type { RosterView } from '../../../protocol/shift-views.ts'
import { useDays } from '../../i18n/use-days.ts'
import { toast } from '../../state/window-store.ts'
import type { Slot } from './cells.ts'
import { copyFor, shiftFor } from './roster-edit.ts'
import type { OpenShift } from './shift-dialog.tsx'
import { useRosterEdit } from './use-roster-edit.ts'
import { WeekGrid } from './week-grid.tsx'

/** The week that a supervisor changes: dragged, or by keys. */
export function EditedGrid({ view, onOpen }: { view: RosterView; onOpen: (open: OpenShift) => void }) {
  const { t } = useTranslation()
  const days = useDays(view.timeZone)
  const edit = useRosterEdit()
  /** Picked up by Ctrl C or Ctrl X, until something else is. */
  const picked = useRef<{ shift: Shift; cut: boolean } | null>(null)
  const names = useMemo(() => new Map(view.people.map(({ personId, name }) => [personId, name])), [view.people])
  const { mayEdit, timeZone, shifts } = view
  const at = ({ personId, date, index }: Slot): Shift | undefined => shifts.filter(shift => shift.personId === personId && shift.date === date).sort(byTime)[index]

  const place = (shift: Shift, personId: string, date: string, copy: boolean) => {
    if (!copy && shift.personId === personId && shift.date === date) return
    const words = { name: names.get(personId) ?? '', day: days.monthDay(zonedMs(date, 720, timeZone)) }
    void edit(copy
      ? { put: [copyFor(shift, personId, date, timeZone)], said: t('crew.roster.copied', words) }
      : { put: [shiftFor(shift, personId, date, timeZone)], before: [shift], said: t('crew.roster.moved', words) })
  }
  const keys = (event: KeyboardEvent, slot: Slot): boolean => {
    const shift = at(slot)
    const mod = event.ctrlKey || event.metaKey
    if (!mayEdit || event.altKey || event.shiftKey) return false
    if (mod && (event.code === 'KeyC' || event.code === 'KeyX') && shift) {
      picked.current = { shift, cut: event.code === 'KeyX' }
      toast(picked.current.cut ? t('crew.roster.cut') : t('crew.roster.picked'))
    } else if (mod && event.code === 'KeyV' && picked.current) {
      place(picked.current.shift, slot.personId, slot.date, !picked.current.cut)
      if (picked.current.cut) picked.current = null
    } else if (!mod && (event.key === 'Delete' || event.key === 'Backspace') && shift) {
      void edit({ remove: [shift], said: t('crew.roster.removed') })
    } else if (!mod && (event.code === 'KeyN' || event.key === 'Insert')) {
      onOpen({ shift: null, personId: slot.personId, date: slot.date })
    } else return false
    return true
  }
  return (
    <>
      <WeekGrid
        view={view} first={undefined} label={t('crew.roster.grid')}
        acts={{
          onKey: keys,
          onOpen: slot => {
            const shift = at(slot)
            if (shift && mayEdit) onOpen({ shift, personId: slot.personId, date: slot.date })
          },
          onAdd: mayEdit ? (personId, date) => { onOpen({ shift: null, personId, date }) } : null,
          onDrop: (shiftId, personId, date, copy) => {
            const shift = shifts.find(({ id }) => id === shiftId)
            if (shift) place(shift, personId, date, copy)
          },
        }}
      />
      {mayEdit && <p className='truncate border-t border-line bg-panel px-4 py-1 text-xs text-ink-3'>{t('crew.roster.keys')}</p>}
    </>
  )
}
