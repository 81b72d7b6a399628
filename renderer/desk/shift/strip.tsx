import { clsx } from 'clsx'
import type { ReactNode } from 'react'

const tones = { calm: 'bg-brand-soft text-brand', info: 'bg-info-soft text-info', warn: 'bg-warn-soft text-warn', late: 'bg-late-soft text-late' } as const

/** One calm line under the top bar: what is due, and the one thing to do about it. Takes no cursor away. */
export function Strip({ tone, icon, name, text, side, children }: {
  tone: keyof typeof tones; icon: ReactNode; /** For tests. */ name: string; text: ReactNode; side?: ReactNode; children?: ReactNode
}) {
  return (
    <div data-strip={name} className={clsx('flex min-h-9 shrink-0 items-center gap-2.5 border-b border-line px-3 py-1', tones[tone])}>
      <span className='shrink-0' aria-hidden='true'>{icon}</span>
      {/* Only the words are read aloud by themselves: the seconds would be a stream. */}
      <span role='status' className='min-w-0 truncate text-ink'>{text}</span>
      {side && <span className='shrink-0 font-semibold tabular-nums'>{side}</span>}
      <span className='flex-1' />
      {children}
    </div>
  )
}
