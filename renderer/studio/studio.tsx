import { CircleHelp, WifiOff } from 'lucide-react'
import { Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../state/desk-context.ts'
import { openStudio, useWindow } from '../state/window-store.ts'
import { saveWritings } from '../state/writings.ts'
import { PlaceNav } from '../ui/place-nav.tsx'
import { Busy } from '../ui/states.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { HelpDialog } from './help-dialog.tsx'
import { STUDIO_PAGES } from './pages.ts'
import { ReleaseDialog } from './releases/release-dialog.tsx'
import { closeRelease, readReviewRule, useStudioState } from './studio-store.ts'
import { useOffline } from '../state/use-offline.ts'
import { useReviews } from '../state/use-reviews.ts'
import { Tag } from '../ui/tag.tsx'

/** Where supervisors write what every desk works with: its pages, one at a time. */
export function Studio() {
  const { t } = useTranslation()
  const { client } = useDesk()
  const releasing = useStudioState(state => state.releasing)
  const offline = useOffline()
  const [help, setHelp] = useState(false)
  const reviews = useReviews().length
  const id = useWindow(state => state.studioPage)
  const page = STUDIO_PAGES.find(one => one.id === id) ?? STUDIO_PAGES[0]

  // With each page: a colleague may have switched it meanwhile.
  useEffect(() => { if (!offline) void readReviewRule(client) }, [client, offline, id])
  // Nothing that was typed is lost when the window closes.
  useEffect(() => {
    window.addEventListener('pagehide', saveWritings)
    return () => {
      window.removeEventListener('pagehide', saveWritings)
      closeRelease()
    }
  }, [])

  return (
    <>
      <PlaceNav
        label={t('studio.pages')} title={t('studio.title')} current={page?.id} onOpen={openStudio}
        pages={STUDIO_PAGES.map(({ id: name, icon }) => ({
          id: name, icon, text: t(`studio.page.${name}`),
          mark: name === 'releases' && reviews > 0 && <Tag tone='info' title={t('studio.review.waiting', { count: reviews })}>{reviews}</Tag>,
        }))}
      >
        <button type='button' onClick={() => { setHelp(true) }} className='flex h-8 shrink-0 items-center gap-2.5 rounded-md px-2 text-left text-sm text-ink-2 hover:bg-hover hover:text-ink'>
          <CircleHelp size={15} aria-hidden='true' />{t('studio.help.title')}
        </button>
      </PlaceNav>
      {help && <HelpDialog onClose={() => { setHelp(false) }} />}
      <main aria-label={page && t(`studio.page.${page.id}`)} className='flex min-w-0 flex-1 flex-col bg-bg'>
        {offline && (
          <p role='status' className='flex items-center gap-2 border-b border-line bg-warn-soft px-4 py-1.5 text-sm text-warn'>
            <WifiOff size={14} aria-hidden='true' />{t('studio.offline')}
          </p>
        )}
        <BulkBar />
        <div className='flex min-h-0 flex-1 flex-col'>
          <Suspense fallback={<Busy text={t('common.loading')} />}>{page && <page.Page key={page.id} />}</Suspense>
        </div>
        {releasing && <ReleaseDialog draftIds={releasing.draftIds} onClose={closeRelease} />}
      </main>
    </>
  )
}
