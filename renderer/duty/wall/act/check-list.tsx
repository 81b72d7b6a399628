import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export type CheckItem = { id: string; text: string; hint: ReactNode; disabled?: boolean }

/** Several to tick, with one tick for all of them. */
export function CheckList({ label, items, has, onTurn }: { label: string; items: readonly CheckItem[]; has: (id: string) => boolean; onTurn: (ids: readonly string[], on: boolean) => void }) {
  const { t } = useTranslation()
  const free = items.filter(({ disabled }) => !disabled)
  const chosen = free.filter(({ id }) => has(id)).length
  return (
    <fieldset className='min-w-0'>
      <legend className='mb-1 text-sm text-ink-2'>{label}</legend>
      <div className='rounded-md border border-line'>
        <label className='flex min-h-8 items-center gap-2 border-b border-line bg-bg px-3 text-sm'>
          <input type='checkbox' className='size-4 accent-brand' checked={chosen > 0 && chosen === free.length} disabled={free.length === 0} onChange={event => { onTurn(free.map(({ id }) => id), event.target.checked) }} />
          <span className='flex-1'>{t('crew.act.all')}</span><span className='text-ink-2 tabular-nums'>{t('crew.act.chosen', { count: chosen })}</span>
        </label>
        <div className='max-h-64 overflow-y-auto'>
          {items.map(({ id, text, hint, disabled = false }) => (
            <label key={id} className='flex min-h-8 items-center gap-2 border-b border-line px-3 last:border-0 hover:bg-hover'>
              <input type='checkbox' className='size-4 accent-brand' checked={has(id) && !disabled} disabled={disabled} onChange={event => { onTurn([id], event.target.checked) }} />
              <span className='min-w-0 flex-1 truncate'>{text}</span>
              <span className='shrink-0 text-sm text-ink-2 tabular-nums'>{hint}</span>
            </label>
          ))}
        </div>
      </div>
    </fieldset>
  )
}
