import { clsx } from 'clsx'
import { Star, TriangleAlert } from 'lucide-react'
import type { DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Shift, ShiftKind } from '../../../domain/entities/roster.ts'
import { useShiftWords } from './shift-words.ts'

const LOOKS: Record<ShiftKind, string> = {
  day: 'border-transparent bg-brand-soft text-brand',
  mid: 'border-transparent bg-info-soft text-info',
  night: 'border-line-strong bg-hover text-ink',
  meeting: 'border-note-line bg-note text-ink',
  training: 'border-transparent bg-warn-soft text-warn',
  off: 'border-dashed border-line-strong bg-transparent text-ink-2',
}

/** One shift of a day: its colour, letter and times. @param wrong what the roster finds at it; null = nothing */
export function ShiftBlock({ shift, timeZone, name, day, index, current, wrong, movable, onOpen, onFocus }: {
  shift: Shift; timeZone: string; name: string; day: string; index: number; current: boolean; wrong: string | null; movable: boolean; onOpen: () => void; onFocus: () => void
}) {
  const { t } = useTranslation()
  const { letter, times, next, text } = useShiftWords(timeZone)(shift)
  const drag = (event: DragEvent) => {
    event.dataTransfer.setData('text/plain', shift.id)
    event.dataTransfer.effectAllowed = 'copyMove'
  }
  return (
    <button
      type='button' data-shift={shift.id} data-index={index} tabIndex={current ? 0 : -1} draggable={movable} onDragStart={drag} onClick={onOpen} onFocus={onFocus}
      title={wrong ?? text}
      className={clsx('flex h-6 w-full min-w-0 items-center gap-1 rounded-sm border px-1 text-left text-xs whitespace-nowrap', LOOKS[shift.kind], wrong && 'border-late! outline-1 -outline-offset-2 outline-late',
        'focus-visible:outline-2 focus-visible:outline-offset-1')}
    >
      <span className='sr-only'>{[name, day, text, shift.duty ? t('crew.dutyPerson') : '', wrong ?? ''].filter(Boolean).join(' · ')}</span>
      <b aria-hidden='true' className='shrink-0 font-semibold'>{letter}</b>
      {shift.kind !== 'off' && <span aria-hidden='true' className='min-w-0 truncate tabular-nums'>{times}{next && <sup>+1</sup>}</span>}
      <span className='flex-1' />
      {shift.duty && <span title={t('crew.dutyPersonHint')} className='shrink-0'><Star size={12} aria-hidden='true' fill='currentColor' /></span>}
      {wrong && <TriangleAlert size={12} aria-hidden='true' className='shrink-0 text-late' />}
    </button>
  )
}
