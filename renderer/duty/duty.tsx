import { WifiOff } from 'lucide-react'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive } from '../state/live-store.ts'
import { isSupervisor } from '../state/roles.ts'
import { openDuty, useWindow } from '../state/window-store.ts'
import { PlaceNav } from '../ui/place-nav.tsx'
import { Busy, Empty } from '../ui/states.tsx'
import { DUTY_PAGES } from './pages.ts'
import { useOffline } from '../state/use-offline.ts'
import { useDutyTeam } from './use-team.ts'

/** The shift: everybody's day, roster and meals; for supervisors the wall and the log. One page at a time. */
export function Duty() {
  const { t } = useTranslation()
  const leads = useLive(isSupervisor)
  const offline = useOffline()
  const team = useDutyTeam()
  const id = useWindow(state => state.dutyPage)
  const pages = DUTY_PAGES.filter(page => leads || !page.leads)
  const page = pages.find(one => one.id === id) ?? pages[0]
  return (
    <>
      <PlaceNav
        label={t('crew.pages')} title={t('crew.title')} current={page?.id} onOpen={openDuty}
        pages={pages.map(({ id: name, icon }) => ({ id: name, icon, text: t(`crew.page.${name}`) }))}
      />
      <main aria-label={page && t(`crew.page.${page.id}`)} className='flex min-w-0 flex-1 flex-col bg-bg'>
        {offline && (
          <p role='status' className='flex items-center gap-2 border-b border-line bg-warn-soft px-4 py-1.5 text-sm text-warn'>
            <WifiOff size={14} aria-hidden='true' />{t('crew.offline')}
          </p>
        )}
        {!team ? <Empty icon={null} title={t('crew.noTeam')} hint={t('crew.noTeamHint')} />
          : <Suspense fallback={<Busy text={t('common.loading')} />}>{page && <page.Page key={`${page.id} ${team.id}`} />}</Suspense>}
      </main>
    </>
  )
}
