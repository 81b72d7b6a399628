import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { later } from '../edge/clock.ts'
import { useDesk } from '../state/desk-context.ts'
import { useLive } from '../state/live-store.ts'
import { isSupervisor } from '../state/roles.ts'
import { useWindow } from '../state/window-store.ts'
import { Busy } from '../ui/states.tsx'
import { IncidentStrip } from './briefing/incident-strip.tsx'
import { MustReadBar } from './briefing/must-read-bar.tsx'
import { ConversationPane } from './conversation-pane.tsx'
import { Dialogs, ProfilePane, warmParts } from './late-parts.ts'
import { ConversationList } from './list/conversation-list.tsx'
import { Rail } from './rail.tsx'
import { ShiftStrips } from './shift/shift-strips.tsx'
import { TopBar } from './top/top-bar.tsx'
import { useAlertSound } from './use-alert-sound.ts'
import { useIdleLock } from './use-idle-lock.ts'
import { useRefusals } from './use-refusals.ts'
import { useShortcuts } from './use-shortcuts.ts'
import { useThreadOf } from './use-thread.ts'
import { useTitle } from './use-title.ts'

/** The list is drawn by then, and nobody has clicked yet. */
const WARM_AFTER_MS = 300

// A desk's start does not pay for what is looked at now and then, agents not for what supervisors alone use.
const Duty = lazy(() => import('../duty/duty.tsx').then(module => ({ default: module.Duty })))
const Studio = lazy(() => import('../studio/studio.tsx').then(module => ({ default: module.Studio })))

/** The desk: who waits, the talk, the customer. */
export function DeskWindow() {
  const { t } = useTranslation()
  useShortcuts()
  useAlertSound()
  useIdleLock()
  useTitle()
  useRefusals()
  const { client } = useDesk()
  const selectedId = useWindow(state => state.selectedId)
  const thread = useThreadOf(client, selectedId)
  const sidebar = useLive(state => state.settings?.sidebarOpen ?? true)
  const studio = useLive(isSupervisor)
  const place = useWindow(state => state.place)
  const dialog = useWindow(state => state.dialog !== null)
  useEffect(() => later(WARM_AFTER_MS, () => { void warmParts() }), [])
  const customerId = thread.view?.conversation.customerId ?? null

  return (
    <div className='flex h-full flex-col'>
      <TopBar />
      <IncidentStrip />
      <MustReadBar />
      <ShiftStrips />
      <div className='flex min-h-0 flex-1'>
        <Rail />
        <Suspense fallback={<Busy text={t('common.loading')} />}>{place === 'duty' ? <Duty /> : place === 'studio' && studio ? <Studio /> : talks()}</Suspense>
      </div>
      {dialog && <Dialogs />}
    </div>
  )

  function talks() {
    return (
      <>
        <ConversationList />
        <main aria-label={t('regions.thread')} className='flex min-w-0 flex-1 flex-col bg-bg'>
          <h1 className='sr-only'>{t('rail.conversations')}</h1>
          <ConversationPane key={selectedId ?? 'none'} conversationId={selectedId} thread={thread} />
        </main>
        {sidebar && customerId && thread.view && <ProfilePane key={customerId} customerId={customerId} conversation={thread.view.conversation} />}
      </>
    )
  }
}
