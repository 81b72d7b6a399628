import { LoaderCircle } from 'lucide-react'
import type { ReactNode } from 'react'

/** A list or pane without contents: why, and what comes. */
export function Empty({ icon, title, hint, children }: { icon: ReactNode; title: string; hint?: string; children?: ReactNode }) {
  return (
    <div className='flex h-full flex-col items-center justify-center gap-1 p-6 text-center'>
      <span className='mb-2 text-ink-3 opacity-80'>{icon}</span>
      <p className='text-ink-2'>{title}</p>
      {hint && <p className='max-w-80 text-sm text-ink-3'>{hint}</p>}
      {children}
    </div>
  )
}

/** Something takes a moment. */
export function Busy({ text }: { text: string }) {
  return (
    <div role='status' className='flex h-full items-center justify-center gap-2 p-6 text-ink-2'>
      <LoaderCircle size={16} className='animate-spin' aria-hidden='true' />
      <span>{text}</span>
    </div>
  )
}

/** A problem in place: what happened, what was kept, what to do. */
export function Problem({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div role='alert' className='flex items-start gap-3 rounded-md bg-late-soft px-3 py-2 text-sm text-late'>
      <p className='selectable flex-1'>{text}</p>
      {children}
    </div>
  )
}
