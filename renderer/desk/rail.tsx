import { CalendarDays, Keyboard, LayoutGrid, MessageSquare, Settings } from 'lucide-react'
import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive } from '../state/live-store.ts'
import { isSupervisor } from '../state/roles.ts'
import { useReviews } from '../state/use-reviews.ts'
import { openDialog, openDuty, openStudio, openTalks, useWindow } from '../state/window-store.ts'

/** Where one can go. Only what really is there. */
export function Rail() {
  const { t } = useTranslation()
  const waiting = useLive(state => state.lists?.waiting.length ?? 0)
  const studio = useLive(isSupervisor)
  const place = useWindow(state => state.place)
  const reviews = useReviews(studio).length
  return (
    <nav aria-label={t('regions.rail')} className='flex w-14 shrink-0 flex-col items-center gap-1 border-r border-line bg-panel py-2'>
      <Item
        icon={<MessageSquare size={18} />} text={t('rail.conversations')} current={place === 'talks'} count={waiting}
        countText={t('rail.waiting', { count: waiting })}
        onClick={() => {
          openTalks()
          requestAnimationFrame(() => { document.querySelector<HTMLElement>('[data-conversation][tabindex="0"]')?.focus() })
        }}
      />
      <Item icon={<CalendarDays size={18} />} text={t('rail.duty')} current={place === 'duty'} onClick={() => { openDuty() }} />
      {studio && <Item icon={<LayoutGrid size={18} />} text={t('rail.studio')} current={place === 'studio'} calm count={reviews} countText={t('rail.toReview', { count: reviews })} onClick={() => { openStudio() }} />}
      <span className='flex-1' />
      <Item icon={<Keyboard size={18} />} text={t('rail.shortcuts')} onClick={() => { openDialog({ kind: 'shortcuts' }) }} />
      <Item icon={<Settings size={18} />} text={t('rail.settings')} onClick={() => { openDialog({ kind: 'settings' }) }} />
    </nav>
  )
}

/** @param calm nobody waits for it at a window: no red */
function Item({ icon, text, current = false, calm = false, count = 0, countText = '', onClick }: {
  icon: ReactNode; text: string; countText?: string; current?: boolean; calm?: boolean; count?: number; onClick: () => void
}) {
  return (
    <button
      type='button' aria-current={current ? 'page' : undefined} onClick={onClick}
      className={clsx('relative flex w-11 flex-col items-center gap-0.5 rounded-lg pt-2 pb-1.5 text-2xs transition-colors',
        current ? 'bg-brand-soft text-brand' : 'text-ink-2 hover:bg-hover hover:text-ink')}
    >
      {icon}
      <span>{text}</span>
      {count > 0 && <span className='sr-only'>{countText}</span>}
      {count > 0 && (
        <span aria-hidden='true' className={clsx('absolute top-0.5 right-0.5 grid h-4 min-w-4 place-items-center rounded-full px-1 text-2xs leading-none font-semibold tabular-nums', calm ? 'bg-brand text-on-brand' : 'bg-late-solid text-on-late')}>
          {count > 99 ? '99+' : count}
        </span>
      )}
    </button>
  )
}
