import type { ReactNode } from 'react'

/** One part of the profile under its name. */
export function Part({ title, side, children }: { title: string; side?: ReactNode; children: ReactNode }) {
  return (
    <section className='border-b border-line px-4 py-3'>
      <header className='mb-2 flex items-center justify-between gap-2'>
        <h3 className='text-sm font-semibold text-ink-2'>{title}</h3>
        {side}
      </header>
      {children}
    </section>
  )
}
