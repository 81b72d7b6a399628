import { useTranslation } from 'react-i18next'
import { PROGRAM_ID, PROGRAM_NAME } from '../../../domain/entities/plain-lists.ts'
import type { Release } from '../../../domain/entities/release.ts'
import { useTime } from '../../edge/ticker.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useLive } from '../../state/live-store.ts'
import { Tag } from '../../ui/tag.tsx'
import { ReleaseContents } from './release-contents.tsx'

const SHOWN = 12
const tones = { content: 'brand', notice: 'info', incident: 'late' } as const

/** A release or notice: what kind, from whom and when, its note, and what it touches. @param full with the words of what it touches */
export function ReleaseText({ release, unread, full = false }: { release: Release; unread: boolean; full?: boolean }) {
  const { t } = useTranslation()
  const days = useDays()
  const person = useLive(state => state.team?.people.find(({ id }) => id === release.authorId)?.name ?? '')
  const author = release.authorId === PROGRAM_ID ? PROGRAM_NAME : person
  const when = useTime(nowMs => days.brief(release.publishedAtMs ?? release.publishAtMs, nowMs))
  const rest = release.itemCount - Math.min(SHOWN, release.items.length)
  return (
    <>
      <p className='flex flex-wrap items-center gap-2 text-sm text-ink-2'>
        <Tag tone={tones[release.kind]}>{t(`briefing.kind.${release.kind}`)}</Tag>
        {unread && <Tag tone='warn'>{t('briefing.mustRead')}</Tag>}
        <span>{author}{author !== '' && ' · '}{when}</span>
        {release.itemCount > 0 && <span>{t('briefing.items', { count: release.itemCount })}</span>}
        {release.undoes !== null && <span>{t('briefing.undoes')}</span>}
      </p>
      {release.note !== '' && <p className='selectable mt-1.5 [overflow-wrap:anywhere] whitespace-pre-wrap'>{release.note}</p>}
      {full && <ReleaseContents release={release} />}
      {release.items.length > 0 && !full && (
        <ul className='mt-1.5 flex flex-wrap gap-1.5'>
          {release.items.slice(0, SHOWN).map(item => (
            <li key={`${item.kind}-${item.id}`} className='max-w-64 truncate rounded-sm border border-line px-1.5 text-sm text-ink-2' title={t(`briefing.action.${item.action}`)}>
              {item.action === 'retire' ? <s>{item.title}</s> : item.title}
            </li>
          ))}
          {rest > 0 && <li className='text-sm text-ink-3'>{t('briefing.moreItems', { count: rest })}</li>}
        </ul>
      )}
    </>
  )
}
