import { CheckCheck, Megaphone, Siren } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StudioView } from '../../../protocol/script-views.ts'
import { useDays } from '../../i18n/use-days.ts'
import { Button } from '../../ui/button.tsx'
import { studioErrorText } from '../ask.ts'
import { useBoard } from '../releases/use-board.ts'

type Notice = StudioView['releases'][number]
const SHOWN = 10

/** The last notices, with who has confirmed them. */
export function RecentNotices({ releases }: { releases: readonly Notice[] }) {
  const { t } = useTranslation()
  const notices = releases.filter(({ kind, state }) => kind !== 'content' && state === 'live').slice(0, SHOWN)
  return (
    <section aria-label={t('notices.recent')} className='h-fit rounded-lg border border-line bg-panel p-4'>
      <h2 className='mb-2 text-lg font-semibold'>{t('notices.recent')}</h2>
      {notices.length === 0 && <p className='text-sm text-ink-3'>{t('notices.recentNone')}</p>}
      <ul className='divide-y divide-line'>{notices.map(notice => <li key={notice.id} className='py-2 first:pt-0 last:pb-0'><NoticeLine notice={notice} /></li>)}</ul>
    </section>
  )
}

function NoticeLine({ notice }: { notice: Notice }) {
  const { t } = useTranslation()
  const days = useDays()
  const [open, setOpen] = useState(false)
  const { id, mustRead, kind } = notice
  const { board, error } = useBoard(id, open)
  const Icon = kind === 'incident' ? Siren : Megaphone
  return (
    <article className='flex gap-2.5'>
      <Icon size={15} aria-hidden='true' className='mt-1 shrink-0 text-ink-3' />
      <div className='min-w-0 flex-1'>
        <h3 className='font-medium wrap-anywhere'>{notice.title}</h3>
        <p className='selectable line-clamp-3 text-sm wrap-anywhere whitespace-pre-wrap text-ink-2'>{notice.note}</p>
        <p className='mt-0.5 text-xs text-ink-3'>{notice.authorName} · {days.full(notice.publishedAtMs ?? notice.publishAtMs)}</p>
        {!mustRead && <p className='text-xs text-ink-3'>{t('notices.readersNone')}</p>}
        {mustRead && !open && <Button small className='mt-1' onClick={() => { setOpen(true) }}>{t('notices.show')}</Button>}
        {error && <p role='alert' className='text-sm text-late'>{studioErrorText(error)}</p>}
        {open && board && (
          <p role='status' className='mt-1 text-sm'>
            {t('notices.readers', { read: board.read.length, left: board.notRead.length })}{' · '}
            {board.notRead.length === 0
              ? <span className='text-ok'><CheckCheck size={14} aria-hidden='true' className='inline' /> {t('notices.everyone')}</span>
              : <span className='text-warn'>{t('notices.notRead', { names: board.notRead.map(({ name }) => name).join(t('palette.comma')) })}</span>}
          </p>
        )}
      </div>
    </article>
  )
}
