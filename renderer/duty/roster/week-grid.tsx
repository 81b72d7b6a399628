import { clsx } from 'clsx'
import { TriangleAlert } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { isWork } from '../../../domain/roster/shift-times.ts'
import { zonedMs } from '../../../domain/roster/zoned.ts'
import type { RosterView } from '../../../protocol/shift-views.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useLatest } from '../../state/use-latest.ts'
import { useToday } from '../use-team.ts'
import { rowsOf, slotAfter } from './cells.ts'
import type { Row, Slot } from './cells.ts'
import { useConflictText, wrongOf } from './conflict-words.ts'
import { PersonRow } from './person-row.tsx'
import type { RowActs } from './person-row.tsx'

export type GridActs = Omit<RowActs, 'onFocus'> & {
  /** A key that is not about moving, at a slot. @returns whether it was meant for the roster */
  onKey: (event: KeyboardEvent, slot: Slot) => boolean
}

/** People by days: a roving focus, every shift a button. @param first whose row stands on top, marked */
export function WeekGrid({ view, first, label, acts }: { view: RosterView; first: string | undefined; label: string; acts: GridActs }) {
  const { t } = useTranslation()
  const { dates, timeZone } = view
  const today = useToday(timeZone)
  const rows = useKeptRows(view.shifts)
  const people = useMemo(() => [...view.people].sort((a, b) => Number(b.personId === first) - Number(a.personId === first)), [view.people, first])
  const [slot, setSlot] = useState<Slot>({ personId: people[0]?.personId ?? '', date: dates.includes(today) ? today : dates[0] ?? '', index: 0 })
  const words = useConflictText(view)
  const wrong = useMemo(() => wrongOf(view.conflicts, words), [view.conflicts, words])
  const table = useRef<HTMLTableElement>(null)
  const editable = acts.onAdd !== null
  const [onOpen, onAdd, onDrop] = [useLatest(acts.onOpen), useLatest((personId: string, date: string) => { acts.onAdd?.(personId, date) }), useLatest(acts.onDrop)]
  const rowActs = useMemo((): RowActs => ({ onFocus: setSlot, onOpen, onAdd: editable ? onAdd : null, onDrop }), [onOpen, onAdd, onDrop, editable])
  // Whoever was removed meanwhile leaves the keyboard at the top.
  const at = people.some(({ personId }) => personId === slot.personId) && dates.includes(slot.date)
    ? { ...slot, index: Math.min(slot.index, Math.max(0, (rows.get(slot.personId)?.[slot.date]?.length ?? 0) - 1)) }
    : { personId: people[0]?.personId ?? '', date: dates[0] ?? '', index: 0 }

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (acts.onKey(event, at)) {
      event.preventDefault()
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    if (event.key === 'Enter') {
      // Here and not by the button's click: what it opens takes the focus, and the same key press would confirm it.
      event.preventDefault()
      if ((rows.get(at.personId)?.[at.date]?.length ?? 0) > 0) acts.onOpen(at)
      else acts.onAdd?.(at.personId, at.date)
      return
    }
    const next = slotAfter(at, event.key, people.map(({ personId }) => personId), dates, rows)
    if (next === at) return
    event.preventDefault()
    const target = table.current?.querySelector<HTMLElement>(`[data-cell="${next.personId} ${next.date}"] [data-index="${next.index}"]`)
    target?.focus()
    target?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  return (
    <div className='min-h-0 flex-1 overflow-auto'>
      <table ref={table} role='grid' aria-label={label} aria-readonly={!editable} onKeyDown={press} className='w-full min-w-[59rem] table-fixed border-separate border-spacing-0'>
        <colgroup><col className='w-28' />{dates.map(date => <col key={date} />)}</colgroup>
        <thead className='sticky top-0 z-20'>
          <tr>
            <th scope='col' className='sticky left-0 z-10 border-r border-b border-line bg-panel px-3 text-left text-sm font-normal text-ink-2'>{t('crew.roster.person')}</th>
            {dates.map(date => <DayHead key={date} date={date} view={view} today={date === today} words={words} />)}
          </tr>
        </thead>
        <tbody>
          {people.map(({ personId, name }) => (
            <PersonRow
              key={personId} personId={personId} name={name} mine={personId === first} row={rows.get(personId)} dates={dates} today={today} timeZone={timeZone}
              focus={at.personId === personId ? at : null} wrong={wrong} acts={rowActs}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The rows, each the same object while it has not changed. */
function useKeptRows(shifts: RosterView['shifts']): Map<string, Row> {
  const [kept, setKept] = useState(() => ({ shifts, rows: rowsOf(shifts) }))
  if (kept.shifts === shifts) return kept.rows
  const rows = rowsOf(shifts, kept.rows)
  setKept({ shifts, rows })
  return rows
}

/** A day with how many work on it, and what the roster finds at the day as a whole. */
function DayHead({ date, view, today, words }: { date: string; view: RosterView; today: boolean; words: ReturnType<typeof useConflictText> }) {
  const { t } = useTranslation()
  const days = useDays(view.timeZone)
  const at = zonedMs(date, 720, view.timeZone)
  const count = new Set(view.shifts.filter(shift => shift.date === date && isWork(shift)).map(({ personId }) => personId)).size
  const found = view.conflicts.filter(conflict => conflict.date === date && conflict.personId === null)
  return (
    <th scope='col' aria-current={today ? 'date' : undefined} className={clsx('border-b border-line px-2 py-1 text-left font-normal not-last:border-r', today ? 'bg-brand-soft text-brand' : 'bg-panel text-ink-2')}>
      <span className={clsx('block truncate text-sm', today && 'font-semibold')}>{days.weekday(at)}</span>
      <span className='flex items-center gap-1.5'>
        <span className='flex-1 truncate text-xs tabular-nums' title={t('crew.roster.totalHint', { day: days.monthDay(at), count })}>{t('crew.roster.total', { count })}</span>
        {found.length > 0 && <span title={found.map(words).join('\n')}><TriangleAlert size={13} className='text-warn' aria-label={found.map(words).join('; ')} /></span>}
      </span>
    </th>
  )
}
