import { clsx } from 'clsx'
import { useState } from 'react'
import type { DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { MealBatch } from '../../../domain/entities/roster.ts'
import type { MealGap } from '../../../domain/meal/check.ts'
import { minuteAt, zonedMs } from '../../../domain/roster/zoned.ts'
import type { RosterView } from '../../../protocol/shift-views.ts'
import { minuteOf, minuteText } from '../../format/minute-text.ts'
import { inputLook } from '../../ui/field.tsx'
import { EaterChip } from './eater-chip.tsx'
import { UNPLACED } from './plan-edit.ts'

/** One batch with its people; or, as UNPLACED, those who eat in none. Somebody is dragged into it, or comes by the arrow keys. */
export function BatchColumn({ batch, count, value, people, timeZone, date, gaps, editable, onMove, onTimes }: {
  batch: number; count: number; value: MealBatch | null; people: RosterView['people']; timeZone: string; date: string; gaps: readonly MealGap[]; editable: boolean
  onMove: (personId: string, batch: number) => void; onTimes: (times: Partial<Pick<MealBatch, 'fromMs' | 'toMs'>>) => void
}) {
  const { t } = useTranslation()
  const [over, setOver] = useState(false)
  const unplaced = batch === UNPLACED
  const title = unplaced ? t('crew.plan.unplaced') : t('crew.plan.batch', { batch: batch + 1 })
  const drag = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const personId = event.dataTransfer.getData('text/plain')
    if (personId) onMove(personId, batch)
  }
  // Left and right lead through the batches, and past the last one to nobody's.
  const step = (by: -1 | 1) => {
    const places = [...Array(count).keys(), UNPLACED]
    return places[places.indexOf(batch) + by]
  }
  return (
    <section
      aria-label={title} data-batch={batch} {...editable ? { onDragOver: drag, onDragLeave: () => { setOver(false) }, onDrop: drop } : {}}
      className={clsx('flex min-h-40 flex-col rounded-lg border bg-panel', over ? 'border-brand bg-brand-soft' : gaps.length > 0 ? 'border-late' : 'border-line', unplaced && 'border-dashed bg-transparent')}
    >
      <header className='flex min-h-11 flex-wrap items-center gap-2 border-b border-line px-3 py-1.5'>
        <h3 className='font-semibold'>{title}</h3>
        {value && (
          <span className='flex items-center gap-1'>
            <Clock label={t('crew.plan.from')} ms={value.fromMs} {...{ timeZone, date, editable }} onChange={fromMs => { onTimes({ fromMs }) }} />
            <span aria-hidden='true' className='text-ink-3'>–</span>
            <Clock label={t('crew.plan.to')} ms={value.toMs} {...{ timeZone, date, editable }} onChange={toMs => { onTimes({ toMs }) }} />
          </span>
        )}
        <span className='ml-auto text-sm text-ink-2 tabular-nums'>{t('crew.plan.people', { count: people.length })}</span>
      </header>
      <div role='list' className='flex flex-col gap-1 p-2'>
        {people.length === 0 && <p className='p-2 text-sm text-ink-3'>{unplaced || !editable ? t('crew.plan.none') : t('crew.plan.nobody')}</p>}
        {people.map(person => (
          <EaterChip
            key={person.personId} person={person} editable={editable} needed={gaps.some(gap => (gap.of === 'skill' ? person.skills : person.languages).includes(gap.name))}
            onStep={by => {
              const next = step(by)
              if (next !== undefined) onMove(person.personId, next)
            }}
          />
        ))}
      </div>
    </section>
  )
}

function Clock({ label, ms, timeZone, date, editable, onChange }: { label: string; ms: number; timeZone: string; date: string; editable: boolean; onChange: (ms: number) => void }) {
  const text = minuteText(minuteAt(ms, timeZone))
  const [typed, setTyped] = useState<string | null>(null)
  if (!editable) return <span className='text-sm text-ink-2 tabular-nums'>{text}</span>
  const leave = () => {
    const minutes = typed === null ? null : minuteOf(typed)
    if (minutes !== null) onChange(zonedMs(date, minutes, timeZone))
    setTyped(null)
  }
  return (
    <input
      aria-label={label} value={typed ?? text} inputMode='numeric' spellCheck={false} className={clsx(inputLook, 'h-7! w-14! px-1.5! text-center text-sm tabular-nums')}
      onChange={event => { setTyped(event.target.value) }} onBlur={leave}
      onKeyDown={event => { if (event.key === 'Enter' && !event.nativeEvent.isComposing) leave() }}
    />
  )
}
