import { useId } from 'react'

/** A few lines of text with what becomes of them beside the label. */
export function AreaField({ label, hint, value, max, rows = 2, onChange }: { label: string; hint: string; value: string; max: number; rows?: number; onChange: (text: string) => void }) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className='mb-1 flex items-baseline gap-2 text-sm text-ink-2'>{label}<span className='text-xs text-ink-3'>{hint}</span></label>
      <textarea
        id={id} rows={rows} maxLength={max} value={value} onChange={event => { onChange(event.target.value) }}
        className='block w-full resize-none rounded-md border border-line-strong bg-panel px-3 py-1.5 focus:border-brand focus:outline-1 focus:-outline-offset-1 focus:outline-brand'
      />
    </div>
  )
}
