import { clsx } from 'clsx'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'

export type Column<T> = {
  id: string
  head: string
  /** What it is sorted by; without it the column is not. */
  by?: (row: T) => string | number
  cell: (row: T) => ReactNode
  /** Of the table's width, as a class (`w-24`). */
  width?: string
  right?: boolean
}

/** As many rows are drawn at first, and with each step. */
const STEP = 200

/** Rows one walks with the arrows and opens by Enter or a click; sorted by a press on a head. */
export function SortedTable<T>({ label, columns, rows, idOf, sortedBy, openLabel, onOpen, marks }: {
  label: string; columns: readonly Column<T>[]; rows: readonly T[]; idOf: (row: T) => string; sortedBy: { id: string; down: boolean }
  openLabel: (row: T) => string; onOpen: (row: T) => void
  /** Rows can be marked, by what idOf says. */
  marks?: { marked: ReadonlySet<string>; label: (row: T) => string; allLabel: string; onMark: (marked: ReadonlySet<string>) => void }
}) {
  const { t, i18n } = useTranslation()
  const [sort, setSort] = useState(sortedBy)
  const [shown, setShown] = useState(STEP)
  const sorted = useMemo(() => {
    const by = columns.find(({ id }) => id === sort.id)?.by
    if (!by) return rows
    const collator = new Intl.Collator(i18n.language, { numeric: true })
    const compare = (a: string | number, b: string | number) => typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))
    return rows.map(row => ({ row, key: by(row) })).sort((a, b) => compare(a.key, b.key) * (sort.down ? -1 : 1)).map(({ row }) => row)
  }, [columns, rows, sort, i18n.language])

  const walk = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || event.nativeEvent.isComposing) return
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-open]')]
    const next = buttons[buttons.findIndex(button => button === document.activeElement) + step]
    if (!next) return
    event.preventDefault()
    next.focus()
  }

  return (
    <div className='min-h-0 flex-1 overflow-auto bg-panel'>
      <table className='w-full table-fixed text-left' aria-label={label}>
        <colgroup>{marks && <col className='w-9' />}{columns.map(({ id, width }) => <col key={id} className={width} />)}</colgroup>
        <thead className='sticky top-0 z-10 bg-panel text-sm text-ink-2'>
          <tr>
            {marks && (
              <th scope='col' className='border-b border-line pl-3'>
                <Mark label={marks.allLabel} on={rows.length > 0 && rows.every(row => marks.marked.has(idOf(row)))} onChange={on => { marks.onMark(new Set(on ? rows.map(idOf) : [])) }} />
              </th>
            )}
            {columns.map(({ id, head, by, right }) => {
              const on = sort.id === id
              const Arrow = sort.down ? ArrowDown : ArrowUp
              return (
                <th key={id} scope='col' aria-sort={on ? sort.down ? 'descending' : 'ascending' : undefined} className={clsx('border-b border-line px-3 py-1.5 font-normal', right && 'text-right')}>
                  {by ? (
                    <button
                      type='button' title={t('hygiene.sort', { column: head })} onClick={() => { setSort({ id, down: on ? !sort.down : right === true }) }}
                      className={clsx('inline-flex items-center gap-1 rounded-sm hover:text-ink', on && 'font-medium text-ink')}
                    >
                      {head}{on && <Arrow size={13} aria-hidden='true' />}
                    </button>
                  ) : head}
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody onKeyDown={walk}>
          {sorted.slice(0, shown).map(row => (
            <tr key={idOf(row)} className='border-b border-line hover:bg-hover' onClick={() => { onOpen(row) }}>
              {marks && (
                <td className='py-2 pl-3 align-top' onClick={event => { event.stopPropagation() }}>
                  <Mark
                    label={marks.label(row)} on={marks.marked.has(idOf(row))}
                    onChange={on => { marks.onMark(on ? new Set([...marks.marked, idOf(row)]) : new Set([...marks.marked].filter(id => id !== idOf(row)))) }}
                  />
                </td>
              )}
              {columns.map(({ id, cell, right }, at) => (
                <td key={id} className={clsx('px-3 py-1.5 align-top', right && 'text-right tabular-nums', id === 'code' && 'break-all')}>
                  {at === 0 ? (
                    <button
                      type='button' data-open aria-label={openLabel(row)} className='rounded-sm text-left hover:text-brand'
                      onClick={event => {
                        event.stopPropagation()
                        onOpen(row)
                      }}
                    >
                      {cell(row)}
                    </button>
                  ) : cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {sorted.length > shown && (
        <div className='p-3 text-center'>
          <Button small look='quiet' onClick={() => { setShown(shown + STEP) }}>{t('hygiene.more', { count: Math.min(STEP, sorted.length - shown) })}</Button>
        </div>
      )}
    </div>
  )
}

function Mark({ label, on, onChange }: { label: string; on: boolean; onChange: (on: boolean) => void }) {
  return <input type='checkbox' aria-label={label} checked={on} onChange={event => { onChange(event.target.checked) }} className='block size-4 accent-brand' />
}
