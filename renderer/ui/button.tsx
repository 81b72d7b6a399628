import { clsx } from 'clsx'
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'

type Look = 'brand' | 'plain' | 'quiet' | 'danger'
type Props = ButtonHTMLAttributes<HTMLButtonElement> & { look?: Look; small?: boolean; ref?: Ref<HTMLButtonElement> }

const looks: Record<Look, string> = {
  brand: 'bg-brand text-on-brand hover:bg-brand-strong border border-transparent',
  plain: 'bg-panel text-ink border border-line-strong hover:bg-hover',
  quiet: 'text-ink-2 border border-transparent hover:bg-hover hover:text-ink',
  danger: 'bg-late-solid text-on-late border border-transparent hover:opacity-90',
}

/** A button with words. */
export function Button({ look = 'plain', small = false, className, type = 'button', ...rest }: Props) {
  return (
    <button
      type={type}
      className={clsx(
        'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md whitespace-nowrap transition-colors',
        small ? 'h-7 px-2.5 text-sm' : 'h-8 px-3.5', looks[look], className,
      )}
      {...rest}
    />
  )
}

type IconProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label'> & {
  /** What it does: read aloud, and shown as a hint. */
  label: string
  keys?: string | undefined
  pressed?: boolean | undefined
  children: ReactNode
  ref?: Ref<HTMLButtonElement>
}

/** A button with a picture only. Its name is its hint. */
export function IconButton({ label, keys, pressed, className, type = 'button', ...rest }: IconProps) {
  return (
    <button
      type={type}
      aria-label={label}
      title={keys ? `${label}  ${keys}` : label}
      aria-pressed={pressed}
      className={clsx(
        'inline-flex size-7 shrink-0 items-center justify-center rounded-md transition-colors',
        pressed ? 'bg-brand-soft text-brand' : 'text-ink-2 hover:bg-hover hover:text-ink', className,
      )}
      {...rest}
    />
  )
}
