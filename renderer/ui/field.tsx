import { clsx } from 'clsx'
import { useId } from 'react'
import type { InputHTMLAttributes, ReactNode, Ref } from 'react'

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> & {
  label: string
  problem?: string | null
  after?: ReactNode
  ref?: Ref<HTMLInputElement>
}

export const inputLook =
  'h-9 w-full rounded-md border border-line-strong bg-panel px-3 text-ink focus:border-brand focus:outline-1 focus:-outline-offset-1 focus:outline-brand'

/** A field with its label above and its problem below. */
export function Field({ label, problem, after, className, ...rest }: Props) {
  const id = useId()
  return (
    <div className={className}>
      <label htmlFor={id} className='mb-1 block text-sm text-ink-2'>{label}</label>
      <div className='relative'>
        <input
          id={id} className={clsx(inputLook, after && 'pr-10')} spellCheck={false} autoComplete='off'
          aria-invalid={problem ? true : undefined} aria-describedby={problem ? `${id}-problem` : undefined} {...rest}
        />
        {after && <span className='absolute inset-y-0 right-1 flex items-center'>{after}</span>}
      </div>
      {problem && <p id={`${id}-problem`} className='mt-1 text-sm text-late'>{problem}</p>}
    </div>
  )
}
