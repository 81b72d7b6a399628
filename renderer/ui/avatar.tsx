import { clsx } from 'clsx'

/** The first sign of a name in a circle. */
export function Avatar({ name, size = 'normal' }: { name: string; size?: 'normal' | 'large' | 'row' }) {
  const sign = Array.from(name.replace(/[*\s]/g, ''))[0] ?? '·'
  return (
    <span
      aria-hidden='true'
      className={clsx('grid shrink-0 place-items-center rounded-full border border-line bg-bg font-medium text-ink-2',
        size === 'large' ? 'size-10 text-lg' : size === 'row' ? 'size-[30px] text-xs' : 'size-9')}
    >
      {sign.toUpperCase()}
    </span>
  )
}
