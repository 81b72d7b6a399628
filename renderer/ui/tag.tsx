import { clsx } from 'clsx'
import type { ReactNode } from 'react'

const tones = {
  plain: 'border-line text-ink-2',
  brand: 'border-transparent bg-brand-soft text-brand',
  info: 'border-transparent bg-info-soft text-info',
  warn: 'border-transparent bg-warn-soft text-warn',
  late: 'border-transparent bg-late-soft text-late',
} as const
export type TagTone = keyof typeof tones

/** A short mark beside a name. */
export function Tag({ tone = 'plain', title, children, className }: { tone?: TagTone; title?: string; children: ReactNode; className?: string }) {
  return (
    <span
      title={title}
      className={clsx('inline-flex h-[1.4286rem] shrink-0 items-center gap-1 rounded-sm border px-1.5 text-xs whitespace-nowrap', tones[tone], className)}
    >
      {children}
    </span>
  )
}

/** How many: unread, waiting. */
export function Count({ n, label }: { n: number; label: string }) {
  return (
    <span
      className='inline-flex h-[1.2857rem] min-w-[1.2857rem] items-center justify-center rounded-full bg-late-solid px-1.5 text-2xs font-semibold text-on-late tabular-nums'
      role='img' aria-label={label} title={label}
    >
      {n > 99 ? '99+' : n}
    </span>
  )
}

/** A key on the keyboard. */
export function KeyCap({ children }: { children: ReactNode }) {
  return (
    <kbd className='inline-flex h-[1.4286rem] min-w-[1.4286rem] items-center justify-center rounded-sm border border-line bg-bg px-1.5 font-sans text-xs text-ink-2'>
      {children}
    </kbd>
  )
}
