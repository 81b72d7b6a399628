import { useTranslation } from 'react-i18next'
import { useTime } from '../../edge/ticker.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useReviews } from '../../state/use-reviews.ts'
import { Tag } from '../../ui/tag.tsx'
import { openContent } from '../open-entry.ts'
import { walkButtons } from '../use-list-keys.ts'

/** What colleagues have handed in: each opens where it is written, with its changes to be looked at. */
export function WaitingReviews() {
  const { t } = useTranslation()
  const days = useDays()
  const nowMs = useTime(now => Math.floor(now / 60_000)) * 60_000
  const asked = useReviews()
  if (asked.length === 0) return null
  return (
    <section aria-label={t('studio.review.waiting', { count: asked.length })} className='border-b border-line'>
      <h2 className='px-3 pt-2 pb-1 text-sm font-semibold text-info'>{t('studio.review.waiting', { count: asked.length })}</h2>
      <ul className='max-h-52 overflow-y-auto' onKeyDown={walkButtons}>
        {asked.map(({ draftId, kind, targetId, title, authorName, atMs }) => (
          <li key={draftId}>
            <button
              type='button' onClick={() => { openContent(kind, targetId) }}
              className='flex w-full flex-col px-3 py-1.5 text-left hover:bg-hover focus-visible:outline-offset-[-2px]'
            >
              <span className='flex w-full items-center gap-1.5'><span className='min-w-0 flex-1 truncate'>{title || t('studio.untitled')}</span><Tag>{t(`studio.kind.${kind}`)}</Tag></span>
              <span className='flex w-full gap-2 text-sm text-ink-2'><span className='min-w-0 flex-1 truncate'>{authorName}</span><span className='tabular-nums'>{days.brief(atMs, nowMs)}</span></span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
