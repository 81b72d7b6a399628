import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDownNarrowWide, Search } from 'lucide-react'
import { clsx } from 'clsx'
import { useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { serverNow } from '../../edge/ticker.ts'
import { inputLook } from '../../ui/field.tsx'
import { TabButton } from '../../ui/tab-row.tsx'
import type { OpenAct } from './act/wall-act.tsx'
import { heldOrder, isAlert, isOnDuty, shownRows } from './wall-rows.ts'
import type { WallPerson, WallShow, WallSort } from './wall-rows.ts'
import { WALL_COLUMNS, WallRow } from './wall-row.tsx'

const ROW_PX = 36
const SORTS: readonly WallSort[] = ['name', 'state', 'open', 'waiting', 'due', 'first', 'average', 'missed']
const SHOWN: readonly WallShow[] = ['all', 'duty', 'alert']

/** Everybody of the team, only the rows in sight drawn. While the pointer or the keyboard is on them no row moves. */
export function WallTable({ people, onAct }: { people: readonly WallPerson[]; onAct: (act: OpenAct) => void }) {
  const { t, i18n } = useTranslation()
  const [show, setShow] = useState<WallShow>('all')
  const [text, setText] = useState('')
  const [sort, setSort] = useState<WallSort>('name')
  const [held, setHeld] = useState<readonly string[] | null>(null)
  const collator = useMemo(() => new Intl.Collator(i18n.language, { numeric: true }), [i18n.language])
  const fresh = useMemo(() => shownRows(people, show, text, sort, serverNow(), collator), [people, show, text, sort, collator])
  const rows = held ? heldOrder(fresh, held) : fresh
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => ROW_PX, overscan: 6, getItemKey: at => rows[at]?.personId ?? at })
  const counts = { all: people.length, duty: people.filter(isOnDuty).length, alert: people.filter(person => isAlert(person, serverNow())).length }
  const hold = () => { if (!held) setHeld(fresh.map(({ personId }) => personId)) }
  const letGo = () => { setHeld(null) }
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const at = rows.findIndex(({ personId }) => personId === (event.target as HTMLElement).dataset['act'])
    const next = rows[at + step]
    if (step === 0 || at < 0 || !next || (event.target as HTMLElement).getAttribute('aria-expanded') === 'true') return
    event.preventDefault()
    virtual.scrollToIndex(at + step)
    requestAnimationFrame(() => { scroller.current?.querySelector<HTMLElement>(`[data-act="${next.personId}"]`)?.focus() })
  }
  return (
    <section aria-label={t('crew.wall.table')} className='flex min-w-0 flex-1 flex-col rounded-lg border border-line bg-panel'>
      <div className='flex items-center gap-1 border-b border-line px-2 py-1.5'>
        {SHOWN.map(one => <TabButton key={one} on={show === one} count={counts[one]} onPress={() => { setShow(one) }}>{t(`crew.wall.show.${one}`)}</TabButton>)}
        <span className='flex-1' />
        <label className='relative'>
          <Search size={13} aria-hidden='true' className='absolute top-2 left-2 text-ink-3' />
          <input value={text} onChange={event => { setText(event.target.value) }} aria-label={t('crew.wall.filter')} placeholder={t('crew.wall.filter')} spellCheck={false} className={clsx(inputLook, 'h-7! w-32! pl-7! text-sm')} />
        </label>
      </div>
      <div
        ref={scroller} role='table' aria-label={t('crew.wall.table')} aria-rowcount={rows.length + 1} tabIndex={-1}
        onPointerMove={hold} onPointerLeave={letGo} onFocus={hold} onBlur={letGo} onKeyDown={walk} className='min-h-0 flex-1 overflow-y-auto'
      >
        <div role='row' aria-rowindex={1} className={clsx(WALL_COLUMNS, 'sticky top-0 z-10 h-8 border-b border-line bg-panel text-xs text-ink-2')}>
          {SORTS.map(one => (
            <span key={one} role='columnheader' aria-sort={sort === one ? 'ascending' : 'none'} className={clsx('flex min-w-0', one !== 'name' && one !== 'state' && 'justify-end')}>
              <button type='button' title={t('crew.wall.sort', { by: t(`crew.wall.head.${one}`) })} onClick={() => { setSort(one); letGo() }} className={clsx('flex min-w-0 items-center gap-0.5 rounded-sm hover:text-ink', sort === one && 'font-medium text-ink')}>
                {sort === one && <ArrowDownNarrowWide size={12} aria-hidden='true' className='shrink-0' />}<span className='truncate'>{t(`crew.wall.head.${one}`)}</span>
              </button>
            </span>
          ))}
          <span role='columnheader'><span className='sr-only'>{t('crew.wall.head.actions')}</span></span>
        </div>
        <div role='rowgroup' className='relative' style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const person = rows[index]
            return person && <div key={key} role='presentation' className='absolute inset-x-0 h-9 contain-strict' style={{ transform: `translateY(${start}px)` }}><WallRow person={person} index={index} onAct={onAct} /></div>
          })}
        </div>
      </div>
      {rows.length === 0 && <p className='flex-1 p-6 text-center text-ink-2'>{t('crew.wall.noMatch')}</p>}
    </section>
  )
}
