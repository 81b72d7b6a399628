import { useVirtualizer } from '@tanstack/react-virtual'
import { ChevronDown, ChevronRight, Inbox, Plus, RefreshCw } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../state/actions.ts'
import { useLive } from '../../state/live-store.ts'
import { fold, holdList, openDialog, useWindow } from '../../state/window-store.ts'
import type { SectionName } from '../../state/window-store.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Busy, Empty, Problem } from '../../ui/states.tsx'
import { ListRow } from './list-row.tsx'
import { useShownList } from './use-shown-list.ts'

const ROW_REM = 3.7143
const HEAD_REM = 2.2857
const REM = { small: 13, normal: 14, large: 16 } as const

/** Everybody who waits, runs or is over, the nearest due first. */
export function ConversationList() {
  const { t } = useTranslation()
  const { items, waiting, differs, loaded, refresh } = useShownList()
  const scroller = useRef<HTMLDivElement>(null)
  const selectedId = useWindow(state => state.selectedId)
  const rem = REM[useLive(state => state.settings?.textSize ?? 'normal')]
  const offline = useLive(state => state.sync?.state === 'offline' || state.sync?.state === 'stuck')
  const error = useLive(state => state.listsError)
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: index => (items[index]?.kind === 'head' ? HEAD_REM : ROW_REM) * rem,
    getItemKey: index => items[index]?.key ?? index,
    overscan: 8,
    // As large as it is at most: the first picture has its rows before anything was measured.
    initialRect: { width: 0, height: window.innerHeight },
  })
  // Another text size: every line has another height.
  useEffect(() => { virtual.measure() }, [virtual, rem])
  const rows = items.filter(item => item.kind === 'row')
  const reachable = rows.find(item => item.key === selectedId)?.key ?? rows[0]?.key

  const walk = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const at = rows.findIndex(item => item.key === (document.activeElement as HTMLElement | null)?.dataset['conversation'])
    const next = rows[at + step]
    if (step === 0 || at < 0 || !next) return
    event.preventDefault()
    virtual.scrollToIndex(items.indexOf(next))
    requestAnimationFrame(() => { scroller.current?.querySelector<HTMLElement>(`[data-conversation="${next.key}"]`)?.focus() })
  }

  return (
    <section aria-label={t('regions.list')} className='flex w-[288px] shrink-0 flex-col border-r border-line bg-panel max-[1180px]:w-[240px]'>
      {offline && loaded && <p className='border-b border-line bg-warn-soft px-3 py-1.5 text-xs text-warn'>{t('list.offline')}</p>}
      {error && <div className='p-2'><Problem text={errorText(error)} /></div>}
      {differs && (
        <button type='button' onClick={refresh} className='flex items-center gap-2 border-b border-line bg-brand-soft px-3 py-1.5 text-left text-sm font-medium text-brand'>
          <RefreshCw size={13} aria-hidden='true' />
          {waiting > 0 ? t('list.fresh', { count: waiting }) : t('list.reorder')}
        </button>
      )}
      <div
        ref={scroller} className='min-h-0 flex-1 overflow-x-hidden overflow-y-auto'
        onPointerMove={() => { holdList(true) }} onPointerLeave={() => { holdList(false) }} onKeyDown={walk}
        onFocus={event => { if (event.target.matches(':focus-visible')) holdList(true) }} onBlur={() => { holdList(false) }}
      >
        {!loaded && error ? null : !loaded ? <Busy text={t('list.loading')} />
          : rows.length === 0 && items.every(item => item.kind === 'row' || item.count === 0)
            ? (
                <Empty icon={<Inbox size={28} />} title={t('list.empty')} hint={t('list.emptyHint')}>
                  <Button small className='mt-4' onClick={() => { openDialog({ kind: 'companion' }) }}><Plus size={14} aria-hidden='true' />{t('list.startCompanion')}</Button>
                </Empty>
              )
            : (
                <div role='list' className='relative' style={{ height: virtual.getTotalSize() }}>
                  {virtual.getVirtualItems().map(place => {
                    const item = items[place.index]
                    return item && (
                      <div
                        key={place.key} role='listitem' className='absolute inset-x-0 top-0'
                        style={{ height: place.size, transform: `translateY(${place.start}px)` }}
                      >
                        {item.kind === 'head' ? <Head section={item.section} count={item.count} />
                          : <ListRow row={item.row} selected={item.key === selectedId} gone={item.gone} reachable={item.key === reachable} />}
                      </div>
                    )
                  })}
                </div>
              )}
      </div>
    </section>
  )
}

function Head({ section, count }: { section: SectionName; count: number }) {
  const { t } = useTranslation()
  const folded = useWindow(state => state.folded[section])
  const name = t(`list.${section}`)
  const Chevron = folded ? ChevronRight : ChevronDown
  return (
    <div className='flex h-full items-end pr-2 pb-1 pl-2.5'>
      <button
        type='button' aria-expanded={!folded} title={folded ? t('list.unfold', { name }) : t('list.fold', { name })}
        onClick={() => { fold(section) }} className='flex min-w-0 flex-1 items-center gap-1.5 rounded-sm py-0.5 text-sm text-ink-2 hover:text-ink'
      >
        <Chevron size={14} aria-hidden='true' />
        <span className='font-semibold whitespace-nowrap'>{name}</span>
        <span className='text-ink-3 tabular-nums'>{count}</span>
        {section === 'waiting' && count > 1 && <span className='ml-auto truncate pr-1 text-xs text-ink-3'>{t('list.byDue')}</span>}
      </button>
      {section === 'waiting' && (
        <IconButton label={t('list.startCompanion')} className='-mb-0.5' onClick={() => { openDialog({ kind: 'companion' }) }}><Plus size={15} /></IconButton>
      )}
    </div>
  )
}
