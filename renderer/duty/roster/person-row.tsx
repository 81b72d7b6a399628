import { clsx } from 'clsx'
import { Plus } from 'lucide-react'
import { memo, useState } from 'react'
import type { DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useDays } from '../../i18n/use-days.ts'
import { zonedMs } from '../../../domain/roster/zoned.ts'
import type { Row, Slot } from './cells.ts'
import { ShiftBlock } from './shift-block.tsx'

export type RowActs = {
  onOpen: (slot: Slot) => void
  onFocus: (slot: Slot) => void
  /** Null: this roster is only looked at. */
  onAdd: ((personId: string, date: string) => void) | null
  onDrop: (shiftId: string, personId: string, date: string, copy: boolean) => void
}

type Props = {
  personId: string
  name: string
  mine: boolean
  row: Row | undefined
  dates: readonly string[]
  today: string
  timeZone: string
  /** The slot of this row the keyboard is at; null = elsewhere. */
  focus: Slot | null
  /** By shift, what the roster finds at it. */
  wrong: ReadonlyMap<string, string>
  acts: RowActs
}

/** One person's week. */
export const PersonRow = memo(function PersonRow({ personId, name, mine, row, dates, today, timeZone, focus, wrong, acts }: Props) {
  return (
    <tr aria-selected={mine || undefined} className='group/row'>
      <th scope='row' className={clsx('sticky left-0 z-10 truncate border-r border-b border-line px-3 text-left font-normal', mine ? 'bg-brand-soft font-medium text-brand' : 'bg-panel')} title={name}>{name}</th>
      {dates.map(date => <Cell key={date} {...{ personId, name, date, timeZone, wrong, acts }} today={date === today} shifts={row?.[date]} focusIndex={focus?.date === date ? focus.index : null} />)}
    </tr>
  )
})

function Cell({ personId, name, date, today, shifts = [], timeZone, focusIndex, wrong, acts }: Pick<Props, 'personId' | 'name' | 'timeZone' | 'wrong' | 'acts'> & {
  date: string; today: boolean; shifts: Row[string] | undefined; focusIndex: number | null
}) {
  const { t } = useTranslation()
  const days = useDays(timeZone)
  const [over, setOver] = useState(false)
  const day = days.monthDay(zonedMs(date, 720, timeZone))
  const { onAdd } = acts
  const drag = (event: DragEvent) => {
    event.preventDefault()
    event.dataTransfer.dropEffect = event.altKey ? 'copy' : 'move'
    setOver(true)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const shiftId = event.dataTransfer.getData('text/plain')
    if (shiftId) acts.onDrop(shiftId, personId, date, event.altKey)
  }
  return (
    <td
      role='gridcell' data-cell={`${personId} ${date}`} {...onAdd ? { onDragOver: drag, onDragLeave: () => { setOver(false) }, onDrop: drop } : {}}
      className={clsx('group/cell relative border-b border-line p-1 align-top not-last:border-r', over ? 'bg-brand-soft' : today ? 'bg-panel' : 'bg-bg')}
    >
      <div className='flex min-h-6 flex-col gap-1'>
        {shifts.map((shift, index) => (
          <ShiftBlock
            key={shift.id} shift={shift} timeZone={timeZone} name={name} day={day} index={index} current={focusIndex === index} wrong={wrong.get(shift.id) ?? null} movable={onAdd !== null}
            onOpen={() => { acts.onOpen({ personId, date, index }) }} onFocus={() => { acts.onFocus({ personId, date, index }) }}
          />
        ))}
        {shifts.length === 0 && (
          <button
            type='button' data-index={0} tabIndex={focusIndex === 0 ? 0 : -1} aria-label={t('crew.roster.cellNone', { name, day })} onFocus={() => { acts.onFocus({ personId, date, index: 0 }) }} onClick={() => { onAdd?.(personId, date) }}
            className={clsx('grid h-6 w-full place-items-center rounded-sm text-ink-3', onAdd && 'hover:bg-hover')}
          >
            {onAdd && <Plus size={14} aria-hidden='true' className='opacity-0 group-hover/cell:opacity-100' />}
          </button>
        )}
      </div>
      {shifts.length > 0 && onAdd && (
        <button
          type='button' tabIndex={-1} aria-label={t('crew.roster.addFor', { name, day })} title={t('crew.roster.add')} onClick={() => { onAdd(personId, date) }}
          className='absolute right-0.5 bottom-0 hidden size-4 place-items-center rounded-full border border-line-strong bg-panel text-ink-2 group-hover/cell:grid hover:text-ink'
        >
          <Plus size={11} aria-hidden='true' />
        </button>
      )}
    </td>
  )
}
