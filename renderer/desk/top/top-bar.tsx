import { Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { acceleratorsOf, keyCaps } from '../../state/shortcuts.ts'
import { openDialog } from '../../state/window-store.ts'
import { NoticesButton } from '../briefing/notices-button.tsx'
import { BellButton } from '../shift/bell-button.tsx'
import { PresenceMenu } from './presence-menu.tsx'
import { ShiftInfo } from './shift-info.tsx'
import { SyncBadge } from './sync-badge.tsx'
import { TodayFigures } from './today-figures.tsx'

/** My state, my figures, whether all is in step, and the way to find anything. */
export function TopBar() {
  const { t } = useTranslation()
  const { mac } = useDesk()
  const changed = useLive(state => state.settings?.shortcuts)
  const needsSignIn = useLive(state => state.session?.needsSignIn ?? false)
  return (
    <header aria-label={t('regions.top')} className='flex h-11 shrink-0 items-center gap-4 border-b border-line bg-panel pr-3 pl-3'>
      <PresenceMenu />
      <ShiftInfo />
      {needsSignIn && (
        <button type='button' onClick={() => { openDialog({ kind: 'again' }) }} className='shrink-0 rounded-md bg-warn-soft px-2.5 py-1 text-sm font-medium text-warn'>
          {t('again.title')} · {t('again.action')}
        </button>
      )}
      <span className='flex-1' />
      <TodayFigures />
      <SyncBadge />
      <NoticesButton />
      <BellButton />
      <button
        type='button' onClick={() => { openDialog({ kind: 'search' }) }}
        className='flex h-7 shrink-0 items-center gap-2 rounded-md border border-line px-2.5 text-sm text-ink-2 transition-colors hover:border-line-strong hover:text-ink'
      >
        <Search size={14} aria-hidden='true' />
        {t('search.open')}
        <kbd className='font-sans text-xs text-ink-3'>{keyCaps(acceleratorsOf(changed ?? {}).search, mac).join(' ')}</kbd>
      </button>
    </header>
  )
}
