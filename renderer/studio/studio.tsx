import { clsx } from 'clsx'
import { CircleHelp, WifiOff } from 'lucide-react'
import { Suspense, useEffect, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../state/desk-context.ts'
import { keyCaps } from '../state/shortcuts.ts'
import { openStudio, useWindow } from '../state/window-store.ts'
import { saveWritings } from '../state/writings.ts'
import { Busy } from '../ui/states.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { HelpDialog } from './help-dialog.tsx'
import { STUDIO_PAGES } from './pages.ts'
import { ReleaseDialog } from './releases/release-dialog.tsx'
import { closeRelease, readReviewRule, useStudioState } from './studio-store.ts'
import { useOffline } from './use-studio.ts'
import { useReviews } from '../state/use-reviews.ts'
import { Tag } from '../ui/tag.tsx'

/** Where supervisors write what every desk works with: its pages, one at a time. */
export function Studio() {
  const { t } = useTranslation()
  const { mac, client } = useDesk()
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

  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      const nth = /^Digit([1-9])$/.exec(event.code)?.[1]
      const mod = mac ? event.metaKey : event.ctrlKey
      const wanted = nth && mod && !event.altKey && !event.shiftKey ? STUDIO_PAGES[Number(nth) - 1] : undefined
      if (!wanted || event.isComposing || document.querySelector('[role=dialog], [role=alertdialog]')) return
      event.preventDefault()
      openStudio(wanted.id)
    }
    window.addEventListener('keydown', press)
    return () => { window.removeEventListener('keydown', press) }
  }, [mac])

  const walk = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const next = STUDIO_PAGES[STUDIO_PAGES.findIndex(one => one.id === page?.id) + step]
    if (step === 0 || !next) return
    event.preventDefault()
    openStudio(next.id)
    event.currentTarget.querySelector<HTMLElement>(`[data-page="${next.id}"]`)?.focus()
  }

  return (
    <>
      <nav aria-label={t('studio.pages')} onKeyDown={walk} className='flex w-[168px] shrink-0 flex-col gap-0.5 overflow-y-auto border-r border-line bg-panel p-2 max-[1180px]:w-[136px]'>
        <h1 className='px-2 pt-1 pb-2 text-sm font-semibold text-ink-2'>{t('studio.title')}</h1>
        {STUDIO_PAGES.map(({ id: name, icon: Icon }, index) => (
          <button
            key={name} type='button' data-page={name} aria-current={name === page?.id ? 'page' : undefined} tabIndex={name === page?.id ? 0 : -1}
            title={index < 9 ? `${t(`studio.page.${name}`)}  ${keyCaps(`Mod+${index + 1}`, mac).join(' ')}` : undefined}
            onClick={() => { openStudio(name) }}
            className={clsx('flex h-8 shrink-0 items-center gap-2.5 rounded-md px-2 text-left transition-colors',
              name === page?.id ? 'bg-brand-soft font-medium text-brand' : 'text-ink-2 hover:bg-hover hover:text-ink')}
          >
            <Icon size={16} aria-hidden='true' className='shrink-0' />
            <span className='min-w-0 flex-1 truncate'>{t(`studio.page.${name}`)}</span>
            {name === 'releases' && reviews > 0 && <Tag tone='info' title={t('studio.review.waiting', { count: reviews })}>{reviews}</Tag>}
          </button>
        ))}
        <span className='flex-1' />
        <button type='button' onClick={() => { setHelp(true) }} className='flex h-8 shrink-0 items-center gap-2.5 rounded-md px-2 text-left text-sm text-ink-2 hover:bg-hover hover:text-ink'>
          <CircleHelp size={15} aria-hidden='true' />{t('studio.help.title')}
        </button>
      </nav>
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
