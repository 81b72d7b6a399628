import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { useDays } from '../../../i18n/use-days.ts'
import { useLive } from '../../../state/live-store.ts'

export type Series = { name: string; tone: 'brand' | 'info' | 'late'; bars: boolean; values: (number | null)[] }

/** Half a quarter of an hour: the first and last bar are whole. */
const EDGE_SEC = 450

/** A day's quarters as lines or bars in the colours of the theme. The legend is ours: it says the values under the cursor, which the arrow keys move. */
export function QuarterChart({ title, times, series, timeZone }: { title: string; times: readonly number[]; series: readonly Series[]; timeZone: string }) {
  const { t } = useTranslation()
  const days = useDays(timeZone)
  const theme = useLive(state => state.settings?.theme)
  const text = useLive(state => state.settings?.textSize)
  const place = useRef<HTMLDivElement>(null)
  const plot = useRef<uPlot | null>(null)
  const [at, setAt] = useState<number | null>(null)

  useEffect(() => {
    const box = place.current
    if (!box) return
    const style = getComputedStyle(box)
    const colour = (name: string) => style.getPropertyValue(`--${name}`).trim()
    const font = `${12 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 14}px ${style.fontFamily}`
    const axis: uPlot.Axis = { stroke: colour('ink-2'), grid: { stroke: colour('line'), width: 1 }, ticks: { show: false }, font }
    const size = () => ({ width: box.clientWidth, height: box.clientHeight })
    const made = new uPlot({
      ...size(), legend: { show: false }, cursor: { y: false, points: { size: 7 } }, scales: { x: { time: true, range: (_, min, max) => [min - EDGE_SEC, max + EDGE_SEC] }, y: { range: (_, __, max) => [0, Math.max(4, max * 1.1)] } },
      tzDate: seconds => uPlot.tzDate(new Date(seconds * 1_000), timeZone),
      axes: [{ ...axis, size: 28, values: (_, ticks) => ticks.map(tick => days.time(tick * 1_000)) }, { ...axis, size: 44 }],
      series: [{}, ...series.map(({ name, tone, bars }): uPlot.Series => ({
        label: name, stroke: colour(tone), width: bars ? 0 : 2, spanGaps: false, points: { show: false }, ...bars ? { fill: colour(tone), paths: uPlot.paths.bars?.({ size: [0.7, 24] }) } : {},
      }))],
      hooks: { setCursor: [now => { setAt(now.cursor.idx ?? null) }] },
    }, [times.map(ms => ms / 1_000), ...series.map(({ values }) => values)] as uPlot.AlignedData, box)
    plot.current = made
    const observer = new ResizeObserver(() => { made.setSize(size()) })
    observer.observe(box)
    return () => {
      observer.disconnect()
      made.destroy()
      plot.current = null
    }
  }, [times, series, timeZone, days, theme, text])

  const press = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, Home: -times.length, End: times.length }[event.key]
    const now = plot.current
    if (step === undefined || !now) return
    event.preventDefault()
    const next = Math.max(0, Math.min(times.length - 1, (at ?? (step > 0 ? -1 : times.length)) + step))
    now.setCursor({ left: now.valToPos((times[next] ?? 0) / 1_000, 'x'), top: 0 })
  }
  const shown = at ?? times.length - 1
  return (
    <figure className='flex min-h-0 min-w-0 flex-col rounded-lg border border-line bg-panel px-3 py-2'>
      <figcaption className='flex flex-wrap items-baseline gap-x-4'>
        <span className='text-sm font-semibold text-ink-2'>{title}</span>
        <span className='text-sm text-ink-2 tabular-nums'>{days.time(times[shown] ?? 0)}</span>
        {series.map(({ name, tone, values }) => (
          <span key={name} className='flex items-center gap-1.5 text-sm tabular-nums'>
            <i aria-hidden='true' className={{ brand: 'size-2.5 rounded-xs bg-brand', info: 'size-2.5 rounded-xs bg-info', late: 'size-2.5 rounded-xs bg-late' }[tone]} />{name} <b className='font-medium'>{values[shown] ?? t('crew.wall.none')}</b>
          </span>
        ))}
      </figcaption>
      <div ref={place} tabIndex={0} role='img' aria-label={`${title}: ${days.time(times[shown] ?? 0)} ${series.map(({ name, values }) => `${name} ${values[shown] ?? t('crew.wall.none')}`).join(', ')}`} onKeyDown={press} className='mt-1 min-h-0 flex-1 overflow-hidden' />
    </figure>
  )
}
