import { clsx } from 'clsx'

/** How far something is. @param label what a reading aid says of it @param className its width */
export function Progress({ label, done, total, className }: { label: string; done: number; total: number; className?: string }) {
  return (
    <div role='progressbar' aria-label={label} aria-valuemin={0} aria-valuemax={total} aria-valuenow={done} className={clsx('h-2 overflow-hidden rounded-full bg-line', className)}>
      <svg aria-hidden='true' viewBox='0 0 100 1' preserveAspectRatio='none' className='size-full text-brand'>
        <rect width={total === 0 ? 0 : done / total * 100} height='1' fill='currentColor' />
      </svg>
    </div>
  )
}
