import { clsx } from 'clsx'
import type { ReactNode } from 'react'

/** A row of choices above a table, of which one is on. */
export function TabRow({ label, children }: { label: string; children: ReactNode }) {
  return <div role='group' aria-label={label} className='flex flex-wrap items-center gap-1 border-b border-line bg-panel px-4 py-2'>{children}</div>
}

export function TabButton({ on, count, onPress, children }: { on: boolean; count?: number; onPress: () => void; children: ReactNode }) {
  return (
    <button
      type='button' aria-pressed={on} onClick={onPress}
      className={clsx('inline-flex h-7 items-center gap-1.5 rounded-md px-2.5 whitespace-nowrap transition-colors', on ? 'bg-brand-soft font-medium text-brand' : 'text-ink-2 hover:bg-hover hover:text-ink')}
    >
      {children}
      {count !== undefined && <span className='text-sm tabular-nums'>{count}</span>}
    </button>
  )
}
