import { clsx } from 'clsx'
import { Switch as Base, ToggleGroup } from 'radix-ui'
import { useId } from 'react'

/** On or off, at once. */
export function Switch({ label, hint, on, onChange }: { label: string; hint?: string; on: boolean; onChange: (on: boolean) => void }) {
  const id = useId()
  return (
    <div className='flex min-h-9 items-center gap-4'>
      <label htmlFor={id} className='flex-1'>
        <span className='block'>{label}</span>
        {hint && <span className='block text-xs text-ink-2'>{hint}</span>}
      </label>
      <Base.Root
        id={id} checked={on} onCheckedChange={onChange} aria-label={label}
        className='h-5 w-9 shrink-0 rounded-full bg-line-strong p-0.5 transition-colors data-[state=checked]:bg-brand'
      >
        <Base.Thumb className='block size-4 rounded-full bg-panel transition-transform data-[state=checked]:translate-x-4' />
      </Base.Root>
    </div>
  )
}

/** One of a few, all in sight. */
export function Segments<T extends string>({ label, value, options, onChange }: {
  label: string; value: T; options: readonly { value: T; text: string }[]; onChange: (value: T) => void
}) {
  return (
    <div className='flex min-h-9 items-center gap-4'>
      <span className='flex-1'>{label}</span>
      <ToggleGroup.Root
        type='single' value={value} aria-label={label} className='flex shrink-0 rounded-md border border-line bg-bg p-0.5'
        onValueChange={next => { if (next) onChange(next as T) }}
      >
        {options.map(option => (
          <ToggleGroup.Item
            key={option.value} value={option.value}
            className={clsx('h-7 rounded-sm px-2.5 text-sm text-ink-2 transition-colors hover:text-ink',
              'data-[state=on]:bg-panel data-[state=on]:font-medium data-[state=on]:text-brand data-[state=on]:shadow-[0_0_0_1px_var(--line)]')}
          >
            {option.text}
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
    </div>
  )
}
