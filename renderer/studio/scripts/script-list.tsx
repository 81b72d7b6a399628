import { useVirtualizer } from '@tanstack/react-virtual'
import { clsx } from 'clsx'
import { CalendarClock, CloudUpload, GitMerge, PencilLine } from 'lucide-react'
import { memo, useCallback, useEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useTime } from '../../edge/ticker.ts'
import { useLive } from '../../state/live-store.ts'
import { Tag } from '../../ui/tag.tsx'
import type { TagTone } from '../../ui/tag.tsx'
import type { ItemState, ScriptRow } from './rows.ts'

const ROW_REM = 3.7143
const REM = { small: 13, normal: 14, large: 16 } as const
export const TONE: Record<ItemState, TagTone> = { live: 'plain', draft: 'warn', in_review: 'info', approved: 'brand', retired: 'plain' }

type Props = { rows: ScriptRow[]; openId: string | null; marked: ReadonlySet<string>; onOpen: (id: string) => void; onMark: (marked: ReadonlySet<string>) => void }

/** The scripts that fit, as many as there are: arrows walk, Enter opens, Space marks, Ctrl A marks all. */
export function ScriptList({ rows, openId, marked, onOpen, onMark }: Props) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const rem = REM[useLive(state => state.settings?.textSize ?? 'normal')]
  // The same function while the rows are the same: else 10,000 places are reckoned anew with each key.
  const keyOf = useCallback((index: number) => rows[index]?.id ?? index, [rows])
  const virtual = useVirtualizer({
    count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => ROW_REM * rem, getItemKey: keyOf, overscan: 8,
  })
  useEffect(() => { virtual.measure() }, [virtual, rem])
  // What was opened elsewhere, or is new, comes into sight.
  const openAt = rows.findIndex(({ id }) => id === openId)
  useEffect(() => { if (openAt >= 0) virtual.scrollToIndex(openAt) }, [virtual, openAt])
  const reachable = rows.find(({ id }) => id === openId)?.id ?? rows[0]?.id
  const mark = (id: string) => {
    const next = new Set(marked)
    if (!next.delete(id)) next.add(id)
    onMark(next)
  }
  const press = (event: KeyboardEvent) => {
    const at = rows.findIndex(({ id }) => id === (document.activeElement as HTMLElement | null)?.closest<HTMLElement>('[data-row]')?.dataset['row'])
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -rows.length, End: rows.length }[event.key]
    const here = rows[at]
    if (step !== undefined && here) {
      const next = rows[Math.max(0, Math.min(rows.length - 1, at + step))]
      event.preventDefault()
      if (!next) return
      virtual.scrollToIndex(rows.indexOf(next))
      requestAnimationFrame(() => { scroller.current?.querySelector<HTMLElement>(`[data-row="${next.id}"] [data-open]`)?.focus() })
    } else if (event.key === ' ' && here && (event.target as HTMLElement).matches('[data-open]')) {
      event.preventDefault()
      mark(here.id)
    } else if (event.code === 'KeyA' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      onMark(new Set(rows.map(({ id }) => id)))
    } else if (event.key === 'Escape' && marked.size > 0) {
      event.preventDefault()
      onMark(new Set())
    }
  }
  return (
    <div ref={scroller} className='min-h-0 flex-1 overflow-x-hidden overflow-y-auto' onKeyDown={press}>
      <div role='list' aria-label={t('studio.scripts.list')} className='relative' style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(place => {
          const row = rows[place.index]
          return row && (
            <div key={place.key} role='listitem' data-row={row.id} className='absolute inset-x-0 top-0' style={{ height: place.size, transform: `translateY(${place.start}px)` }}>
              <Row row={row} open={row.id === openId} marked={marked.has(row.id)} reachable={row.id === reachable} onOpen={onOpen} onMark={mark} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

const Row = memo(function Row({ row, open, marked, reachable, onOpen, onMark }: {
  row: ScriptRow; open: boolean; marked: boolean; reachable: boolean; onOpen: (id: string) => void; onMark: (id: string) => void
}) {
  const { t } = useTranslation()
  const { content, state, writers } = row
  const overdue = useTime(now => content.reviewAtMs !== null && content.reviewAtMs <= now)
  const title = content.title || t('studio.untitled')
  return (
    <div className={clsx('relative flex h-full items-center border-b border-line', open ? 'bg-brand-soft' : marked ? 'bg-hover' : 'hover:bg-hover')}>
      {open && <span className='absolute inset-y-0 left-0 w-0.5 bg-brand' aria-hidden='true' />}
      {row.item
        ? <label className='grid h-full w-9 shrink-0 place-items-center'><input type='checkbox' tabIndex={-1} checked={marked} aria-label={t('studio.bulk.mark', { title })} onChange={() => { onMark(row.id) }} className='size-4 accent-brand' /></label>
        : <span className='w-9 shrink-0' />}
      <button
        type='button' data-open tabIndex={reachable ? 0 : -1} aria-current={open ? 'true' : undefined} onClick={() => { onOpen(row.id) }}
        className='flex h-full min-w-0 flex-1 flex-col justify-center pr-3 text-left focus-visible:outline-offset-[-2px]'
      >
        <span className='flex w-full items-center gap-1.5'>
          <span className={clsx('min-w-0 flex-1 truncate', content.title === '' && 'text-ink-3')}>{title}</span>
          {row.stale && <GitMerge size={13} role='img' aria-label={t('studio.merge.short')} className='shrink-0 text-warn' />}
          {writers.length > 0 && <span title={t('studio.othersDraft', { name: writers.join(' · ') })} className='flex shrink-0 items-center gap-1 text-xs text-info'><PencilLine size={12} aria-hidden='true' /><span className='max-w-20 truncate'>{writers[0]}</span></span>}
          {row.pending && <CloudUpload size={13} role='img' aria-label={t('studio.save.pending')} className='shrink-0 text-ink-3' />}
          {overdue && <CalendarClock size={13} role='img' aria-label={t('studio.filter.overdue')} className='shrink-0 text-warn' />}
          {(state !== 'live' || row.retiring) && <Tag tone={TONE[state]}>{row.retiring ? t('studio.retiring') : t(`studio.state.${state}`)}</Tag>}
        </span>
        <span className='flex w-full items-center gap-1.5 text-sm text-ink-2'>
          {content.code !== '' && <span className='shrink-0 font-mono text-xs'>{content.code}</span>}
          {state !== 'retired' && <span className='shrink-0 text-xs'>{t(`stage.${content.stage}`)}</span>}
          <span className='min-w-0 flex-1 truncate text-ink-3'>{content.body.slice(0, 120)}</span>
          {content.language === 'en' && <span className='shrink-0 text-2xs text-ink-3'>{t('companion.en')}</span>}
        </span>
      </button>
    </div>
  )
})
