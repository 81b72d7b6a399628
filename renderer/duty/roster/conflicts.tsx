import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RosterConflict } from '../../../domain/entities/roster.ts'
import type { RosterView } from '../../../protocol/shift-views.ts'
import { useConflictText } from './conflict-words.ts'

/** What the roster finds at a week, folded at its foot; one press leads to the shift. */
export function Conflicts({ view }: { view: RosterView }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const { conflicts } = view
  if (view.shifts.length === 0) return null
  if (conflicts.length === 0) return <p className='flex items-center gap-2 border-t border-line bg-panel px-4 py-1.5 text-sm text-ok'><CircleCheck size={14} aria-hidden='true' />{t('crew.roster.noConflicts')}</p>
  return (
    <section aria-label={t('crew.roster.conflictsTitle')} className='border-t border-line bg-panel'>
      <button type='button' aria-expanded={open} onClick={() => { setOpen(!open) }} className='flex w-full items-center gap-2 px-4 py-1.5 text-left text-sm font-medium text-warn hover:bg-hover'>
        <TriangleAlert size={14} aria-hidden='true' />{t('crew.roster.conflicts', { count: conflicts.length })}
      </button>
      {open && <ConflictList conflicts={conflicts} view={view} onGo={shiftId => { document.querySelector<HTMLElement>(`[data-shift="${shiftId}"]`)?.focus() }} />}
    </section>
  )
}

/** Conflicts in sentences. @param onGo leads to the first shift of one; null = they are not on screen */
function ConflictList({ conflicts, view, onGo }: { conflicts: readonly RosterConflict[]; view: RosterView; onGo: ((shiftId: string) => void) | null }) {
  const { t } = useTranslation()
  const words = useConflictText(view)
  return (
    <ul tabIndex={0} aria-label={t('crew.roster.conflictsTitle')} className='max-h-40 overflow-y-auto px-4 pb-2 text-sm'>
      {conflicts.map((conflict, index) => {
        const shiftId = conflict.shiftIds.at(-1)
        return (
          <li key={index} className='border-b border-line py-1 last:border-0'>
            {onGo && shiftId ? <button type='button' className='text-left hover:text-brand hover:underline' onClick={() => { onGo(shiftId) }}>{words(conflict)}</button> : words(conflict)}
          </li>
        )
      })}
    </ul>
  )
}

/** What there would be to look at, before it is done. */
export function ConflictBox({ conflicts, view }: { conflicts: readonly RosterConflict[]; view: RosterView }) {
  const { t } = useTranslation()
  return (
    <div className='rounded-md border border-line'>
      <p className='px-4 pt-2 pb-1 text-sm font-medium text-warn'>{t('crew.roster.copy.conflicts', { count: conflicts.length })}</p>
      <ConflictList conflicts={conflicts} view={view} onGo={null} />
    </div>
  )
}
